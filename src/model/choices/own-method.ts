import { wrongUse } from '../errors.ts';
import { faultOf, quoted } from '../field-rule.ts';
import type { Bilingual } from '../language.ts';
import { methodShape, type Method } from '../method.ts';
import { readStrictJson } from '../strict-json.ts';

/** Most indicators of a method that somebody brings. */
const MOST_INDICATORS = 300;

/**
 * Reads a method (评估方法) that somebody wrote. A Mistake names every wrong field with its value and its rule; `formulas` are
 * those that a method may name, `where` is the file or form it comes from.
 */
export function parseOwnMethod(json: string, where: string, formulas: readonly string[]): Method {
  const read = readStrictJson(json.replace(/^\uFEFF/, ''));
  if ('fault' in read) {
    const { fault, detail } = read;
    throw wrongUse(
      `方法 ${where} ${fault.zh}${detail.zh && `（${detail.zh}）`}`,
      `the method ${where} ${fault.en}${detail.en && `: ${detail.en}`}`,
    );
  }
  const result = methodShape.safeParse(read.value);
  const faults = result.success
    ? [...idFaults(result.data), ...weightFaults(result.data), ...indicatorFaults(result.data, formulas)]
    : result.error.issues.map((issue): Bilingual => {
        const path = issue.path.map(String).join('.') || '(top)';
        const { zh, en } = faultOf(issue, read.value);
        return { zh: `${path} = ${zh}`, en: `${path} = ${en}` };
      });
  if (result.success && faults.length === 0) return result.data;
  throw wrongUse(
    `方法 ${where} 有误：${faults.map(({ zh }) => zh).join('；')}`,
    `the method ${where} is not valid: ${faults.map(({ en }) => en).join('; ')}`,
  );
}

/** A part of the tree with the field it stands in. */
interface Placed {
  readonly path: string;
  readonly id: string;
  /** Ids of the parts above it. */
  readonly above: readonly string[];
}

function partsOf({ dimensions }: Method): Placed[] {
  return dimensions.flatMap((dimension, d): Placed[] => [
    { path: `dimensions.${String(d)}`, id: dimension.id, above: [] },
    ...dimension.groups.flatMap((group, g): Placed[] => {
      const path = `dimensions.${String(d)}.groups.${String(g)}`;
      return [
        { path, id: group.id, above: [dimension.id] },
        ...group.indicators.map(({ id }, i): Placed => ({
          path: `${path}.indicators.${String(i)}`,
          id,
          above: [dimension.id, group.id],
        })),
      ];
    }),
  ]);
}

/** Every part has an id of its own: one that stands below itself would be a cycle. */
function idFaults(method: Method): Bilingual[] {
  const first = new Map<string, string>();
  return partsOf(method).flatMap(({ path, id, above }): Bilingual[] => {
    const known = first.get(id);
    first.set(id, known ?? path);
    const given = `${path}.id = ${quoted(id)}`;
    if (above.includes(id)) {
      return [
        {
          zh: `${given}：不能从属于自己（循环）`,
          en: `${given}: a part cannot stand below itself (a cycle)`,
        },
      ];
    }
    if (known === undefined) return [];
    return [
      {
        zh: `${given}：与 ${known} 重复，每个 id 只能用一次`,
        en: `${given}: ${known} has this id, and each may be used once`,
      },
    ];
  });
}

function weightFaults({ dimensions }: Method): Bilingual[] {
  const lists = [
    { path: 'dimensions', children: dimensions },
    ...dimensions.flatMap(({ groups }, d) => [
      { path: `dimensions.${String(d)}.groups`, children: groups },
      ...groups.map(({ indicators }, g) => ({
        path: `dimensions.${String(d)}.groups.${String(g)}.indicators`,
        children: indicators,
      })),
    ]),
  ];
  return lists.flatMap(({ path, children }): Bilingual[] => {
    const sum = children.reduce((total, { weight }) => total + weight, 0);
    if (Math.abs(sum - 1) < 1e-9) return [];
    const given = `${path}.*.weight = ${children.map(({ weight }) => String(weight)).join(' + ')} = ${String(Number(sum.toPrecision(12)))}`;
    return [{ zh: `${given}：合计须为 1`, en: `${given}: they must sum to 1` }];
  });
}

function indicatorFaults({ dimensions, bands }: Method, formulas: readonly string[]): Bilingual[] {
  const all = dimensions.flatMap(({ groups }, d) =>
    groups.flatMap(({ indicators }, g) =>
      indicators.map((indicator, i) => ({
        indicator,
        path: `dimensions.${String(d)}.groups.${String(g)}.indicators.${String(i)}`,
      })),
    ),
  );
  const faults = all.flatMap(({ indicator: { formula, goalposts }, path }): Bilingual[] => [
    ...(formulas.includes(formula)
      ? []
      : [
          {
            zh: `${path}.formula = ${quoted(formula)}：没有这个公式，可用 ${formulas.join('、')}`,
            en: `${path}.formula = ${quoted(formula)}: there is no such formula; there are ${formulas.join(', ')}`,
          },
        ]),
    ...(goalposts[0] !== goalposts[1]
      ? []
      : [
          {
            zh: `${path}.goalposts = ${quoted(goalposts)}：两端不能相同`,
            en: `${path}.goalposts = ${quoted(goalposts)}: the two ends must differ`,
          },
        ]),
  ]);
  if (all.length > MOST_INDICATORS) {
    faults.push({
      zh: `dimensions：有 ${String(all.length)} 个指标，最多 ${String(MOST_INDICATORS)} 个`,
      en: `dimensions: there are ${String(all.length)} indicators, and there may be ${String(MOST_INDICATORS)} at most`,
    });
  }
  const { veryHigh, high, medium } = bands;
  if (!(veryHigh > high && high > medium)) {
    const given = `bands = ${String(veryHigh)}, ${String(high)}, ${String(medium)}`;
    faults.push({
      zh: `${given}：veryHigh、high、medium 须依次递减`,
      en: `${given}: veryHigh, high and medium must fall from one to the next`,
    });
  }
  return faults;
}
