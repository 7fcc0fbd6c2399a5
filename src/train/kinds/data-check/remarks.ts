import type { Remark } from './audited-unit.ts';

const said = (isPraise: boolean, texts: readonly (readonly [zh: string, en: string])[]): readonly Remark[] =>
  texts.map(([zh, en]) => ({ text: { zh, en }, isPraise }));

/** Words of those who are content. */
export const thanks = said(true, [
  ['办得很快，谢谢', 'Done quickly, thank you'],
  ['窗口同志很热情，讲得清楚', 'The clerk was warm and explained it well'],
  ['一次就办好了，很满意', 'Done in one visit, very satisfied'],
  ['非常方便，点赞', 'Very convenient, well done'],
]);

/** Words of those who are not. */
export const complaints = said(false, [
  ['等了一上午才叫到号', 'I waited all morning to be called'],
  ['让我回去重新打印材料，来回两趟', 'Sent home to print papers again, two trips'],
  ['系统一直报错，没有人管', 'The system kept failing and nobody cared'],
  ['说好当天办结，拖了三天', 'Promised for the same day, it took three'],
]);

/** Complaints that begin like praise. */
export const mixedComplaints = said(false, [
  ['上次来办得很快，这次等了一上午', 'Last time it was quick; this time I waited all morning'],
  ['窗口同志很热情，可是材料让我跑了两趟', 'The clerk was warm, but the papers cost me two trips'],
  ['以前很方便，改版以后一直报错', 'It used to be convenient; since the new version it keeps failing'],
]);
