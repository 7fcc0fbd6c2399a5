import type { Bilingual } from '../../../model/language.ts';

/** Measures that are well done and help against none of these problems. */
export const measuresBeside: readonly Bilingual[] = [
  { zh: '更换大厅座椅 40 张，增设饮水机 3 台', en: '40 new chairs and 3 water dispensers in the hall' },
  {
    zh: '组织全员消防演练，更新灭火器 12 具',
    en: 'A fire drill for all staff, 12 fire extinguishers renewed',
  },
  { zh: '改造母婴室和无障碍坡道，已投入使用', en: 'Nursing room and ramp rebuilt and open' },
  { zh: '停车场重新划线，增加车位 26 个', en: 'The car park was marked anew, 26 more places' },
  {
    zh: '开展档案整理月活动，整理历史案卷 380 卷',
    en: 'A month of tidying the archive, 380 old files put in order',
  },
  { zh: '开展节能宣传周，更换节能灯具 60 盏', en: 'A week of saving energy, 60 lamps replaced' },
  { zh: '大厅绿植养护和电子屏画面更新', en: 'Plants of the hall tended, pictures on the screens renewed' },
];

/** Words that sound like measures and change nothing. */
export const wordsOnly: readonly Bilingual[] = [
  {
    zh: '召开专题会议，深刻剖析原因，举一反三，形成长效机制',
    en: 'A special meeting analysed the causes in depth, drew wider conclusions and formed a lasting mechanism',
  },
  {
    zh: '高度重视，压实责任，进一步提高政治站位和服务意识',
    en: 'Great importance was attached, responsibility pressed home, awareness of service raised further',
  },
  {
    zh: '全面加强管理，切实转变作风，确保不再发生类似问题',
    en: 'Management was strengthened in every respect and style truly changed, to ensure that nothing alike happens again',
  },
];
