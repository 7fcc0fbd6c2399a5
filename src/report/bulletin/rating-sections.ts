import { badOf, goodOf, levelledOf, type RecordTotals } from '../../measure/totals/period-counts.ts';
import type { Language } from '../../model/language.ts';
import { printCount, printShare } from '../../wording/print-number.ts';
import { nameIn, translator } from '../../wording/translator.ts';
import type { ReportBlock, ReportCell, ReportChapter } from '../report.ts';
import type { BulletinFacts } from './bulletin-facts.ts';
import { bulletinTexts } from './bulletin-texts.ts';
import { periodName } from './period-name.ts';
import { countCell, goodRateCell, RATING_MINIMUM, shareCell } from './rates.ts';

/** Levels 0..5 of a table of ratings by channel. */
const LEVELS = 6;

const total = (counts: readonly number[]): number => counts.reduce((sum, n) => sum + n, 0);

/** Levels 0..5 over some channels of a table at channel * 6 + level; over all where none is given. */
const levelsOf = (table: readonly number[], channel?: number): number[] =>
  Array.from({ length: LEVELS }, (_, level) =>
    table.reduce((sum, n, i) => {
      const counts = i % LEVELS === level && (channel === undefined || Math.floor(i / LEVELS) === channel);
      return counts ? sum + n : sum;
    }, 0),
  );

const bothLevels = ({ active, automatic }: RecordTotals, channel?: number): number[] => {
  const set = levelsOf(automatic, channel);
  return levelsOf(active, channel).map((n, level) => n + (set[level] ?? 0));
};

/** What was counted in all, and ratings by level. */
export function levelSection(facts: BulletinFacts, language: Language): ReportChapter {
  const say = translator(bulletinTexts, language);
  const { counts, before, knowledge } = facts;
  const { services, active, automatic, levels } = counts.all;
  const [given, set] = [total(active), total(automatic)];
  const period = periodName(facts.period, language);
  const ratings = given + set;
  const levelled = levelledOf(levels);
  const goodness = ({ levels: of }: RecordTotals) => ({
    levelled: printCount(levelledOf(of)),
    good: printCount(goodOf(of)),
    bad: printCount(badOf(of)),
    rate: printShare(goodOf(of) / levelledOf(of), ''),
    badRate: printShare(badOf(of) / levelledOf(of), ''),
  });
  const sentences = [
    say(set === 0 ? 'servicesGiven' : 'services', {
      period,
      units: say(counts.units.length === 1 ? 'oneUnit' : 'manyUnits', { n: counts.units.length }),
      services: printCount(services.services),
      cases: printCount(services.cases),
      ratings: printCount(ratings),
      active: printCount(given),
      automatic: printCount(set),
    }),
    // Which services were rated is not known of databases of an earlier version.
    ...(services.services > 0 && !Number.isNaN(services.rated)
      ? [
          say('rated', {
            rate: printShare(services.rated / services.services, ''),
            rated: printCount(services.rated),
            services: printCount(services.services),
          }),
        ]
      : []),
    ...(levelled > 0 ? [say('good', goodness(counts.all))] : []),
    ...(levelled > 0 && before !== undefined && levelledOf(before.counts.all.levels) > 0
      ? [say('goodBefore', { before: periodName(before.period, language), ...goodness(before.counts.all) })]
      : []),
  ];
  const frame = { id: 'overview', title: say('overview'), sections: [] };
  if (ratings === 0) return { ...frame, blocks: [{ kind: 'paragraph', text: say('noRatings', { period }) }] };
  const [byActive, byAutomatic] = [levelsOf(active), levelsOf(automatic)];
  const row = (name: string, chosen: readonly number[]): ReportCell[] => {
    const of = (list: readonly number[]): number => total(chosen.map((level) => list[level] ?? 0));
    return [
      name,
      countCell(of(byActive)),
      countCell(of(byAutomatic)),
      countCell(of(levels)),
      shareCell(of(levels), levelled),
    ];
  };
  const falling = [...knowledge.reference.levels].sort((a, b) => b.level - a.level);
  const unlevelled = levels[0] ?? 0;
  const blocks: ReportBlock[] = [
    { kind: 'paragraph', text: sentences.join(language === 'zh' ? '' : ' ') },
    {
      kind: 'table',
      id: 'levels',
      number: '',
      title: say('levelsTitle'),
      columns: [
        { name: say('level'), numeric: false },
        ...(['active', 'automatic', 'ratings', 'share'] as const).map((key) => ({
          name: say(key),
          numeric: true,
        })),
      ],
      rows: [
        ...falling.map((level) => row(nameIn(language, level), [level.level])),
        row(
          say('sum'),
          falling.map(({ level }) => level),
        ),
      ],
      notes: unlevelled > 0 ? [say('unlevelled', { n: printCount(unlevelled) })] : [],
      how: say('levelsHow'),
    },
  ];
  return { ...frame, blocks };
}

/** Ratings by channel. */
export function channelSection({ counts, knowledge }: BulletinFacts, language: Language): ReportChapter {
  const say = translator(bulletinTexts, language);
  const all = total(counts.all.active) + total(counts.all.automatic);
  return {
    id: 'by-channel',
    title: say('channels'),
    blocks: [
      {
        kind: 'table',
        id: 'channels',
        number: '',
        title: say('channelsTitle'),
        columns: [
          { name: say('channel'), numeric: false },
          { name: say('mode'), numeric: false },
          ...(['ratings', 'share', 'bad', 'goodRate'] as const).map((key) => ({
            name: say(key),
            numeric: true,
          })),
        ],
        rows: knowledge.reference.channels.map((channel) => {
          const levels = bothLevels(counts.all, channel.code);
          return [
            nameIn(language, channel),
            say(channel.place),
            countCell(total(levels)),
            shareCell(total(levels), all),
            countCell(badOf(levels)),
            goodRateCell(levels),
          ];
        }),
        notes: [],
        how: say('channelsHow', { minimum: RATING_MINIMUM }),
      },
    ],
    sections: [],
  };
}
