import { errorsAgainst, type BiasErrors, type BiasWorld } from '../../audit/bias/bias-figures.ts';
import { biasLessons, lessonOf, type BiasLesson } from '../../audit/bias/bias-lessons.ts';
import { regimeOfId, type Regime } from '../../model/reference.ts';
import { underRegime } from '../../model/scenario/check-scenario.ts';
import { parsePeriod } from '../../model/time/period.ts';
import { inMemoryWorld, type WorldBasis } from '../simulate/in-memory-world.ts';
import {
  AS_FELT,
  biasFields,
  biasFieldsWithout,
  biasPreset,
  biasScenario,
  type BiasChoice,
  type BiasFields,
} from './bias-scenario.ts';
import { readBiasWorld } from './read-bias-world.ts';

/** A regime of the laboratory: its world, and how far that is from the truth. */
export interface RegimeBias {
  readonly regime: string;
  readonly world: BiasWorld;
  readonly errors: BiasErrors;
}

/** The same people under several regimes. */
export interface BiasComparison {
  readonly month: string;
  readonly fields: BiasFields;
  /** Everybody rates as felt, and nothing is injected: the truth of ratings. */
  readonly truth: BiasWorld;
  /** In the order of the reference list. */
  readonly regimes: readonly RegimeBias[];
  /** Those whose regime is among the chosen ones, and that of selective entry, which has a world of its own. */
  readonly lessons: readonly BiasLesson[];
}

/** The defect of the lesson on selective entry: no overdue case is rated. */
const selectiveEntry = { id: 'A14', percent: 100, concealment: 1 } as const;

/** Makes a world for each regime in memory, the whole way through collection, and compares each with the truth. */
export async function compareRegimes(choice: BiasChoice, basis: WorldBasis): Promise<BiasComparison> {
  const { reference } = basis.knowledge;
  const made = new Map<string, BiasWorld>();
  const worldOf = async (fields: BiasFields, id: string): Promise<BiasWorld> => {
    const name = JSON.stringify([fields, id]);
    const world =
      made.get(name) ?? (await makeWorldOf(fields, regimeNamed(reference.regimes, id), choice.seed, basis));
    made.set(name, world);
    return world;
  };
  const fields = biasFields(choice, reference);
  const truth = await worldOf(biasFieldsWithout(fields), AS_FELT);
  const regimes: RegimeBias[] = [];
  for (const { id } of reference.regimes) {
    if (!choice.regimes.includes(id)) continue;
    const world = await worldOf(fields, id);
    regimes.push({ regime: id, world, errors: errorsAgainst(truth, world) });
  }
  const entryFields = biasFields({ ...choice, defects: [selectiveEntry] }, reference);
  const before = await worldOf(biasFieldsWithout(entryFields), AS_FELT);
  const entry = await worldOf(entryFields, AS_FELT);
  const lessons = biasLessons.flatMap(({ id, regime }) => {
    if (regime === undefined) return [lessonOf(id, entry, errorsAgainst(before, entry))];
    const found = regimes.find((one) => one.regime === regime);
    return found === undefined ? [] : [lessonOf(id, found.world, found.errors)];
  });
  return { month: biasPreset.month, fields, truth, regimes, lessons };
}

function regimeNamed(regimes: readonly Regime[], id: string): Regime {
  const regime = regimeOfId(regimes, id);
  if (regime === undefined) throw new Error(`there is no regime ${id}`);
  return regime;
}

function makeWorldOf(
  fields: BiasFields,
  regime: Regime,
  seed: number,
  basis: WorldBasis,
): Promise<BiasWorld> {
  const scenario = underRegime(biasScenario(fields), regime);
  const asked = { scenario, period: parsePeriod(biasPreset.month) };
  return inMemoryWorld(scenario, seed, basis, (store, truth) =>
    readBiasWorld(store, truth, asked, basis.knowledge),
  );
}
