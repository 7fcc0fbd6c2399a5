import { formulaOf } from '../../measure/formulas/formulas.ts';
import type { Language } from '../../model/language.ts';
import { indicatorsOf } from '../../model/method.ts';
import { unitKinds } from '../../model/reference.ts';
import { nameIn, sourceIn, translator } from '../../wording/translator.ts';
import type { ReportFacts } from '../report-facts.ts';
import { basisChapterTexts } from './basis-chapter-texts.ts';
import { methodAssumptions } from './method-assumptions.ts';

/** Every assumption below a report: what it is about, where it stands, and its basis and reason. */
export function assumptionRows(facts: ReportFacts, language: Language): string[][] {
  return [
    ...methodRows(facts, language),
    ...formulaRows(facts, language),
    ...referenceRows(facts, language),
    ...scenarioRows(facts, language),
  ];
}

function methodRows({ knowledge }: ReportFacts, language: Language): string[][] {
  const say = translator(basisChapterTexts, language);
  const methods = unitKinds.map((kind) => knowledge.methods[kind]);
  return methodAssumptions(methods, language).map(({ name, methods: kinds, isOfAll, source, reason }) => [
    name,
    isOfAll ? say('ofMethods') : say('ofMethod', { kinds }),
    source === '' || source === reason ? reason : say('join', { source: unended(source), reason }),
  ]);
}

/** A source without the stop at its end, where a reason follows. */
const unended = (text: string): string => text.replace(/[。.；;]$/, '');

function formulaRows({ knowledge }: ReportFacts, language: Language): string[][] {
  const say = translator(basisChapterTexts, language);
  const ids = unitKinds.flatMap((kind) =>
    indicatorsOf(knowledge.methods[kind]).map(({ formula }) => formula),
  );
  const byReason = new Map<string, string[]>();
  for (const { name, source } of [...new Set(ids)].map(formulaOf)) {
    if (!source.assumption) continue;
    byReason.set(source[language], [...(byReason.get(source[language]) ?? []), name[language]]);
  }
  return [...byReason].map(([reason, names]) => [names.join(say('comma')), say('ofFormula'), reason]);
}

function referenceRows({ knowledge }: ReportFacts, language: Language): string[][] {
  const say = translator(basisChapterTexts, language);
  return knowledge.reference.assumptions.map((stated) => [
    nameIn(language, stated),
    say('ofReference'),
    language === 'zh' ? stated.reason : stated.reasonEn,
  ]);
}

function scenarioRows({ runs, origin, knowledge }: ReportFacts, language: Language): string[][] {
  const say = translator(basisChapterTexts, language);
  const simulated = runs.filter(({ kind }) => kind === 'simulate');
  if (simulated.length === 0) return [];
  const scenarios = [...new Set(simulated.map(({ scenario }) => scenario))].join(say('comma'));
  const regimes = knowledge.reference.regimes.filter(({ id }) => origin.regimes.includes(id));
  return [
    [say('behaviour', { scenarios }), say('ofScenario'), say('behaviourReason')],
    ...regimes.map((regime) => [
      say('regime', { name: nameIn(language, regime) }),
      say('ofScenario'),
      say('regimeReason'),
    ]),
    ...origin.published.map((targets) => [
      say('published', { name: nameIn(language, targets) }),
      say('ofScenario'),
      say('join', {
        source: unended(sourceIn(language, targets)),
        reason: language === 'zh' ? targets.note : targets.noteEn,
      }),
    ]),
  ];
}
