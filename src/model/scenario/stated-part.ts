import { scenarioSchema, type Scenario } from './scenario.ts';

/** Groups that a file may give in part; any other object is given whole. */
const groups = [
  'quality',
  'catalogue',
  'demand',
  'applicants',
  'handling',
  'experience',
  'answering',
  'channels',
  'site',
];

/** What a file must state to give this scenario: all that differs from the defaults. */
export function statedPart(scenario: Scenario): Readonly<Record<string, unknown>> {
  const { name, title, from, to, casesPerYear } = scenario;
  const required = { name, title, from, to, casesPerYear };
  return { ...required, ...differing(scenario, scenarioSchema.parse(required)) };
}

function differing(value: object, usual: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, given]: [string, unknown]): [string, unknown][] => {
      const standard: unknown = Reflect.get(usual, key);
      if (JSON.stringify(given) === JSON.stringify(standard)) return [];
      const inPart = groups.includes(key) && isObject(given) && isObject(standard);
      return [[key, inPart ? differing(given, standard) : given]];
    }),
  );
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
