import { watchForBroken } from '../broken-rule.ts';
import type { Detector } from '../detector.ts';

/** What a text of praise says, and what one of complaint does. General words of the language; a list of ours. */
const praise =
  /满意|很好|真好|挺好|特别好|态度好|服务好|不错|好评|点赞|赞|感谢|谢谢|辛苦|热情|耐心|周到|贴心|高效|很快|真快|快|方便|省心|省事|省时|专业|负责|清楚|顺利|效率|靠谱|满分|棒|到位|人性化|轻松|及时|简单|熟练|流畅|想到了|搞定|就好了/u;
/** Turns of praise that have a word of complaint in them. */
const kindTurns = /没想到|没等多久|几乎没排队|没怎么等|又快又好|不用来回跑|不用跑|一趟都没跑/gu;
const complaint =
  /不满|不耐烦|不热情|不清楚|不方便|不专业|不负责|没|无人|太慢|慢|差|拖|推诿|敷衍|久|折腾|才|投诉|复杂|失望|生气|凭什么|超期|退回|不行|不好|不给|不让|不理|不对|不符|不一致|找不到|看不懂|难|乱|催|多次|几次|反复|又|跑|老是卡|太卡|很卡|卡了|卡住|卡顿|卡在|尽快|等了|失败|缺|无语|受不了|效率低|不及时/u;

/** A12: level 1 with a text of praise. */
export const praiseAtOne: Detector = {
  rule: {
    id: 'praise-at-one',
    anomaly: 'A12',
    flags: 'rating',
    name: { zh: '非常不满意却写表扬', en: 'Praise at level 1' },
    statistic: {
      zh: '非常不满意的评价，文字中有表扬用语而没有批评用语',
      en: 'ratings of level 1 whose text has words of praise and none of complaint',
    },
    threshold: { zh: '每一条', en: 'every one' },
    minimum: 1,
    explanation: {
      zh: '等级和文字相反，多为误点；应联系本人确认，不应直接改动。也可能是反话。',
      en: 'Level and text contradict each other, mostly because somebody hit the wrong star; the person has to be asked, the rating stays. It may also be irony.',
    },
  },
  watch: () =>
    watchForBroken('praise-at-one', (unit, row) => unit.level[row] === 1 && isPraise(unit.texts.get(row))),
};

function isPraise(text: string | undefined): boolean {
  const rest = text?.replaceAll(kindTurns, '');
  return (
    text !== undefined && rest !== undefined && (praise.test(rest) || rest !== text) && !complaint.test(rest)
  );
}
