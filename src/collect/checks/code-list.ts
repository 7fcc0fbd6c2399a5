import {
  BAD_ASSESS_KEY,
  BAD_NUMBER_KEY,
  LONG_CASE_KEY,
  UNKNOWN_CODE,
  type RatingBatch,
  type RectificationBatch,
  type ServiceBatch,
} from '../../model/record/batch.ts';
import { UNREADABLE } from '../../model/time/time.ts';
import { refuse, type Verdicts } from '../verdict.ts';

/** 代码不在代码表: codes outside their lists, and times and numbers nobody can read. */
export function checkServiceCodes(rows: ServiceBatch, verdicts: Verdicts): void {
  for (let row = 0; row < rows.length; row++) {
    if (rows.key[row] === LONG_CASE_KEY) refuse(verdicts, row, 'code-list', 'projectNo');
    if (rows.key[row] === BAD_NUMBER_KEY) refuse(verdicts, row, 'code-list', 'serviceNumber');
    if (rows.status[row] === UNKNOWN_CODE) refuse(verdicts, row, 'code-list', 'proStatus');
    if (rows.stage[row] === UNKNOWN_CODE) refuse(verdicts, row, 'code-list', 'serviceName');
    if (rows.channel[row] === UNKNOWN_CODE) refuse(verdicts, row, 'code-list', 'proChannel');
    if (rows.userType[row] === UNKNOWN_CODE) refuse(verdicts, row, 'code-list', 'userProp');
    if (rows.acceptedAt[row] === UNREADABLE) refuse(verdicts, row, 'code-list', 'acceptDate');
    if (rows.finishedAt[row] === UNREADABLE) refuse(verdicts, row, 'code-list', 'resultDate');
    if (rows.serviceAt[row] === UNREADABLE) refuse(verdicts, row, 'code-list', 'serviceTime');
  }
}

/** 代码不在代码表: the same for ratings. */
export function checkRatingCodes(rows: RatingBatch, verdicts: Verdicts): void {
  for (let row = 0; row < rows.length; row++) {
    if (rows.key[row] === LONG_CASE_KEY) refuse(verdicts, row, 'code-list', 'projectNo');
    if (rows.key[row] === BAD_NUMBER_KEY) refuse(verdicts, row, 'code-list', 'serviceNumber');
    if (rows.key[row] === BAD_ASSESS_KEY) refuse(verdicts, row, 'code-list', 'assessNumber');
    if (rows.level[row] === UNKNOWN_CODE) refuse(verdicts, row, 'code-list', 'satisfaction');
    if (rows.channel[row] === UNKNOWN_CODE) refuse(verdicts, row, 'code-list', 'pf');
    if (rows.assessedAt[row] === UNREADABLE) refuse(verdicts, row, 'code-list', 'assessTime');
    if (rows.uploadedAt[row] === UNREADABLE) refuse(verdicts, row, 'code-list', 'uploadTime');
  }
}

/** 代码不在代码表: the same for rectifications. */
export function checkRectificationCodes(rows: RectificationBatch, verdicts: Verdicts): void {
  for (let row = 0; row < rows.length; row++) {
    if (rows.key[row] === LONG_CASE_KEY) refuse(verdicts, row, 'code-list', 'projectNo');
    if (rows.key[row] === BAD_NUMBER_KEY) refuse(verdicts, row, 'code-list', 'serviceNumber');
    if (rows.key[row] === BAD_ASSESS_KEY) refuse(verdicts, row, 'code-list', 'assessNumber');
    if (rows.verdict[row] === UNKNOWN_CODE) refuse(verdicts, row, 'code-list', 'verdict');
    if (rows.complex[row] === UNKNOWN_CODE) refuse(verdicts, row, 'code-list', 'complex');
    if (rows.contactedAt[row] === UNREADABLE) refuse(verdicts, row, 'code-list', 'contactTime');
    if (rows.rectifiedAt[row] === UNREADABLE) refuse(verdicts, row, 'code-list', 'rectifyTime');
    if (rows.calledBackAt[row] === UNREADABLE) refuse(verdicts, row, 'code-list', 'callbackTime');
    if (rows.satisfied[row] === UNKNOWN_CODE) refuse(verdicts, row, 'code-list', 'callbackLevel');
  }
}
