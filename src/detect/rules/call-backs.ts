import type { Suspicion } from '../../model/detection/suspicion.ts';
import type { Detector } from '../detector.ts';
import type { CheckedRectification } from '../unit-records.ts';

/** A16: a work order was closed after a call to somebody else. */
export const otherCallBacks: Detector = {
  rule: {
    id: 'call-backs',
    anomaly: 'A16',
    flags: 'rectification',
    name: { zh: '回访他人电话', en: 'Somebody else was called back' },
    statistic: {
      zh: '认定属实并已整改的差评，回访电话不是评价人的电话',
      en: 'bad ratings that were upheld and rectified, where the telephone called back is not that of the person who rated',
    },
    threshold: { zh: '每一条', en: 'every one' },
    minimum: 1,
    explanation: {
      zh: '用工作人员的号码替换不满意的办事人的号码，回访就总是满意。也可能是评价人换了号码。没有回访的工单不在此列：未被接听的回访同样没有记录。',
      en: 'Where the number of a clerk takes the place of that of the person, every call-back is content. The person may also have a new number. Work orders without any call-back are not flagged: a call that nobody took leaves none either.',
    },
  },
  watch() {
    const candidates: Suspicion[] = [];
    return {
      see({ unit, rectifications }) {
        const offices = new Map<number, CheckedRectification[]>();
        for (const one of rectifications)
          if (isToOther(one)) offices.set(one.office, [...(offices.get(one.office) ?? []), one]);
        for (const [office, found] of offices)
          candidates.push({
            ...{ detector: 'call-backs', unit, office, month: null, p: null },
            ...{ observed: found.length, expected: 0, of: found.length },
            keys: found.map(({ ratingKey }) => ratingKey),
          });
      },
      found: () => ({ candidates, tests: new Map() }),
    };
  },
};

const isToOther = ({
  upheld,
  rectifiedAt,
  calledBackAt,
  calledBackTo,
  rater,
}: CheckedRectification): boolean =>
  upheld &&
  rectifiedAt >= 0 &&
  calledBackAt >= 0 &&
  calledBackTo >= 0 &&
  rater >= 0 &&
  calledBackTo !== rater;
