import { scaleOf } from '../../measure/scale.ts';
import type { RecordTotals } from '../../measure/totals/period-counts.ts';
import type { Language } from '../../model/language.ts';
import type { Tag } from '../../model/reference.ts';
import { printCount, printShare } from '../../wording/print-number.ts';
import { nameIn, translator } from '../../wording/translator.ts';
import type { ReportFacts } from '../report-facts.ts';
import { findingTexts } from './finding-texts.ts';
import { joiningTags, topics } from './topics.ts';

/** A sentence on stored results, under the subject it belongs to. */
export interface Finding {
  readonly topic: keyof typeof findingTexts;
  readonly text: string;
}

/**
 * How often the tags of the subjects were chosen in the year, good ones and bad ones apart. Years are not compared: choices of one person go
 * together, and stored counts do not say by how much, so no test could tell a change from chance.
 */
export function tagFindings(facts: ReportFacts, language: Language) {
  const of = (list: 'goodTags' | 'badTags'): Finding[] =>
    topics.flatMap((topic) =>
      topic[list].flatMap((code): Finding[] => {
        const text = tagSentence(facts, language, code);
        return text === undefined ? [] : [{ topic: topic.id, text }];
      }),
    );
  return { good: of('goodTags'), bad: of('badTags') };
}

function tagSentence(facts: ReportFacts, language: Language, code: string): string | undefined {
  const { n, all } = tagCount(facts, facts.analysis.counts.all, [code]);
  const tag = facts.knowledge.reference.tags.find((one) => one.code === code);
  if (n === 0 || tag === undefined) return undefined;
  return translator(findingTexts, language)('tags', {
    year: facts.period.label,
    code,
    name: nameIn(language, tag),
    n: printCount(n),
    all: printCount(all),
    share: printShare(n / all, ''),
  });
}

/** Times that some tags were chosen, and all. */
function tagCount(
  { knowledge }: ReportFacts,
  { tags }: Pick<RecordTotals, 'tags'>,
  codes: readonly string[],
): { readonly n: number; readonly all: number } {
  const known: readonly (Tag | undefined)[] = scaleOf(knowledge.reference).tags;
  return {
    n: tags.reduce((sum, n, i) => (codes.includes(known[i]?.code ?? '') ? sum + n : sum), 0),
    all: tags.reduce((sum, n) => sum + n, 0),
  };
}

export function joiningFinding(facts: ReportFacts, language: Language): Finding[] {
  const { n, all } = tagCount(facts, facts.analysis.counts.all, joiningTags);
  if (n === 0) return [];
  const codes = joiningTags.map((code) => {
    const tag = facts.knowledge.reference.tags.find((one) => one.code === code);
    return tag === undefined ? code : `${code} ${nameIn(language, tag)}`;
  });
  const text = translator(findingTexts, language)('joining', {
    year: facts.period.label,
    codes: codes.join(language === 'zh' ? '；' : '; '),
    n: printCount(n),
    all: printCount(all),
    share: printShare(n / all, ''),
  });
  return [{ topic: 'channels', text }];
}
