import type { Answered } from '../../jobs/answers/questions.ts';
import type { Reference } from '../../model/reference.ts';
import { printCount, printFixed, printShare } from '../../wording/print-number.ts';
import { nameIn, type Translate } from '../../wording/translator.ts';
import type { RequestContext } from '../request-context.ts';

type Sign = Answered['twoWorlds']['judged'][number]['signs'][number];

export interface SignRow {
  readonly id: string;
  readonly name: string;
  /** Value and number of both worlds, test, p and p after correction. */
  readonly cells: readonly string[];
  /** Why it differs, or cannot. */
  readonly why: string;
}

/** A sign with the figures of both worlds and its test. */
export function signRow(
  sign: Sign,
  asked: number,
  { language, site }: Pick<RequestContext, 'language' | 'site'>,
  t: Translate,
): SignRow {
  const { id, test, felt, bent, p, adjusted } = sign;
  const most = farthest(felt.shares, bent.shares);
  const channel = channelAt(site.reference, most);
  const print = ({ value, shares }: Sign['felt']): string => {
    if (shares.length > 0)
      return t('channelShare', {
        name: channel === undefined ? String(most + 1) : nameIn(language, channel),
        share: printShare(shares[most] ?? null, '—'),
      });
    if (value === null) return '—';
    return id === 'ownDelay' ? t('minutesOf', { n: printFixed(value / 60, 1) }) : printShare(value, '—');
  };
  return {
    id,
    name: t(id, { n: printCount(asked) }),
    cells: [
      ...[felt, bent].flatMap((side) => [print(side), printCount(side.n)]),
      t(test),
      printChance(p),
      printChance(adjusted),
    ],
    why: t(`${id}Why`),
  };
}

const channelAt = ({ channels }: Reference, at: number): Reference['channels'][number] | undefined =>
  channels.find(({ code }) => code === at + 1);

/** The place at which two distributions differ most. */
const farthest = (a: readonly number[], b: readonly number[]): number => {
  const far = a.map((share, i) => Math.abs(share - (b[i] ?? 0)));
  return Math.max(0, far.indexOf(Math.max(...far)));
};

const printChance = (p: number | null): string =>
  p === null ? '—' : p < 0.001 ? '< 0.001' : printFixed(p, 3);
