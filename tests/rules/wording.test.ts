import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dictionaryOf } from '../../src/export/dictionary.ts';
import { readReference } from '../../src/store/reference.ts';

/**
 * Words that readers of the field would not use, each with the right one. An old word is looked for as it stands, or by
 * `find` where it is also a part of right words. CHANGELOG.md is history and stays as it is.
 */

interface OldWord {
  readonly old: string;
  readonly right: string;
  readonly find?: RegExp;
}

/** Terms: the right one stands in docs/glossary.md. */
const terms: readonly OldWord[] = [
  { old: '总体得分', right: '总体指数' },
  { old: '得分与排名', right: '指数与排名' },
  { old: '均值', right: '平均值', find: /(?<!平)均值/ },
  { old: '水平等级', right: '能力水平' },
  { old: '等级分布', right: '水平分布', find: /(?<!满意度)等级分布/ },
  { old: '七大地区', right: '各区域' },
  { old: '省级单位', right: '省级政府' },
  { old: '群众', right: '企业和群众', find: /(?<!企业和)群众/ },
  { old: '数据摘要', right: '数据校验码', find: /(?<!报告|》)(?<!报告数据)摘要/ },
  { old: '服务便利化与特色', right: '服务便利化和特色创新' },
  { old: '一次办结率', right: '无补正办件率' },
  { old: '跨域通办', right: '跨区域通办率' },
  { old: '可网办', right: '网上可办率' },
  { old: '电脑端可办率', right: 'PC端可办率' },
  { old: '网办深度', right: '网上办理深度代码为 5 及以上' },
  { old: '电话短信', right: '热线、短信' },
  { old: '标记为可疑', right: '疑似异常' },
  { old: '可疑', right: '疑似异常' },
  { old: '恶意或撤回', right: '不实（经复核认定）', find: /恶意(?!差评)/ },
  { old: '按时联系', right: '按时回访核实' },
  { old: '已回访', right: '整改后回访', find: /已回访(?!核实|的)/ },
  { old: '拒收', right: '校验未通过' },
  { old: '收数', right: '接收' },
  { old: '同键异文', right: '主键相同、内容不同' },
  { old: '目标值', right: '评分区间' },
  { old: '最少计数', right: '最小样本量' },
  { old: '自拟', right: '本项目设定' },
  { old: '对接公开代码', right: '公开代码中所见口径（未核实）', find: /(?<!公开)对接公开代码/ },
  { old: '国家接口字段名', right: '与多地公开对接代码一致的字段名（国家平台规范未公开）' },
  { old: '方格地图', right: '方格排列图（非地图）', find: /方格地图|方格示意图/ },
  { old: '未评估', right: '不在评估范围' },
  { old: '被评估单位', right: '参评单位' },
  { old: '全国均值', right: '32个参评单位平均值' },
  { old: 'Tibet', right: 'Xizang' },
  { old: 'Taiwan, Hong Kong and Macao', right: 'Hong Kong SAR, Macao SAR, Taiwan Province' },
];

/** Words and sentences with a better form that is no term. */
const sentences: readonly OldWord[] = [
  {
    old: '公开的评估框架',
    right: '参照《省级政府和重点城市一体化政务服务能力调查评估报告（2022）》公开的框架',
  },
  { old: '51号文', right: '国办发〔2019〕51号' },
  { old: '鞍山', right: '某市县区界面（未核实）' },
  { old: 'Anshan', right: 'a screen of one city’s counties (unverified)' },
  { old: '省级行政区', right: '参评单位', find: /省级行政区(?!划)/ },
  { old: '实色', right: '实线' },
  { old: '不作数字', right: '不计算', find: /不作(数字|好评率)/ },
  { old: '让出权重', right: '缺数据指标的权重按比例分摊给其余指标' },
  { old: '有数字的权重', right: '有数据的权重合计' },
  { old: '没有数字的项', right: '缺数据的指标' },
  { old: '看了 3 条', right: '抽查 3 条', find: /看了 ?[\d{$]/ },
  { old: '查了', right: '检查数', find: /(?<!检)查了/ },
  { old: '最先的例子', right: '示例' },
  { old: '各写各的', right: '相互独立实现' },
  { old: '读回', right: '重新解析' },
  { old: '存下', right: '实际' },
  { old: '十格', right: '十个类别', find: /十格|格数|\{n\} 格/ },
  { old: '收来的记录', right: '接收的记录', find: /收来的|再收回来/ },
  { old: '出发点', right: '起始场景' },
  { old: '场景自己的', right: '沿用场景设置' },
  { old: '其后的事', right: '此后的数据不生成' },
  { old: '空着即', right: '留空表示' },
  { old: '识破', right: '复核认定' },
  { old: '结果怎么来', right: '结果的由来与可信程度' },
  { old: '一位不差', right: '全部正确' },
  { old: '房间布局', right: '代码结构' },
  { old: '登记册', right: '事项清单' },
];

/** English words of an earlier, private language; names of fields in files and tables keep theirs (`rung`, `mark`). */
const english: readonly OldWord[] = [
  { old: 'spoilt record', right: 'corrupted record', find: /\bspoil(t|ed) (record|one|line)s?\b/i },
  { old: 'on every rung', right: 'concealment level', find: /\b(every|the|each|a) rungs?\b|\brungs\b/i },
  {
    old: 'checks at the door',
    right: 'checks of collection',
    find: /\b(at|by) the door\b|\bdoorOf\b|by-the-door/i,
  },
  { old: 'held against', right: 'compared with', find: /\b(hold|holds|held|holding) (\w+ ){0,6}against\b/i },
  { old: 'misreported', right: 'falsified', find: /\bmisreport/i },
  { old: 'tampered', right: 'manipulated', find: /\btamper/i },
  { old: 'lays down', right: 'writes', find: /\b(lay|lays|laid|laying)\b/i },
  {
    old: 'default rating',
    right: 'automatic rating',
    find: /\bdefault(ed)? ratings?\b|\brates by default\b/i,
  },
  { old: 'turned away', right: 'rejected' },
  { old: 'standing run', right: 'existing run' },
  { old: 'take-shards', right: 'attach and copy' },
  { old: 'plain row', right: 'fast-path row' },
  { old: 'likeness line', right: 'goodness-of-fit result' },
  { old: 'are looked at', right: 'are audited' },
];

const root = resolve(import.meta.dirname, '../..');
const places = [
  'src',
  'views',
  'public',
  'db',
  'docs',
  'bench',
  'README.md',
  'README.zh-CN.md',
  'CONTRIBUTING.md',
];
const textual = /\.(ts|ejs|js|css|json|sql|md)$/;

function filesOf(place: string): string[] {
  if (textual.test(place)) return [place];
  return readdirSync(join(root, place), { recursive: true, encoding: 'utf8' })
    .filter((name) => textual.test(name))
    .map((name) => join(place, name));
}

/** Official names of licences in which such a word stands: they are called so, whatever word is ours. */
const officialNames = ['大型群众性活动安全许可'];

const withoutNames = (line: string): string =>
  officialNames.reduce((rest, name) => rest.replaceAll(name, ''), line);

/** The report has a chapter of this name, which is no digest. */
const isChapter = (file: string, old: string): boolean =>
  old === '数据摘要' && /^(src|tests)\/(report|export)\//.test(file);

const patternOf = ({ old, find }: OldWord): RegExp =>
  find ?? new RegExp(old.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));

describe('the words of the field', () => {
  it.each([...terms, ...sentences, ...english])('$right stands where $old stood', (word) => {
    const pattern = patternOf(word);
    expect(pattern.test(word.old), 'the old word is found').toBe(true);
    expect(pattern.test(word.right), 'the right word is not').toBe(false);
  });

  it('are used in pages, texts, files, messages and docs', () => {
    const ready = (list: readonly OldWord[]) => list.map((word) => ({ ...word, pattern: patternOf(word) }));
    const chinese = ready([...terms, ...sentences]);
    const all = [...chinese, ...ready(english)];
    const found = places.flatMap(filesOf).flatMap((name) =>
      readFileSync(join(root, name), 'utf8')
        .split('\n')
        .flatMap((line, i) =>
          // Sources and reasons in reference data may quote the words of others.
          (name.startsWith('db') ? chinese : all)
            .filter(({ old, pattern }) => pattern.test(withoutNames(line)) && !isChapter(name, old))
            .map(({ old, right }) => `${name}:${String(i + 1)} ${old} -> ${right}`),
        ),
    );
    expect(found).toEqual([]);
  });
});

describe('the glossary', () => {
  const glossary = readFileSync(join(root, 'docs/glossary.md'), 'utf8');

  it('has every term', () => {
    expect(terms.map(({ right }) => right).filter((right) => missing(right))).toEqual([]);
  });

  it('has every field of the records by its Chinese name', () => {
    const { service, rating, rectification } = dictionaryOf(readReference()).lines;
    const fields = [...service, ...rating, ...rectification];
    expect(
      fields
        .filter(({ name, nameZh }) => !glossary.includes(`| \`${name}\` | ${nameZh} |`))
        .map(({ name }) => name),
    ).toEqual([]);
  });

  it('gives every term a source', () => {
    const rows = glossary.split('\n').filter((line) => /^\| (?!---|中文|source|field|code \|)/.test(line));
    expect(rows.filter((line) => /\| *\|$/.test(line))).toEqual([]);
  });

  function missing(right: string): boolean {
    return right.split(', ').some((part) => !glossary.includes(part));
  }
});
