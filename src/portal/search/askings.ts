import type { Bilingual, Language } from '../../model/language.ts';
import { uniform } from '../../model/math/random.ts';
import type { AskingWay } from '../../model/site/asking-ways.ts';
import type { SiteItem, SiteUnit } from '../site-unit.ts';
import { commonName, wishFor } from './common-name.ts';
import { searchWord } from './search-draws.ts';
import { mistyped, mistypedEnglish } from './typing-errors.ts';

/**
 * Sentences in which people say what they need; {wish} stands for what they want to do. None of them is cheerful. Those of `papers` speak
 * of what to bring and how it goes on, which nobody asks who only wants to look something up or book it.
 */
const sentences = {
  zh: {
    any: [
      '请问怎么{wish}？',
      '我要{wish}，去哪里办理？',
      '想{wish}，该怎么弄',
      '我想{wish}，网上能办吗？',
      '在哪里可以{wish}',
    ],
    papers: [
      '我想{wish}，需要什么手续？',
      '{wish}要带什么材料？',
      '{wish}是什么流程？',
      '{wish}需要哪些材料',
    ],
    looksUp: /^(?:查|打印|复印|约|找|挂|联系)/,
  },
  en: {
    any: [
      'How do I {wish}?',
      'how to {wish}',
      'Where can I {wish}?',
      'I need to {wish}. Where do I go?',
      'I want to {wish}. Can I do that online?',
    ],
    papers: ['I want to {wish}. What do I need?', 'What documents do I need to {wish}?'],
    looksUp: /^(?:check|look up|print|book|find|see|talk|arrange) /,
  },
} as const;

function sentence(language: Language, wish: string, word: number): string {
  const { any, papers, looksUp } = sentences[language];
  const list = looksUp.test(wish) ? any : [...any, ...papers];
  return (list[Math.floor(uniform(word) * list.length)] ?? '').replace('{wish}', () => wish);
}

/**
 * How an item is asked for in each way: `standard` its name, `common` what people call it, `typing` the name with one typing error, `need`
 * the wish in a sentence. Depends on seed, unit, slot and name of the item alone, whatever else its unit offers.
 */
export function askingsOf(site: SiteUnit, item: SiteItem): Record<AskingWay, Bilingual> {
  const word = (purpose: Parameters<typeof searchWord>[2]): number => searchWord(site, item, purpose);
  const wish = wishFor(item);
  const english = item.nameEn === '' ? item.name : item.nameEn;
  return {
    standard: { zh: item.name, en: english },
    common: commonName(item),
    typing: {
      zh: mistyped(item.name, uniform(word('typingKind')), uniform(word('typingPlace'))),
      en: mistypedEnglish(english, uniform(word('typingPlaceEn'))),
    },
    need: {
      zh: sentence('zh', wish.zh, word('needSentence')),
      en: sentence('en', wish.en, word('needSentenceEn')),
    },
  };
}
