import { explainUnit, pathTo, type Explanation } from '../../../measure/explain/explain-unit.ts';
import { notFound } from '../../../model/errors.ts';
import type { Measurement, UnitResult } from '../../../model/measurement.ts';
import type { Knowledge } from '../../../model/knowledge.ts';

export interface ExplainedScore {
  readonly unit: UnitResult;
  /** The whole tree of the unit. */
  readonly tree: Explanation;
  /** From the overall score down to what was asked for. */
  readonly path: readonly Explanation[];
}

/** How a figure of a unit came about. `unitText` is a code or a name; `id` one of a dimension, group or indicator. */
export function explainScore(
  measurement: Measurement,
  { methods }: Pick<Knowledge, 'methods'>,
  unitText: string,
  id: string,
): ExplainedScore {
  const unit = measurement.units.find(({ code, name, nameEn }) => [code, name, nameEn].includes(unitText));
  if (!unit) throw unknownUnit(measurement, unitText);
  const tree = explainUnit(methods[unit.kind], unit);
  const path = id === 'overall' ? [tree] : pathTo(tree, id);
  if (path.length === 0) {
    const known = ['overall', ...tree.children.flatMap(idsOf)].join(', ');
    throw notFound(`没有指标“${id}”：可用 ${known}`, `there is no indicator “${id}”: use one of ${known}`);
  }
  return { unit, tree, path };
}

function unknownUnit({ units: [one] }: Measurement, given: string): Error {
  const like =
    one === undefined
      ? { zh: '', en: '' }
      : { zh: `，如 ${one.code}、${one.name}`, en: `, like ${one.code} or “${one.nameEn}”` };
  return notFound(
    `没有参评单位“${given}”：请用六位代码或简称${like.zh}`,
    `there is no assessed unit “${given}”: give a six-digit code or a short name${like.en}`,
  );
}

const idsOf = (node: Explanation): string[] => [node.id, ...node.children.flatMap(idsOf)];
