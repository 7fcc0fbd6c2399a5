import { wrongUse } from '../../model/errors.ts';
import { threshold } from '../../model/math/random.ts';
import { MAX_UNITS } from '../../model/record/key.ts';
import { limitsOf, type RectificationLimits } from '../../model/rectification.ts';
import type { Limit, Reference, RuleProfile, Unit } from '../../model/reference.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import { DAY_SECONDS } from '../../model/time/time.ts';
import type { Span } from '../span.ts';
import { dayAfter } from '../span-limit.ts';

/** What the hot path asks of the rule profiles, by index of the unit in the reference list. */
export interface UnitRules {
  /** 1 where ratings of the channel carry one of the five levels: index unit * 8 + channel. */
  readonly levelled: Uint8Array;
  /** Days until the automatic rating and its level; level 0 where there is none. A word below the share gets one. */
  readonly defaultAfter: Uint8Array;
  readonly defaultLevel: Uint8Array;
  readonly defaultShare: Float64Array;
  /** How long after a service it can still be rated, where that is limited. */
  readonly window: readonly (Limit | null)[];
  /** Limits for bad ratings. */
  readonly limits: readonly RectificationLimits[];
  /** Additional ratings that a service may have. */
  readonly additionalRatings: Uint8Array;
}

/** Rule profile of a unit: its own, its province’s, or that of all. */
export const profileIdOf = (
  { profiles, profile }: Scenario,
  { code, province }: Pick<Unit, 'code' | 'province'>,
): string => profiles[code] ?? profiles[province ?? ''] ?? profile;

/** The rules of all units of the reference list. Throws a Mistake for a profile or unit that does not exist. */
export function unitRules(scenario: Scenario, reference: Reference): UnitRules {
  mustKnow(scenario, reference);
  const { byProfile, defaulting } = scenario.answering;
  const { assumedRules } = reference;
  const profiles = profilesByUnit(scenario, reference);
  const rules = {
    levelled: new Uint8Array(MAX_UNITS * 8),
    defaultAfter: new Uint8Array(MAX_UNITS),
    defaultLevel: new Uint8Array(MAX_UNITS),
    defaultShare: new Float64Array(MAX_UNITS),
    window: profiles.map(({ supplement }) => (byProfile ? supplement : null)),
    limits: profiles.map((profile) => limitsOf(profile, assumedRules)),
    additionalRatings: new Uint8Array(MAX_UNITS),
  };
  profiles.forEach((profile, unit) => {
    for (const channel of profile.levelledChannels) rules.levelled[unit * 8 + channel] = 1;
    const given = defaulting ?? profile.defaulting;
    rules.defaultAfter[unit] = given?.afterDays ?? 0;
    rules.defaultLevel[unit] = given?.level ?? 0;
    rules.defaultShare[unit] = threshold(given?.share ?? 0);
    rules.additionalRatings[unit] = profile.additionalRatings ?? assumedRules.additionalRatings;
  });
  return rules;
}

/** The rule profile of each unit of the reference list. */
function profilesByUnit(scenario: Scenario, { units, profiles }: Reference): RuleProfile[] {
  const byId = new Map(profiles.map((profile) => [profile.id, profile]));
  return units.flatMap((unit) => byId.get(profileIdOf(scenario, unit)) ?? []);
}

function mustKnow(scenario: Scenario, { units, profiles }: Reference): void {
  const known = profiles.map(({ id }) => id);
  const given: [field: string, id: string][] = [
    ['profile', scenario.profile],
    ...Object.entries(scenario.profiles).map(([code, id]): [string, string] => [`profiles.${code}`, id]),
  ];
  for (const [field, id] of given) {
    if (known.includes(id)) continue;
    throw wrongUse(
      `场景 ${scenario.name} 有误：${field} = "${id}"：须为 ${known.join(', ')} 之一`,
      `scenario ${scenario.name} is not valid: ${field} = "${id}": must be one of ${known.join(', ')}`,
    );
  }
  const stranger = Object.keys(scenario.profiles).find((code) => !units.some((unit) => unit.code === code));
  if (stranger === undefined) return;
  throw wrongUse(
    `场景 ${scenario.name} 有误：profiles 中的 ${stranger} 不是参评单位（见 db/reference/units.json）`,
    `scenario ${scenario.name} is not valid: profiles: ${stranger} is not an assessed unit (see db/reference/units.json)`,
  );
}

/** False when the unit's rules no longer let a service of this moment be rated at that one. */
export function mayStillRate(
  { window }: UnitRules,
  span: Span,
  unit: number,
  serviceAt: number,
  at: number,
): boolean {
  const limit = window[unit];
  if (limit === null || limit === undefined) return true;
  const served = Math.floor(serviceAt / DAY_SECONDS);
  return at < (dayAfter(span, limit.kind, served, limit.days) + 1) * DAY_SECONDS;
}
