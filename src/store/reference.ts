import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';
import { calendarFrom, type Calendar } from '../model/time/calendar.ts';
import { Mistake, wrongUse } from '../model/errors.ts';
import { isOnRequest, type Knowledge, type Methods } from '../model/knowledge.ts';
import { methodSchema } from '../model/method.ts';
import { composeItems } from '../model/items/compose-items.ts';
import { itemFamiliesFile } from '../model/items/item-families.ts';
import { codedPlaces } from '../model/names/coded-places.ts';
import {
  calendarFile,
  channelsFile,
  departmentsFile,
  fictionalUnitsFile,
  itemsFile,
  itemTypesFile,
  levelsFile,
  oneThingsFile,
  profilesFile,
  regimesFile,
  regionsFile,
  stagesFile,
  tagsFile,
  tilesFile,
  unitsFile,
  userTypesFile,
  type Places,
  type Reference,
} from '../model/reference.ts';
import type { Bilingual } from '../model/language.ts';
import { realismFile } from '../model/realism/realism-range.ts';
import { parseScenario } from '../model/scenario/check-scenario.ts';
import type { Scenario } from '../model/scenario/scenario.ts';
import { readStrictJson } from '../model/strict-json.ts';
import { parseTargets, type MonthTargets, type PublishedYear, type Targets } from '../model/targets.ts';
import { validationFile, type ValidatedCheck } from '../model/validation/validation.ts';
import { parsePlan, type EvaluationPlan } from '../model/evaluation/evaluation-plan.ts';
import { parseCourse, type TrainingCourse } from '../model/training/course.ts';
import { dayOf, parseDay, printDay, weekdayOf } from '../model/time/time.ts';
import { dataPath } from './paths.ts';
import { readWholeText } from './whole-text.ts';
import { courseNames, scenarioNames, targetNames } from './shipped.ts';

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

function readReferenceFile<T>(name: string, schema: z.ZodType<T>): T {
  return schema.parse(readJson(dataPath('reference', name)));
}

/** Everything in db/reference but methods, calendar and targets. A wrong file is a bug and throws. */
export function readReference(): Reference {
  const fiction = readReferenceFile('fictional-units.json', fictionalUnitsFile);
  const { departments } = readReferenceFile('departments.json', departmentsFile);
  const tiles = readReferenceFile('tiles.json', tilesFile);
  const tags = readReferenceFile('tags.json', tagsFile);
  const rules = readReferenceFile('profiles.json', profilesFile);
  const families = readReferenceFile('item-families.json', itemFamiliesFile);
  const real: Places = {
    names: 'real',
    regions: [...readReferenceFile('regions.json', regionsFile).regions, fiction.region],
    units: [...readReferenceFile('units.json', unitsFile).units, ...fiction.units],
    tiles: tiles.tiles,
    tileCaption: { zh: tiles.caption, en: tiles.captionEn },
  };
  return {
    ...real,
    places: { real, coded: codedPlaces(real) },
    departments,
    items: composeItems(readReferenceFile('items.json', itemsFile).items, families, departments),
    channels: readReferenceFile('channels.json', channelsFile).channels,
    levels: readReferenceFile('levels.json', levelsFile).levels,
    tags: tags.tags,
    retiredTags: new Set(tags.retired),
    userTypes: readReferenceFile('user-types.json', userTypesFile).userTypes,
    itemTypes: readReferenceFile('item-types.json', itemTypesFile).itemTypes,
    oneThings: readReferenceFile('one-things.json', oneThingsFile).oneThings,
    stages: readReferenceFile('stages.json', stagesFile).stages,
    profiles: rules.profiles,
    assumedRules: rules.assumed,
    regimes: readReferenceFile('regimes.json', regimesFile).regimes,
    assumptions: [
      { name: '地方规则未写明的时限', nameEn: 'Limits that local rules do not state', ...rules.assumed },
      { name: '事项需求的分布', nameEn: 'How demand falls from item to item', ...families.popularity },
    ].map(({ name, nameEn, reason, reasonEn }) => ({ name, nameEn, reason, reasonEn })),
  };
}

/** The editions of the methods, the newest first and those on request last: a folder each, a file for each of the groups that are assessed apart. */
export const readEditions = (): readonly Methods[] =>
  readdirSync(dataPath('reference', 'methods'))
    .sort((a, b) => (a < b ? 1 : -1))
    .map((edition) => ({
      edition,
      province: readReferenceFile(`methods/${edition}/province.json`, methodSchema),
      city: readReferenceFile(`methods/${edition}/city.json`, methodSchema),
    }))
    .sort((a, b) => Number(isOnRequest(a)) - Number(isOnRequest(b)));

/** Days off and make-up working days by date: the library's data, for its functions answer by the machine's time zone. */
const noticesFile = z.object({
  holidays: z.record(z.string(), z.string()),
  workdays: z.record(z.string(), z.string()),
});

/**
 * Working days of every year whose State Council notice is known: the library's table, changed by the override file.
 * Years outside it are unknown and never guessed.
 */
function readCalendar(): Calendar {
  const { firstYear, lastYear, overrides } = readReferenceFile('calendar-overrides.json', calendarFile);
  const first = dayOf(firstYear, 1, 1);
  const working = new Uint8Array(dayOf(lastYear + 1, 1, 1) - first);
  const require = createRequire(import.meta.url);
  const { holidays, workdays } = noticesFile.parse(require('chinese-days/dist/chinese-days.json'));
  for (let i = 0; i < working.length; i++) {
    const date = printDay(first + i);
    const usual = weekdayOf(first + i) < 5 && !(date in holidays);
    working[i] = usual || date in workdays ? 1 : 0;
  }
  for (const { date, working: isWorking } of overrides) working[parseDay(date) - first] = isWorking ? 1 : 0;
  return calendarFrom(first, working);
}

/** Reads shipped targets by name, or any by the path of their file. */
export function readTargets(nameOrFile: string): Targets {
  const shipped = targetNames().includes(nameOrFile);
  const file = shipped ? dataPath('reference', `targets/${nameOrFile}.json`) : nameOrFile;
  if (!existsSync(file)) {
    throw wrongUse(
      `没有目标“${nameOrFile}”：既不是内置目标（${targetNames().join('、')}），也不是文件`,
      `there are no targets “${nameOrFile}”: neither shipped ones (${targetNames().join(', ')}) nor a file`,
    );
  }
  return parseTargets(readGivenJson(file, { zh: '目标文件', en: 'targets file' }), nameOrFile);
}

const shippedTargets = (): Targets[] => targetNames().map(readTargets);

/** Published figures of the national reports, the latest year first. */
export const readNationalTargets = (): readonly PublishedYear[] =>
  shippedTargets()
    .flatMap((targets): PublishedYear[] => {
      if (targets.kind === 'series') return targets.years.map((year) => ({ ...year, series: targets.id }));
      return targets.kind === 'national' ? [targets] : [];
    })
    .sort((a, b) => b.year - a.year);

/** Published monthly counts of single provinces. */
export const readMonthTargets = (): readonly MonthTargets[] =>
  shippedTargets().filter((targets) => targets.kind === 'month');

/** The checks against outside numbers, as `npm run validate` last found them. */
export const readValidation = (): readonly ValidatedCheck[] =>
  readReferenceFile('validation.json', validationFile).checks;

/** The shipped courses of the training room. A wrong one is a bug and throws. */
export const readCourses = (): readonly TrainingCourse[] =>
  courseNames().map((name) => parseCourse(readJson(dataPath('reference', `courses/${name}.json`)), name));

/** Reads a shipped scenario by name, or any scenario by the path of its file. */
export function readScenario(nameOrFile: string): Scenario {
  const shipped = scenarioNames().includes(nameOrFile);
  const file = shipped ? dataPath('scenarios', `${nameOrFile}.json`) : nameOrFile;
  if (!existsSync(file)) {
    throw wrongUse(
      `没有场景“${nameOrFile}”：既不是内置场景（${scenarioNames().join('、')}），也不是文件`,
      `there is no scenario “${nameOrFile}”: neither a shipped one (${scenarioNames().join(', ')}) nor a file`,
    );
  }
  return parseScenario(readGivenJson(file, { zh: '场景文件', en: 'scenario file' }), nameOrFile);
}

/** The sampling plan that evaluators of a first start follow. */
export const readFirstPlan = (): EvaluationPlan =>
  parsePlan(readJson(dataPath('reference', 'plans/basic.json')), 'basic');

/** Reads a sampling plan by the path of its file. */
export const readPlan = (file: string): EvaluationPlan =>
  parsePlan(readGivenJson(file, { zh: '抽样方案文件', en: 'plan file' }), file);

/** Reads a file somebody else wrote; editors of Windows begin it with a byte order mark. */
function readGivenJson(file: string, what: Bilingual): unknown {
  const read = readStrictJson(readGivenText(file, what));
  if ('value' in read) return read.value;
  const { fault, detail } = read;
  throw wrongUse(
    `${what.zh} ${file} ${fault.zh}${detail.zh && `（${detail.zh}）`}`,
    `${what.en} ${file} ${fault.en}${detail.en && `: ${detail.en}`}`,
  );
}

/** The text of a method that somebody wrote; a Mistake where the file cannot be read. */
export const readMethodText = (file: string): string =>
  readGivenText(file, { zh: '方法文件', en: 'method file' });

function readGivenText(file: string, what: Bilingual): string {
  try {
    return readWholeText(file).replace(/^\uFEFF/, '');
  } catch (error) {
    if (error instanceof Mistake) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    throw wrongUse(`无法读取${what.zh} ${file}：${detail}`, `cannot read the ${what.en} ${file}: ${detail}`);
  }
}

/** Reads all that is known before any record comes; once, at the start of a program. */
export function readKnowledge(): Knowledge {
  const editions = readEditions();
  const [methods] = editions;
  if (methods === undefined) throw new Error('there is no edition of the methods');
  const { ranges: realism } = readReferenceFile('realism.json', realismFile);
  return { reference: readReference(), editions, methods, calendar: readCalendar(), realism };
}
