import {
  biasPreset,
  usualBiasChoice,
  type BiasChoice,
  type BiasFields,
  type ChosenDefect,
} from '../../jobs/laboratory/bias-scenario.ts';
import { defects, type DefectId } from '../../model/defect.ts';
import type { Reference } from '../../model/reference.ts';
import { badParameter, readChoice, readWhole } from '../request-query.ts';

/** Defects that move ratings, with the share that the form begins with, in per cent. */
export const offeredDefects = [
  { id: 'A14', percent: 100 },
  { id: 'A13', percent: 90 },
  { id: 'A1', percent: 20 },
  { id: 'A2', percent: 20 },
  { id: 'A3', percent: 10 },
  { id: 'A4', percent: 10 },
  { id: 'A11', percent: 2 },
  { id: 'A12', percent: 2 },
] as const satisfies readonly { readonly id: DefectId; readonly percent: number }[];

export const offeredCases = ['5000', '10000', '30000'] as const;
const levels = ['1', '2', '3'] as const;

const LARGEST_SEED = 4_294_967_295;

export const rateField = (id: DefectId): string => `rate-${id}`;
export const concealmentField = (id: DefectId): string => `concealment-${id}`;

/** What an address of the bias laboratory chooses; what it does not say is as usual. */
export function readBiasChoice(query: URLSearchParams, { regimes }: Pick<Reference, 'regimes'>): BiasChoice {
  const chosen = readMany(
    query,
    'regimes',
    regimes.map(({ id }) => id),
  );
  const ids = readMany<DefectId>(
    query,
    'defects',
    offeredDefects.map(({ id }) => id),
  );
  return {
    regimes: chosen.length === 0 ? usualBiasChoice.regimes : chosen,
    // Every field is read, so that a wrong one is named whether its box is marked or not.
    defects: offeredDefects.map((one) => readDefect(query, one)).filter(({ id }) => ids.includes(id)),
    casesPerYear: Number(readChoice(query, 'cases', offeredCases, '5000')),
    seed: readWhole(query, 'seed', usualBiasChoice.seed, 0, LARGEST_SEED),
  };
}

/** A defect as the address states it, chosen or not. */
export const readDefect = (
  query: URLSearchParams,
  { id, percent }: (typeof offeredDefects)[number],
): ChosenDefect => ({
  id,
  percent: readWhole(query, rateField(id), percent, 1, 100),
  concealment:
    defects[id].concealmentLevels === 1 ? 1 : Number(readChoice(query, concealmentField(id), levels, '1')),
});

/** Every value of a field that may be repeated, in the order of the list; each must be on it. */
function readMany<T extends string>(query: URLSearchParams, field: string, choices: readonly T[]): T[] {
  const given = query.getAll(field).filter((value) => value !== '');
  const unknown = given.find((value) => !choices.some((choice) => choice === value));
  if (unknown !== undefined)
    throw badParameter(field, unknown, {
      zh: `只能是 ${choices.join('、')} 之一`,
      en: `it must be one of ${choices.join(', ')}`,
    });
  return choices.filter((choice) => given.includes(choice));
}

/** The scenario with these fields as the address of the scenario page has it. */
export const biasScenarioAddress = (
  { units, casesPerYear, catalogue, defects: injected }: BiasFields,
  seed: number,
): Record<string, string> => ({
  preset: biasPreset.name,
  seed: String(seed),
  units: units.join(', '),
  casesPerYear: String(casesPerYear),
  'catalogue.implemented': String(catalogue.implemented),
  'catalogue.local': String(catalogue.local),
  ...(injected.length === 0 ? {} : { defects: JSON.stringify(injected) }),
});
