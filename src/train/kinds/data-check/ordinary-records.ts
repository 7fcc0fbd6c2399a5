import type { Bilingual } from '../../../model/language.ts';
import { DAY_SECONDS } from '../../../model/time/time.ts';
import type { AuditedRecord } from './audited-unit.ts';
import { complaints, thanks } from './remarks.ts';
import { HOUR_SECONDS, MINUTE_SECONDS, phoneFrom, RECORDS, secondOf, type UnitScene } from './unit-scene.ts';

/** Tags of a level, of the evaluation list. */
export const tagsOfLevel: Readonly<Record<number, readonly string[]>> = {
  5: ['510', '511', '512', '513', '514', '515', '516', '517'],
  4: ['406', '407', '408', '409', '410', '411', '412', '413'],
  3: ['307', '308', '309', '310', '311', '312', '313', '314'],
  2: ['207', '208', '209', '210', '211', '212', '213', '214'],
  1: ['108', '109', '110', '111', '112', '113', '114', '115'],
};

export const drawnTag = ({ draws }: UnitScene, level: number, name: string): string =>
  draws.one(`tag ${name}`, tagsOfLevel[level] ?? []);

export const items: readonly Bilingual[] = [
  { zh: '社保卡申领', en: 'Social security card' },
  { zh: '居住证办理', en: 'Residence permit' },
  { zh: '公积金提取', en: 'Withdrawal from the housing fund' },
  { zh: '医保报销', en: 'Medical reimbursement' },
  { zh: '营业执照变更', en: 'RecordChange of a business licence' },
  { zh: '不动产登记', en: 'Registration of real estate' },
  { zh: '食品经营许可', en: 'Food business licence' },
  { zh: '道路运输证换发', en: 'Renewal of a road transport certificate' },
];

export const HALL_TABLET = 4;
const HALL_TERMINAL = 5;
const COMPUTER = 1;
export const MOBILE = 2;
export const QR_CODE = 3;
const channels = [HALL_TABLET, HALL_TABLET, MOBILE, QR_CODE, MOBILE, COMPUTER, HALL_TERMINAL] as const;
const levels = [5, 5, 5, 5, 5, 4, 4, 3] as const;

export const hallTablet = ({ draws }: UnitScene): string => `P-${String(draws.whole('tablet', 10, 99))}`;
const hallTerminal = ({ draws }: UnitScene): string => `T-${String(draws.whole('terminal', 10, 99))}`;
export const ownDevice = ({ draws }: UnitScene, name: string): string =>
  `M-${String(draws.whole(`device ${name}`, 1000, 9999))}`;

/** Ratings of an office, one after another on a working day, with nothing wrong in them. */
export function ordinaryRatings(scene: UnitScene): AuditedRecord[] {
  const { draws, days, staff, otherStaff } = scene;
  const day = draws.one('day', days.working);
  const serial = draws.whole('serial', 1000, 9000);
  const silent = new Set(scene.difficulty > 1 ? [draws.whole('without a number', 0, 2 * RECORDS)] : []);
  let ratedAt = secondOf(day, 9) + draws.whole('start', 5 * MINUTE_SECONDS, 3 * HOUR_SECONDS);
  return Array.from({ length: RECORDS }, (_, i): AuditedRecord => {
    const name = String(i);
    ratedAt += draws.whole(`gap ${name}`, 4 * MINUTE_SECONDS, 30 * MINUTE_SECONDS);
    const servedAt = ratedAt - draws.whole(`delay ${name}`, 20, 240);
    const channel = draws.one(`channel ${name}`, channels);
    const level = draws.one(`level ${name}`, levels);
    const isInHall = channel === HALL_TABLET || channel === HALL_TERMINAL;
    return {
      caseNumber: String(serial + 7 * i + draws.whole(`case ${name}`, 0, 6)),
      assessNumber: 1,
      booked: 'month',
      item: draws.one(`item ${name}`, items),
      acceptedAt: servedAt - 10 * MINUTE_SECONDS,
      servedAt,
      dueAt: servedAt + 5 * DAY_SECONDS,
      finishedAt: servedAt,
      ratedAt,
      uploadedAt: ratedAt + draws.whole(`sent ${name}`, 20, 900),
      channel,
      device:
        channel === HALL_TABLET
          ? hallTablet(scene)
          : channel === HALL_TERMINAL
            ? hallTerminal(scene)
            : ownDevice(scene, name),
      phone: silent.has(i) && isInHall ? '' : phoneFrom(draws, `phone ${name}`, [...staff, ...otherStaff]),
      otherPhone: '',
      level,
      tags: [drawnTag(scene, level, name)],
      isAutomatic: false,
      remark: draws.share(`says ${name}`) < 0.2 ? draws.one(`thanks ${name}`, thanks) : null,
      hasHint: false,
      isTaken: true,
      rectifiedAt: null,
      calledAt: null,
      calledPhone: '',
      isMade: false,
    };
  });
}

/** A moment of this day at which offices work. */
export const inOfficeHours = ({ draws }: UnitScene, day: number, name: string): number =>
  secondOf(day, 9) + draws.whole(name, 20 * MINUTE_SECONDS, 7 * HOUR_SECONDS);

/** Cases of an office, accepted one after another, each finished in time and rated. */
export const ordinaryCases = (scene: UnitScene): AuditedRecord[] =>
  spreadOut(scene, (record, acceptedAt, name): AuditedRecord => {
    const day = Math.floor(acceptedAt / DAY_SECONDS);
    const promised = scene.draws.whole(`promised ${name}`, 5, 9);
    const early = scene.draws.whole(`early ${name}`, 1, 3);
    return {
      ...record,
      acceptedAt,
      servedAt: acceptedAt,
      ratedAt: acceptedAt,
      dueAt: secondOf(day + promised, 17),
      finishedAt: inOfficeHours(scene, day + promised - early, `finished ${name}`),
    };
  });

/** Bad ratings of an office, each rectified and called back about, at the number that the rater left. */
export const ordinaryOrders = (scene: UnitScene): AuditedRecord[] =>
  spreadOut(scene, (record, ratedAt, name): AuditedRecord => {
    const { draws } = scene;
    const rectifiedAt =
      Math.floor(ratedAt / DAY_SECONDS + draws.whole(`takes ${name}`, 1, 4)) * DAY_SECONDS +
      draws.whole(`rectified ${name}`, 10 * HOUR_SECONDS, 15 * HOUR_SECONDS);
    return {
      ...record,
      acceptedAt: ratedAt - HOUR_SECONDS,
      servedAt: ratedAt - HOUR_SECONDS,
      finishedAt: ratedAt - HOUR_SECONDS,
      ratedAt,
      level: draws.whole(`bad ${name}`, 1, 2),
      phone: record.phone === '' ? phoneFrom(draws, `left ${name}`, scene.staff) : record.phone,
      remark: draws.one(`complaint ${name}`, complaints),
      rectifiedAt,
      calledAt: rectifiedAt + DAY_SECONDS - draws.whole(`called ${name}`, 0, 60) * MINUTE_SECONDS,
      calledPhone: '',
    };
  }).map((record) => ({ ...record, calledPhone: record.phone }));

/** The same records on days of their own. */
function spreadOut(
  scene: UnitScene,
  change: (record: AuditedRecord, at: number, name: string) => AuditedRecord,
): AuditedRecord[] {
  const { draws, days } = scene;
  const records = ordinaryRatings(scene);
  const starts = records
    .map(
      (_, i) =>
        secondOf(draws.one(`day ${String(i)}`, days.working), 9) +
        draws.whole(`at ${String(i)}`, 0, 7 * HOUR_SECONDS),
    )
    .sort((a, b) => a - b);
  return records.map((record, i) => change(record, (starts[i] ?? 0) + i, String(i)));
}
