import type { Method } from '../model/method.ts';
import { eachDimension } from '../measure/score-unit.ts';
import type { DimensionId } from '../model/reference.ts';

/** A method cut to what the register alone decides, so that a register can be sought without making records. */

/** The method with its indicators over the register only, the others’ weight spread over these; dimensions without any stay. */
export function registerMethod(method: Method): Method {
  return {
    ...method,
    dimensions: method.dimensions.map((dimension) => {
      const groups = dimension.groups.flatMap((group) => {
        const indicators = group.indicators.filter(({ basis }) => basis === 'register');
        const weight = indicators.reduce((sum, one) => sum + one.weight, 0);
        return weight === 0
          ? []
          : [
              {
                ...group,
                weight: group.weight * weight,
                indicators: indicators.map((one) => ({ ...one, weight: one.weight / weight })),
              },
            ];
      });
      const all = groups.reduce((sum, group) => sum + group.weight, 0);
      return all === 0
        ? dimension
        : { ...dimension, groups: groups.map((group) => ({ ...group, weight: group.weight / all })) };
    }),
  };
}

/** Share of each dimension that the register decides. */
export const registerShares = ({ dimensions }: Method): Record<DimensionId, number> =>
  eachDimension((id) =>
    (dimensions.find((one) => one.id === id)?.groups ?? []).reduce(
      (sum, group) =>
        sum +
        group.weight *
          group.indicators.reduce((own, { basis, weight }) => own + (basis === 'register' ? weight : 0), 0),
      0,
    ),
  );
