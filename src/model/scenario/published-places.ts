import { isFictionalCode } from '../names/unit-codes.ts';
import { referenceNamed, unitCodeIn } from '../names/named-reference.ts';
import type { Reference } from '../reference.ts';
import type { PublishedYear, Targets } from '../targets.ts';
import { invalidScenario, type ScenarioFinding } from './check-scenario.ts';
import type { Scenario } from './scenario.ts';

/**
 * What is wrong with a scenario under real names whose `targets` do not come with the program, or say nothing of one of its
 * units: a month speaks of its province and the key cities of it, a national report of every unit.
 */
export function unpublishedPlaces(
  { names, units, targets }: Pick<Scenario, 'names' | 'units' | 'targets'>,
  shipped: readonly (Targets | PublishedYear)[],
  reference: Reference,
): ScenarioFinding[] {
  if (names !== 'real') return [];
  const namesOf = (one: Targets | PublishedYear): string[] =>
    'series' in one ? [one.series, one.id] : [one.id];
  const chosen = targets === undefined ? undefined : shipped.find((one) => namesOf(one).includes(targets));
  if (chosen === undefined) {
    const [value, known] = [
      JSON.stringify(targets),
      [...new Set(shipped.flatMap((one) => namesOf(one).slice(0, 1)))].join(', '),
    ];
    return [
      {
        path: 'targets',
        text: {
          zh: `${value}：names 为 real 时须为内置目标（${known}）`,
          en: `${value}: must be shipped targets (${known}) where names is real`,
        },
      },
    ];
  }
  if (chosen.kind !== 'month') return [];
  const real = referenceNamed(reference, 'real');
  const spokenOf = real.units.flatMap(({ code, province }) =>
    code === chosen.unit || province === chosen.unit ? [code] : [],
  );
  const given = units === 'all' ? [units] : units.map((code) => unitCodeIn(real, code));
  const others = given.filter((code) => !spokenOf.includes(code) && !isFictionalCode(code));
  if (others.length === 0) return [];
  const [value, spoken] = [others.join(', '), spokenOf.join(', ')];
  return [
    {
      path: 'units',
      text: {
        zh: `${value}：names 为 real 时须为目标 ${chosen.id} 所公布的单位（${spoken}）`,
        en: `${value}: must be units that the targets ${chosen.id} speak of (${spoken}) where names is real`,
      },
    },
  ];
}

/** Throws a Mistake where a scenario gives real names to places of which its targets say nothing. */
export function assertPlacesPublished(
  scenario: Scenario,
  shipped: readonly (Targets | PublishedYear)[],
  reference: Reference,
): void {
  const findings = unpublishedPlaces(scenario, shipped, reference);
  if (findings.length > 0) throw invalidScenario(scenario.name, findings);
}
