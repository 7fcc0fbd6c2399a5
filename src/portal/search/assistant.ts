import type { Bilingual } from '../../model/language.ts';
import type { SiteItem } from '../site-unit.ts';
import type { SearchIndex } from './search-index.ts';
import { assistantTruthOf } from './search-truth.ts';

/** What the simulated assistant (智能客服) says, and the item that it points to. */
export interface AssistantAnswer {
  readonly text: Bilingual;
  readonly item: SiteItem | null;
}

/** Answers a question: an asking as the truth says, anything else with what is most like it. */
export function askAssistant(index: SearchIndex, question: string): AssistantAnswer {
  const item = itemMeant(index, question);
  return item === undefined ? nothingFound : { text: pointingTo(item), item };
}

function itemMeant(index: SearchIndex, question: string): SiteItem | undefined {
  const asked = index.askedFor(question);
  if (asked === undefined) return index.search(question).hits[0];
  const { item, way } = asked;
  switch (assistantTruthOf(index.site, item)[way]) {
    case 'right':
      return item;
    case 'neighbour':
      return index.neighbourOf(item);
    case 'nothing':
      return undefined;
  }
}

const nothingFound: AssistantAnswer = {
  text: {
    zh: '抱歉，没有找到您要办的事项。请换个说法再问，或到政务服务大厅咨询。',
    en: 'Sorry, I found no service for that. Please ask in other words, or at the service hall.',
  },
  item: null,
};

const pointingTo = ({ name, nameEn, officeLine }: SiteItem): Bilingual => ({
  zh: `您要办的可能是“${name}”，由${officeLine.name}办理。请查看办事指南。`,
  en: `You may be looking for “${nameEn === '' ? name : nameEn}”, handled by: ${officeLine.nameEn === '' ? officeLine.name : officeLine.nameEn}. Please see its guide.`,
});
