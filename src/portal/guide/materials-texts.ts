import type { Bilingual } from '../../model/language.ts';
import { unfoundedPapers } from '../rules/known-papers.ts';
import { paperMediumNames, paperSourceNames, type Paper, type PaperMedium } from '../rules/paper.ts';
import type { ItemRules } from '../rules/rules-of-item.ts';
import type { ElementTexts, TextsOf, WrongText } from './element-texts.ts';

/** The elements of 申请材料, each a list over all papers. */
export function materialsTexts({ papers }: ItemRules): TextsOf<'papers' | 'sources' | 'copies' | 'media'> {
  return {
    papers: nameTexts(papers),
    sources: attributeTexts(papers, sourceText, wrongSource, {
      zh: '按有关规定准备',
      en: 'to be prepared by the rules concerned',
    }),
    copies: attributeTexts(papers, copiesText, (paper) => ({ ...paper, copies: paper.copies + 1 }), {
      zh: '份数视情况而定',
      en: 'as many copies as circumstances ask for',
    }),
    media: attributeTexts(papers, mediumText, (paper) => ({ ...paper, medium: otherMedium[paper.medium] }), {
      zh: '符合有关要求的形式',
      en: 'in a form that meets the requirements concerned',
    }),
  };
}

const listText = (entries: readonly Bilingual[]): Bilingual => ({
  zh: entries.map(({ zh }, i) => `${i + 1}.${zh}`).join('；'),
  en: entries.map(({ en }, i) => `${i + 1}. ${en}`).join('; '),
});

const otherPapers: Bilingual = { zh: '其他有关材料', en: 'other papers concerned' };

/** Names: wrong with a paper that no rule asks for; vague with a clause that catches all (兜底条款). */
function nameTexts(papers: readonly Paper[]): ElementTexts {
  const names = papers.map(({ name }) => name);
  const [first, ...others] = unfoundedPapers.map(([zh, en]): WrongText => ({
    ...listText([...names, { zh, en }]),
    adds: true,
  }));
  const right = listText(names);
  return {
    right,
    wrong: [first ?? right, ...others],
    vague: [listText([...names, otherPapers]), listText([...names.slice(0, 1), otherPapers])],
  };
}

/** An attribute of all papers: wrong of one of them. */
function attributeTexts(
  papers: readonly Paper[],
  text: (paper: Paper) => Bilingual,
  corrupt: (paper: Paper) => Paper,
  vague: Bilingual,
): ElementTexts {
  const all = (list: readonly Paper[]): Bilingual => listText(list.map(text));
  const right = all(papers);
  const [first = right, ...others] = papers.map((_, wrong) =>
    all(papers.map((paper, i) => (i === wrong ? corrupt(paper) : paper))),
  );
  return { right, wrong: [first, ...others], vague: [vague] };
}

const withValue = ({ name }: Paper, value: Bilingual): Bilingual => ({
  zh: `${name.zh}：${value.zh}`,
  en: `${name.en}: ${value.en}`,
});

const sourceText = (paper: Paper): Bilingual => withValue(paper, paperSourceNames[paper.source]);
const wrongSource = (paper: Paper): Paper => ({
  ...paper,
  source: paper.source === 'applicant' ? 'government' : 'applicant',
});

const copiesText = (paper: Paper): Bilingual =>
  withValue(paper, {
    zh: `${paper.copies}份`,
    en: `${paper.copies} ${paper.copies === 1 ? 'copy' : 'copies'}`,
  });

const mediumText = (paper: Paper): Bilingual => withValue(paper, paperMediumNames[paper.medium]);
/** Paper is asked for where a file would do. */
const otherMedium: Readonly<Record<PaperMedium, PaperMedium>> = {
  paper: 'electronic',
  electronic: 'paper',
  either: 'paper',
};
