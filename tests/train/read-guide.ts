import type { Exercise } from '../../src/model/training/exercise.ts';
import { tablesOf, writtenIn, type ReadTable } from './read-shown.ts';

/** Solves guide checks as a trainee does: the rules are read from their tables and lists, and each element is held against them. */

/** What the three versions show of an element; null where one has nothing. */
export type Versions = readonly (string | null)[];

const NOTHING = '（无）';

export function versionsIn({ shown }: Exercise): Map<string, Versions> {
  const found = new Map<string, (string | null)[]>();
  for (const { caption, rows } of tablesOf(shown)) {
    if (!caption.startsWith('办事指南')) continue;
    for (const [name = '', ...cells] of rows)
      found.set(name, [...(found.get(name) ?? []), ...cells.map((cell) => (cell === NOTHING ? null : cell))]);
  }
  return found;
}

export const isEmptyPhrase = (text: string): boolean => /有关|视情况|为准/.test(text);

/** What each element is found to be, by its name. */
export function findingsShown(exercise: Exercise): Map<string, string> {
  const rules = new ShownRules(exercise);
  return new Map(
    [...versionsIn(exercise)].map(([name, versions]) => [name, findingOf(versions, rules.agrees(name))]),
  );
}

function findingOf(versions: Versions, agrees: (text: string) => boolean): string {
  const [first] = versions;
  if (versions.length !== 3 || first === undefined) throw new Error('a guide has three versions');
  if (versions.some((text) => text !== first)) return 'inconsistent';
  if (first === null) return 'missing';
  if (agrees(first)) return 'right';
  return isEmptyPhrase(first) ? 'vague' : 'wrong';
}

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
function inChinese(n: number): string {
  if (n <= 10) return digits[n]!;
  const tens = Math.floor(n / 10);
  return `${tens > 1 ? digits[tens]! : ''}十${digits[n % 10]!}`;
}

class ShownRules {
  private readonly rows: ReadonlyMap<string, string>;
  private readonly tables: readonly ReadTable[];
  private readonly written: string;

  constructor({ shown }: Exercise) {
    this.tables = tablesOf(shown);
    this.written = writtenIn(shown);
    this.rows = new Map(this.rowsIn('规则：事项标准').map(([what = '', says = '']) => [what, says]));
  }

  agrees(element: string): (text: string) => boolean {
    if (element === '填写说明')
      return (text) =>
        ['在线', '黑色签字笔', '如实', '申请人或经办人签名'].every((part) => text.includes(part)) &&
        !/章|代为/.test(text);
    const right = this.rightOf(element);
    return (text) => text === right;
  }

  private rowsIn(caption: string): readonly (readonly string[])[] {
    return this.tables.find((table) => table.caption.startsWith(caption))?.rows ?? [];
  }

  private rule(what: string): string {
    const says = this.rows.get(what);
    if (says === undefined) throw new Error(`the rules say nothing of ${what}`);
    return says;
  }

  /** The meaning of a code as the lists below the rules have it. */
  private coded(list: string, code: string): string {
    const line = this.written.split('\n').find((text) => text.startsWith(list));
    return new RegExp(`${code} ([^，；。]+)`).exec(line ?? '')![1]!;
  }

  private listed(text: (row: readonly string[]) => string): string {
    return this.rowsIn('规则：申请材料')
      .map((row, i) => `${String(i + 1)}.${text(row)}`)
      .join('；');
  }

  private rightOf(element: string): string {
    switch (element) {
      case '事项类型':
        return this.coded('事项类型代码', this.rule('事项类型代码'));
      case '权力来源': {
        const says = this.rule('权力从哪里来');
        return says.startsWith('法律') ? '法定本级行使' : says.includes('交下来') ? '上级下放' : '委托行使';
      }
      case '办件类型':
        return this.rule('怎样办') === '当场办完' ? '即办件' : '承诺件';
      case '事项编码':
        return this.rule('事项编码（分段书写）').replaceAll(' ', '');
      case '服务对象':
        return this.applicants();
      case '法定办结时限':
        return this.limit();
      case '办理地点': {
        const [, floor, area, window] = /楼层 (\d)，区域 (\w)，窗口 (\d+)/.exec(this.rule('窗口'))!;
        return `政务服务中心${inChinese(Number(floor))}楼${area!}区${window!}号窗口`;
      }
      case '办理时间':
        return this.hours();
      case '咨询电话':
      case '监督电话':
        return this.rule(element).replace(/^000 (\d{4}) (\d{4})$/, '000-$1$2');
      case '设定依据':
        return this.article(this.rule('设定依据'));
      case '中介环节': {
        const issued = this.rowsIn('规则：申请材料').filter(([, source]) => source === '中介机构开具');
        return issued.length === 0
          ? '不涉及中介服务'
          : `${issued.map(([name]) => name).join('、')}：由申请人自主选择中介机构出具`;
      }
      case '材料名称':
        return this.listed(([name]) => name!);
      case '材料来源':
        return this.listed(([name, source]) => {
          const words = { 申: '申请人自备', 政: '政府部门核发', 中: '中介机构出具' };
          return `${name!}：${words[source!.charAt(0) as keyof typeof words]}`;
        });
      case '材料数量':
        return this.listed(([name, , copies]) => `${name!}：${copies!}份`);
      case '材料介质':
        return this.listed(([name, , , medium]) => {
          const word = medium!.includes('都收') ? '纸质或电子' : medium === '只收纸件' ? '纸质' : '电子';
          return `${name!}：${word}`;
        });
      default:
        return this.rightOfOthers(element);
    }
  }

  private rightOfOthers(element: string): string {
    const steps = this.rowsIn('规则：办理环节');
    const fee = /每办一件 (\d+) 元；依据(.*)$/.exec(this.rows.get('收费') ?? '');
    switch (element) {
      case '到现场次数': {
        const says = this.rule('到现场');
        const many = /现场 (\d+) 回/.exec(says)?.[1];
        return `${many ?? (says.includes('不必') ? '0' : says.includes('一次') ? '1' : '2')}次`;
      }
      case '环节完整性':
        return steps.map(([name]) => name).join('→');
      case '内容详实性':
        return steps
          .map(([name, what, days]) => `${name!}：${what!}${days === '0' ? '' : `（${days!}个工作日）`}`)
          .join('；');
      case '空表':
        return `${this.rule('本事项的申请表')}空表（栏目：${this.fields()}）`;
      case '样表':
        return `${this.rule('本事项的申请表')}样表，附填写示例（栏目：${this.fields()}）`;
      case '是否收费':
        return fee === null ? '不收费' : '收费';
      case '收费标准':
        return fee === null ? '免费（0元）' : `${fee[1]!}元/件`;
      case '收费依据':
        return fee === null ? '不收费，无收费依据' : this.article(fee[2]!);
      default:
        throw new Error(`no rule of the element ${element}`);
    }
  }

  private fields(): string {
    return this.rule('申请表的栏目').split('；').join('、');
  }

  private article(says: string): string {
    const [, name, number] = /^(.*)，条文序号 (\d+)$/.exec(says)!;
    return `${name!}第${inChinese(Number(number))}条`;
  }

  private applicants(): string {
    const codes = this.rule('可申请人代码').split('、');
    const others = ['2', '3', '4', '5', '6', '9'];
    const isAll = others.every((code) => codes.includes(code));
    return [
      ...codes.filter((code) => !isAll || code === '1').map((code) => this.coded('可申请人代码', code)),
      ...(isAll ? ['法人和其他组织'] : []),
    ].join('、');
  }

  private limit(): string {
    const says = this.rule('时限');
    const [byLaw, less, promised] = [/法律规定 (\d+) 个/, /少 (\d+) 个/, /承诺 (\d+) 个/].map((pattern) => {
      const found = pattern.exec(says);
      return found === null ? undefined : Number(found[1]);
    });
    if (says.includes('当场'))
      return byLaw === undefined ? '当场办结' : `${String(byLaw)}个工作日（承诺当场办结）`;
    if (byLaw === undefined) return `法律法规未规定（承诺办结时限${String(promised)}个工作日）`;
    return `${String(byLaw)}个工作日（承诺办结时限${String(byLaw - (less ?? 0))}个工作日）`;
  }

  private hours(): string {
    const says = this.rule('开放');
    const until = says.includes('每周六天') ? '周六' : '周五';
    const clock = (half: string, hour: string, isHalf: boolean): string =>
      `${String(Number(hour) + (half === '下午' ? 12 : 0))}:${isHalf ? '30' : '00'}`;
    const spans = [...says.matchAll(/(上午|下午) (\d+) 点(半)?到(下午)? (\d+) 点(半)?/g)].map(
      ([, half, from, fromHalf, later, to, toHalf]) =>
        `${clock(half!, from!, fromHalf !== undefined)}—${clock(later ?? half!, to!, toHalf !== undefined)}`,
    );
    const noon = says.includes('中午照常') ? '午间不休息，' : '';
    return `周一至${until} ${spans.join('、')}（${noon}法定节假日除外）`;
  }
}
