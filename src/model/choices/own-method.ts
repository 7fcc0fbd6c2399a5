import { wrongUse } from '../errors.ts';
import { faultOf, fieldAtFault, quoted } from '../field-rule.ts';
import type { Bilingual } from '../language.ts';
import { methodShape, type Method } from '../method.ts';
import { readStrictJson } from '../strict-json.ts';

/** Faults that a message names: a text may have thousands. */
const NAMED_FAULTS = 20;

/** Most indicators of a method that somebody brings. */
const MOST_INDICATORS = 300;

/** Ids of the formulas that a method may name, and of those among them that read samples of equal size. */
export interface NamedFormulas {
  readonly known: readonly string[];
  readonly sampled: readonly string[];
}

/**
 * Reads a method (评估方法) that somebody wrote. A Mistake names every wrong field with its value and its rule; `where` is the
 * file or form it comes from.
 */
export function parseOwnMethod(json: string, where: string, formulas: NamedFormulas): Method {
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
        const path = fieldAtFault(issue) || '(top)';
        const { zh, en } = faultOf(issue, read.value);
        return { zh: `${path} = ${zh}`, en: `${path} = ${en}` };
      });
  if (result.success && faults.length === 0) return result.data;
  const named = faults.slice(0, NAMED_FAULTS);
  if (faults.length > named.length) {
    const others = String(faults.length - named.length);
    named.push({ zh: `另有 ${others} 处`, en: `and ${others} more` });
  }
  throw wrongUse(
    `方法 ${where} 有误：${named.map(({ zh }) => zh).join('；')}`,
    `the method ${where} is not valid: ${named.map(({ en }) => en).join('; ')}`,
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

/** A scoring range has a width that can be counted with: it divides the values. */
function goalpostFaults(path: string, goalposts: readonly [number, number]): Bilingual[] {
  const given = `${path}.goalposts = ${quoted(goalposts)}`;
  const width = Math.abs(goalposts[1] - goalposts[0]);
  if (width === 0) return [{ zh: `${given}：两端不能相同`, en: `${given}: the two ends must differ` }];
  if (Number.isFinite(width)) return [];
  return [{ zh: `${given}：两端相距过大`, en: `${given}: the two ends are too far apart` }];
}

function indicatorFaults({ dimensions, bands }: Method, formulas: NamedFormulas): Bilingual[] {
  const all = dimensions.flatMap(({ groups }, d) =>
    groups.flatMap(({ indicators }, g) =>
      indicators.map((indicator, i) => ({
        indicator,
        path: `dimensions.${String(d)}.groups.${String(g)}.indicators.${String(i)}`,
      })),
    ),
  );
  const faults = all.flatMap(({ indicator: { formula, goalposts, ratingsPerItem }, path }): Bilingual[] => [
    ...(formulas.known.includes(formula)
      ? []
      : [
          {
            zh: `${path}.formula = ${quoted(formula)}：没有这个公式，可用 ${formulas.known.join('、')}`,
            en: `${path}.formula = ${quoted(formula)}: there is no such formula; there are ${formulas.known.join(', ')}`,
          },
        ]),
    ...goalpostFaults(path, goalposts),
    ...(ratingsPerItem === undefined || formulas.sampled.includes(formula)
      ? []
      : [
          {
            zh: `${path}.ratingsPerItem = ${String(ratingsPerItem)}：${formula} 不作等量抽样，不能有此字段`,
            en: `${path}.ratingsPerItem = ${String(ratingsPerItem)}: ${formula} is not read from samples and cannot have it`,
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
