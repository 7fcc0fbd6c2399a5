import {
  NO_KEY,
  NO_NUMBER_KEY,
  NO_PERSON,
  NO_TASK,
  type RatingBatch,
  type RectificationBatch,
  type ServiceBatch,
} from '../../model/record/batch.ts';
import { ABSENT } from '../../model/time/time.ts';
import type { Links } from '../link.ts';
import { refuse, type Verdicts } from '../verdict.ts';

const ACCEPTED = 2;
const FINISHED = 3;

/** 必填项缺失: fields every service record must carry; acceptDate once accepted, resultDate once finished. */
export function checkServiceRequired(rows: ServiceBatch, verdicts: Verdicts): void {
  for (let row = 0; row < rows.length; row++) {
    const status = rows.status[row] ?? 0;
    if (rows.key[row] === NO_KEY) refuse(verdicts, row, 'required', 'projectNo');
    if (rows.key[row] === NO_NUMBER_KEY) refuse(verdicts, row, 'required', 'serviceNumber');
    if (rows.task[row] === NO_TASK) refuse(verdicts, row, 'required', 'taskCode');
    if (status === 0) refuse(verdicts, row, 'required', 'proStatus');
    if (rows.stage[row] === 0) refuse(verdicts, row, 'required', 'serviceName');
    if (rows.channel[row] === 0) refuse(verdicts, row, 'required', 'proChannel');
    if (rows.userType[row] === 0) refuse(verdicts, row, 'required', 'userProp');
    if (rows.acceptedAt[row] === ABSENT && (status === ACCEPTED || status === FINISHED)) {
      refuse(verdicts, row, 'required', 'acceptDate');
    }
    if (rows.finishedAt[row] === ABSENT && status === FINISHED)
      refuse(verdicts, row, 'required', 'resultDate');
    if (rows.serviceAt[row] === ABSENT) refuse(verdicts, row, 'required', 'serviceTime');
    if (rows.person[row] === NO_PERSON) refuse(verdicts, row, 'required', 'certKey');
  }
}

/** 必填项缺失: fields every rating must carry; a level where the place's rules say the channel has one. */
export function checkRatingRequired(
  rows: RatingBatch,
  links: Links,
  levelled: LevelledChannels,
  verdicts: Verdicts,
): void {
  for (let row = 0; row < rows.length; row++) {
    if (rows.key[row] === NO_KEY) refuse(verdicts, row, 'required', 'projectNo');
    if (rows.key[row] === NO_NUMBER_KEY) refuse(verdicts, row, 'required', 'serviceNumber');
    if (rows.channel[row] === 0) refuse(verdicts, row, 'required', 'pf');
    if (rows.assessedAt[row] === ABSENT) refuse(verdicts, row, 'required', 'assessTime');
    if (rows.level[row] === 0) {
      const task = links.task[row] ?? NO_TASK;
      if (task >= 0 && levelled(task, rows.channel[row] ?? 0))
        refuse(verdicts, row, 'required', 'satisfaction');
    }
  }
}

/** True where ratings of an item's place carry one of the five levels on this channel (rule profile). */
export type LevelledChannels = (task: number, channel: number) => boolean;

/** 必填项缺失: a rectification names its rating; it has a verdict once rectified, and a call-back has a time. */
export function checkRectificationRequired(rows: RectificationBatch, verdicts: Verdicts): void {
  for (let row = 0; row < rows.length; row++) {
    if (rows.key[row] === NO_KEY) refuse(verdicts, row, 'required', 'projectNo');
    if (rows.key[row] === NO_NUMBER_KEY) refuse(verdicts, row, 'required', 'serviceNumber');
    if (rows.verdict[row] === 0 && rows.rectifiedAt[row] !== ABSENT)
      refuse(verdicts, row, 'required', 'verdict');
    const calledBack = rows.satisfied[row] !== 0 || rows.calledBackTo[row] !== NO_PERSON;
    if (calledBack && rows.calledBackAt[row] === ABSENT) refuse(verdicts, row, 'required', 'callbackTime');
  }
}
