import type { RatingCell, RectificationCell } from '../../model/cells.ts';
import { indicatorsOf, type Indicator, type Method } from '../../model/method.ts';
import type { Reference, Unit } from '../../model/reference.ts';
import type { Register } from '../../model/register.ts';
import { countUnits, type PeriodCells } from '../count.ts';
import { formulaOf } from '../formulas/formulas.ts';
import { scaleOf, type Scale } from '../scale.ts';
import type { UnitCounts } from '../unit-counts.ts';

/** The department that leads government services in a unit (行政审批（政务服务管理）部门): what nobody else answers for is its task. */
export const LEAD_DEPARTMENT = 'administrative-approval';

/** Who answers for what an indicator of a unit loses. */
export interface Responsible {
  /** Key of a department in the reference list. */
  readonly department: string;
  /** Its part of what all departments together fall short of the best value; null where counts by department are not known. */
  readonly part: number | null;
}

/** The method by kind of unit, and what is counted. */
interface Counted {
  readonly cells: PeriodCells;
  readonly register: Register;
  readonly reference: Reference;
}

/** By code of the unit and id of the indicator. */
export type ResponsibleDepartments = Readonly<Record<string, Readonly<Record<string, Responsible>>>>;

/**
 * Who answers for each indicator of some units: where it is counted by item or office, the department that falls furthest short of the
 * value that scores 100, counted over its own items and offices (of a province, those of its key cities too); otherwise,
 * and where nothing falls short, the department that leads government services. Of departments that fall short alike, the first of the list.
 */
export function responsibleDepartments(
  methods: Readonly<Record<Unit['kind'], Method>>,
  counted: Counted,
  codes: readonly string[],
): ResponsibleDepartments {
  const { reference } = counted;
  const departments = reference.departments.map(({ key }) => key);
  const counts = countByDepartment(counted, departments);
  const scale = scaleOf(reference);
  return Object.fromEntries(
    reference.units.flatMap(({ code, kind }, unit) => {
      if (!codes.includes(code)) return [];
      const ofUnit = counts.slice(unit * departments.length, (unit + 1) * departments.length);
      return [
        [
          code,
          Object.fromEntries(
            indicatorsOf(methods[kind]).map((indicator) => [
              indicator.id,
              responsibleFor(
                ofUnit.map((one) => shortfall(indicator, one, scale)),
                departments,
              ),
            ]),
          ),
        ],
      ];
    }),
  );
}

function responsibleFor(shortfalls: readonly number[], departments: readonly string[]): Responsible {
  const most = Math.max(...shortfalls);
  const department = departments[shortfalls.indexOf(most)];
  if (!(most > 0) || department === undefined) return { department: LEAD_DEPARTMENT, part: null };
  const whole = shortfalls.reduce((sum, one) => sum + Math.max(0, one), 0);
  return { department, part: most / whole };
}

/** How far a department's counts are from the value that scores 100, in units of the numerator; 0 where nothing is counted. */
function shortfall(
  { formula, goalposts: [worst, best], ratingsPerItem }: Indicator,
  counts: UnitCounts,
  scale: Scale,
): number {
  // What is read from samples of equal size does not add up over departments.
  if (ratingsPerItem !== undefined) return 0;
  const { numerator, denominator } = formulaOf(formula).ratio(counts, scale, {});
  const short = best * denominator - numerator;
  return Number.isNaN(short) ? 0 : best > worst ? short : -short;
}

/** The counts of each department of each unit, as if each were a unit: at unit × departments + department. */
function countByDepartment(
  { cells, register, reference }: Counted,
  departments: readonly string[],
): UnitCounts[] {
  const numbers = new Map(departments.map((key, i) => [key, i]));
  const placeOf = (unit: number, office: number): number =>
    unit * departments.length + (numbers.get(register.offices[office]?.department ?? '') ?? 0);
  const units = reference.units.flatMap((unit) =>
    departments.map((key) => ({
      ...unit,
      code: `${unit.code}/${key}`,
      province: unit.province === null ? null : `${unit.province}/${key}`,
    })),
  );
  const atDepartment = <Cell extends RatingCell | RectificationCell>(list: Iterable<Cell>): Cell[] =>
    Array.from(list, (cell) => ({ ...cell, unit: placeOf(cell.unit, cell.office) }));
  return countUnits(
    {
      ...cells,
      ratings: atDepartment(cells.ratings),
      rectifications: atDepartment(cells.rectifications),
      // Counted by unit alone.
      tags: [],
      named: [],
    },
    {
      ...register,
      offices: register.offices.map((office) => ({
        ...office,
        unitIndex: placeOf(office.unitIndex, office.id),
      })),
      tasks: register.tasks.map((task) => ({ ...task, unitIndex: placeOf(task.unitIndex, task.officeId) })),
    },
    { ...reference, units },
  );
}
