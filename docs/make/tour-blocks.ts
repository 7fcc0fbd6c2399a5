import { refusalText } from '../../src/model/refusal.ts';
import type { ExplainedScore } from '../../src/jobs/measure/explain/explain-score.ts';
import type { Language } from '../../src/model/language.ts';
import { printMonth } from '../../src/model/time/time.ts';
import { printFixed } from '../../src/wording/print-number.ts';
import { tour, type FollowedRating } from './followed-rating.ts';
import type { Fields } from './refused-variants.ts';

type Cell = string | number;

const code = (text: string, kind: string): string => `\`\`\`${kind}\n${text}\n\`\`\``;
const row = (cells: readonly Cell[]): string => `| ${cells.join(' | ')} |`;
const table = (heading: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [row(heading), `|${heading.map(() => '---').join('|')}|`, ...rows.map(row)].join('\n');
const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');
const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;
const signed = (value: number): string => value.toFixed(2).replace('-', '−');

/** Names of the four bands as the pages print them. */
const bandNames = {
  veryHigh: { zh: '非常高', en: 'very high' },
  high: { zh: '高', en: 'high' },
  medium: { zh: '中', en: 'medium' },
  low: { zh: '低', en: 'low' },
} as const;

/** What the tour says with figures, part by part, in the order of its page. */
export function tourBlocks(followed: FollowedRating, language: Language): ReadonlyMap<string, string> {
  const say = (zh: string, en: string): string => (language === 'zh' ? zh : en);
  return new Map([
    ['run', runBlock(followed)],
    ['scenario', code(JSON.stringify(stated(followed), null, 2), 'json')],
    ['case', caseBlock(followed, say)],
    ['records', code([followed.service, followed.rating].map(wrapped).join('\n\n'), 'json')],
    ['checks', checksBlock(followed, say, language)],
    ['stored', storedBlock(followed)],
    ['key', keyBlock(followed, say)],
    ['cells', cellsBlock(followed, say)],
    ['indicator', indicatorBlock(followed, say, language)],
    ['score', scoreBlock(followed, say, language)],
    ['page', pageBlock(followed, say, language)],
  ]);
}

type Say = (zh: string, en: string) => string;

const runBlock = ({ report }: FollowedRating): string =>
  code(
    [
      `npx haochaping simulate --scenario ${tour.scenario} --seed ${String(tour.seed)} --db data/tour.db`,
      '',
      `units ${String(report.units)}, services ${String(report.services)}, ratings ${String(report.ratings)}, rectifications ${String(report.rectifications)}`,
      `refused ${String(Object.values(report.refused).reduce((sum, n) => sum + n, 0))}`,
      `digest ${report.digest}`,
    ].join('\n'),
    'text',
  );

/** The fields that the scenario file states. */
const stated = ({ scenario: { name, title, from, to, units, casesPerYear } }: FollowedRating): object => ({
  name,
  title,
  from,
  to,
  units,
  casesPerYear,
});

function caseBlock(
  { scenario, office, item, service, rating, days, experience, felt }: FollowedRating,
  say: Say,
): string {
  const online = service['proChannel'] === '1';
  const chances = experience.chances.map(percent).join(' · ');
  return list([
    say(
      `单位：${office.name}；该市“服务成效度”的潜在质量为 ${signed(experience.quality)} 个标准差（真值，不出现在任何结果中）`,
      `The office: ${office.nameEn}. The latent quality of the city in effectiveness is ${signed(experience.quality)} standard deviations (truth: no result shows it).`,
    ),
    say(
      `事项：${item.name}，法定 ${String(item.statutoryDays)} 个工作日，承诺 ${String(item.promisedDays)} 个工作日`,
      `The item: ${item.nameEn} (${item.name}), legal limit ${String(item.statutoryDays)} working days, promised ${String(item.promisedDays)}.`,
    ),
    say(
      `经过：${online ? '线上' : '线下'}申报，${text(service, 'acceptDate')} 受理，${text(service, 'resultDate')} 办结，用时 ${String(days)} 个工作日`,
      `The case: applied for ${online ? 'online' : 'in a hall'}, accepted ${text(service, 'acceptDate')}, finished ${text(service, 'resultDate')}: ${String(days)} working days.`,
    ),
    say(
      `感受：场景的 \`experience\` 给出 1 级、2 级及以下、3 级及以下、4 级及以下的概率 ${chances}；此次感受低于其余 ${percent(1 - experience.draw)}，因此感受为 ${String(felt)} 级`,
      `What was felt: the scenario’s \`experience\` gives chances of level 1, of 2 or worse, of 3 or worse, of 4 or worse: ${chances}. This experience is worse than ${percent(1 - experience.draw)} of all, so level ${String(felt)} is felt.`,
    ),
    say(
      `回答：线上评价的概率 \`answering.online\` = ${String(scenario.answering.online)}，乘以感受 ${String(felt)} 级的 \`answering.byLevel\`；此人评价了，并如实提交（\`answering.retained\`），渠道 ${text(rating, 'pf')}`,
      `The answer: a service online is rated with chance \`answering.online\` = ${String(scenario.answering.online)}, times \`answering.byLevel\` of level ${String(felt)}. This person rates, submits what was felt (\`answering.retained\`), on channel ${text(rating, 'pf')}.`,
    ),
  ]);
}

/** A record as JSON, broken into lines that a page has room for. */
function wrapped(fields: Fields): string {
  const lines: string[] = [];
  let line = '{';
  Object.entries(fields).forEach(([name, value], i, all) => {
    const field = `${JSON.stringify(name)}:${JSON.stringify(value)}${i < all.length - 1 ? ',' : '}'}`;
    if (line.length + field.length > 100) {
      lines.push(line);
      line = ' ';
    }
    line += field;
  });
  return [...lines, line].join('\n');
}

const text = (fields: Fields, name: string): string => String(fields[name] ?? '');

const checksBlock = ({ tried }: FollowedRating, say: Say, language: Language): string =>
  [
    table(
      say('改动|结果|字段|规则', 'changed|answer|field|rule').split('|'),
      tried.variants.map(({ changed, reason, field }) => [
        Object.entries(changed)
          .map(([name, value]) => `\`${name}\` = \`${JSON.stringify(value)}\``)
          .join(say('，', ', ')),
        `\`${reason}\` ${say('', '(')}${refusalText[reason].name.zh}${say('', ')')}`,
        `\`${field}\``,
        refusalText[reason].rule[language],
      ]),
    ),
    '',
    say(
      `原样发送：接收 ${String(tried.accepted)} 条。再发一次：重复 ${String(tried.duplicate)} 条，不再存储。`,
      `Sent as it is: ${String(tried.accepted)} accepted. Sent again: ${String(tried.duplicate)} duplicate, and nothing is stored twice.`,
    ),
  ].join('\n');

function storedBlock({ stored, text: comment }: FollowedRating): string {
  const line = (name: string, value: Cell | null): string => `${name.padEnd(14)} ${String(value)}`;
  return code(
    [...Object.entries(stored).map(([name, value]) => line(name, value)), line('text', comment)].join('\n'),
    'text',
  );
}

const keyBlock = ({ stored, parts: { unit, day, slot, serial } }: FollowedRating, say: Say): string =>
  list([
    say(
      `\`service_key\` ${shown(stored['service_key'])} = 单位 ${String(unit)}、日 ${String(day)}（自 2000-01-01 起）、事项位 ${String(slot)}、当日序号 ${String(serial)}、第 1 次服务，各占固定的位`,
      `\`service_key\` ${shown(stored['service_key'])} = unit ${String(unit)}, day ${String(day)} (since 2000-01-01), slot of the item ${String(slot)}, serial of the day ${String(serial)}, first service, each in bits of its own`,
    ),
    say(
      `\`key\` ${shown(stored['key'])} = 2 × \`service_key\`：首次评价；追评加 1`,
      `\`key\` ${shown(stored['key'])} = 2 × \`service_key\`: the first rating; an additional one has one more`,
    ),
    say(
      `\`mark\` ${shown(stored['mark'])} = 等级 ${shown(stored['level'])} + 渠道 ${shown(stored['channel'])} × 8 + 有文字 × 256 + 标签位 ${shown(stored['tags'])} × 512`,
      `\`mark\` ${shown(stored['mark'])} = level ${shown(stored['level'])} + channel ${shown(stored['channel'])} × 8 + has a text × 256 + tag bits ${shown(stored['tags'])} × 512`,
    ),
  ]);

const shown = (value: Cell | null | undefined): string => String(value ?? '');

const cellsBlock = ({ cells }: FollowedRating, say: Say): string =>
  table(
    say('表|单元|n', 'table|cell|n').split('|'),
    cells.map(([name, { n, month, ...key }]) => [
      `\`${name}\``,
      Object.entries({ month: printMonth(Number(month)), ...key })
        .map(([column, value]) => `${column} ${shown(value)}`)
        .join(say('，', ', ')),
      shown(n),
    ]),
  );

const placesOf = ({ city, province }: FollowedRating): readonly ExplainedScore[] => [city, province];
const nameOf = ({ unit }: ExplainedScore, say: Say): string => say(unit.name, unit.nameEn);

const indicatorBlock = (followed: FollowedRating, say: Say, language: Language): string =>
  table(
    say(
      '单位|分子|分母|指标值|95% 区间|评分区间|得分',
      'unit|numerator|denominator|value|95% interval|goalposts|score',
    ).split('|'),
    placesOf(followed).map((place) => {
      const { indicator, score } = place.path.at(-1) ?? {};
      return [
        nameOf(place, say),
        `${printFixed(indicator?.numerator ?? 0, 0)} ${indicator?.formula.numerator[language] ?? ''}`,
        `${printFixed(indicator?.denominator ?? 0, 0)} ${indicator?.formula.denominator[language] ?? ''}`,
        (indicator?.value ?? 0).toFixed(6),
        `${(indicator?.low ?? 0).toFixed(6)}–${(indicator?.high ?? 0).toFixed(6)}`,
        indicator?.goalposts.join(' → ') ?? '',
        (score?.score ?? 0).toFixed(4),
      ];
    }),
  );

const scoreBlock = (followed: FollowedRating, say: Say, language: Language): string =>
  table(
    say('单位|层级|权重|得分|占总体的分', 'unit|step|weight|score|points of the overall score').split('|'),
    placesOf(followed).flatMap((place) =>
      place.path
        .toReversed()
        .map((node) => [
          nameOf(place, say),
          node.step === 'overall' ? say('总体指数', 'overall') : node.name[language],
          node.step === 'overall' ? '' : percent(node.weight),
          (node.score?.score ?? 0).toFixed(4),
          (node.contribution ?? 0).toFixed(4),
        ]),
    ),
  );

const pageBlock = (followed: FollowedRating, say: Say, language: Language): string =>
  list(
    placesOf(followed).map((place) => {
      const { unit, path } = place;
      const address = `\`/units/${unit.code}/indicators/${tour.indicator}?period=${tour.period}\``;
      const score = (path.at(-1)?.score?.score ?? 0).toFixed(2);
      const overall = (unit.overall?.score ?? 0).toFixed(2);
      const band = unit.band === null ? '' : bandNames[unit.band][language];
      return say(
        `${address}：好评率得分 ${score}；${unit.name}总体指数 ${overall}，水平“${band}”，在本次运行的同类单位中列第 ${shown(unit.rank)} 位`,
        `${address}: good rate scores ${score}; ${unit.nameEn} has ${overall} overall, band “${band}”, rank ${shown(unit.rank)} among the units of its kind in this run`,
      );
    }),
  );
