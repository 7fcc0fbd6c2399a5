import { describe, expect, it } from 'vitest';
import { characters } from '../../src/model/characters.ts';
import { draw, stream } from '../../src/model/math/random.ts';
import { serviceKeyOf, serviceNumberOf } from '../../src/model/record/key.ts';
import { parseScenario } from '../../src/model/scenario/check-scenario.ts';
import type { RatedCase } from '../../src/simulate/text/rated-case.ts';
import { TextWriter } from '../../src/simulate/text/write-text.ts';
import { HALL, HOTLINE, ONLINE } from '../../src/simulate/world/tables.ts';
import { reference } from '../builders.ts';
import { make } from './made.ts';

const codesOf = (level: number): string[] =>
  reference.tags.filter((tag) => tag.level === level).map(({ code }) => code);

/** Any case, level and tags: number `n` of so many. */
function anyCase(n: number): { rated: RatedCase; level: number; tags: string[]; word: number } {
  let asked = 0;
  const below = (limit: number): number => draw(5, stream.text, 0, n, asked++) % limit;
  const item = reference.items[below(reference.items.length)]!;
  const promised = item.handling === 'instant' ? 0 : item.promisedDays;
  const place = [ONLINE, HALL, HOTLINE][below(3)]!;
  const completed = place === HOTLINE || below(2) === 0;
  const late = completed && promised > 0 && below(3) === 0 ? 1 : 0;
  const supplements = place === HOTLINE ? 0 : below(3);
  const level = 1 + below(5);
  const codes = codesOf(level);
  const tags = Array.from({ length: below(3) }, () => codes[below(codes.length)]!);
  return {
    rated: {
      item,
      userType: item.audience === 'person' ? 1 : 2,
      place,
      stage: completed ? 6 : [1, 3, 4, 5][below(4)]!,
      completed,
      late,
      days: late === 1 ? promised + 1 + below(9) : promised === 0 ? 0 : below(promised + 1),
      promised,
      supplements,
      services: 1 + supplements + below(3),
      window: place === HALL ? below(13) : 0,
      hour: 8 + below(12),
    },
    level,
    tags: [...new Set(tags)].sort(),
    word: draw(5, stream.text, 1, n, 0),
  };
}

const writer = new TextWriter();
const written = Array.from({ length: 30_000 }, (_, n) => {
  const any = anyCase(n);
  return { ...any, text: writer.write(any.rated, any.level, any.tags, any.word) };
});
const wrong = (right: (one: (typeof written)[number]) => boolean): string[] =>
  written
    .filter((one) => !right(one))
    .map(({ level, tags, text }) => `${String(level)} ${tags.join(' ')} ${text}`)
    .slice(0, 5);

/** Words with which people speak of a tag. */
const spokenOf: Readonly<Record<string, RegExp>> = {
  108: /条件|要求|指南|盖章|签字|对不上/,
  109: /[材才]料|指南|哪里规定|非要/,
  110: /慢|久|等|拖|催|动静|没有结果|审核中|限|超时|进度|[耗用]了|天/,
  111: /样|示范文本/,
  112: /传|收|网上|线/,
  113: /跑|推|踢皮球|白跑/,
  114: /跑|趟|次/,
  115: /态度|不耐烦|难听|干等|效律/,
  207: /样|示范文本/,
  208: /清单|带哪些|[材才]料/,
  209: /慢|久|等|拖|催|动静|没有结果|审核中|限|超时|进度|[耗用]了|天/,
  210: /交|重复|反复|又要|同样/,
  211: /网|线|系统|人脸|登[录陆]|验证码/,
  212: /预约|约/,
  213: /业务|操作|流程/,
  214: /生硬|硬邦邦|冷|冲|嫌烦/,
};

describe('a text', () => {
  it('has 2 to 150 characters, all of them well-formed, and no blank left open', () => {
    expect(
      wrong(
        ({ text }) =>
          characters(text) >= 2 &&
          characters(text) <= 150 &&
          Buffer.from(text).toString() === text &&
          !/[{}|\p{Cc}]|undefined/u.test(text),
      ),
    ).toEqual([]);
    const lengths = written.map(({ text }) => characters(text));
    expect(Math.min(...lengths)).toBeLessThanOrEqual(3);
    expect(Math.max(...lengths)).toBeGreaterThan(100);
  });

  it('is the same for the same word and case, in any order and from any writer', () => {
    const other = new TextWriter();
    for (const { rated, level, tags, word, text } of written.slice(0, 3000).reverse()) {
      expect(other.write({ ...rated }, level, tags, word)).toBe(text);
    }
  });

  it('of a bad rating says what went wrong, as one of its tags has it', () => {
    expect(
      wrong(
        ({ level, tags, text }) =>
          level > 2 || tags.length === 0 || tags.some((tag) => spokenOf[tag]!.test(text)),
      ),
    ).toEqual([]);
  });

  it('of level 1 praises nothing', () => {
    const praise =
      /(?<!不满?|极)满意|点赞|好评|谢谢|感谢|表扬|省心|耐心(?!不)|周到|热情|方便|不错|很好|高效|👍|🌹/u;
    expect(wrong(({ level, text }) => level !== 1 || !praise.test(text))).toEqual([]);
  });

  it('of level 5 complains of nothing', () => {
    const complaint = /差评|失望|太慢|拖(?!拉机)|推来推去|整改|投诉(?!处理)|态度差|白跑|生气|😡/u;
    expect(wrong(({ level, text }) => level !== 5 || !complaint.test(text))).toEqual([]);
  });

  it('tells of nothing that the case did not go through', () => {
    expect(
      wrong(({ rated: { late, supplements, place, window, promised, days }, text }) => {
        const broken = /早过了|超期|超时|超过(了?承诺|时限)|晚了几天/.test(text);
        const saysWindow = /(\d+)号窗口/.exec(text)?.[1];
        const kept = /承诺(\d+)个工作日，(\d+)天就/.exec(text);
        return (
          (!broken || late === 1) &&
          (supplements > 0 || !/补了[^，。]*[次回]/.test(text)) &&
          (saysWindow === undefined || (place === HALL && saysWindow === String(window))) &&
          (kept === null || (kept[1] === String(promised) && kept[2] === String(days) && late === 0))
        );
      }),
    ).toEqual([]);
  });

  it('about an item with which people come in grief or need is plain, in 10,000 of them', () => {
    const items = [
      '离婚登记',
      '殡葬服务',
      '户口注销登记',
      '残疾人证办理',
      '优抚对象抚恤补助',
      '死亡证明开具',
    ];
    const jokes =
      /点赞|赞一个|大大的赞|顶呱呱|真棒|五星|好评(?!价)|秒办|搞定|凑合|推荐|下次还|头一次|帮家里人|给老人(?!带)|气死|无语|特别顺利|这么简单|踢皮球|[👍🌹😡～^]/u;
    const usual = reference.items[0]!;
    const texts = Array.from({ length: 10_000 }, (_, n) => {
      const { rated, level, tags, word } = anyCase(n);
      const item = { ...usual, name: items[n % items.length]! };
      return writer.write({ ...rated, item }, level, tags, word);
    });
    expect(texts.filter((text) => jokes.test(text.replaceAll('差评', ''))).slice(0, 5)).toEqual([]);
    expect(texts.filter((text) => text.length < 2)).toEqual([]);
    expect(new Set(texts).size).toBeGreaterThan(7000);
    // The same phrases are there for other items.
    expect(written.filter(({ text }) => jokes.test(text)).length).toBeGreaterThan(500);
  });

  it('names no place', () => {
    const places = reference.units.flatMap(({ name }) => [name, name.replace(/[省市]$/, '')]);
    const named = new RegExp(places.join('|'));
    expect(wrong(({ text }) => !named.test(text))).toEqual([]);
  });
});

describe('a default world', () => {
  const scenario = parseScenario(
    {
      name: 'usual',
      title: { zh: '通常', en: 'Usual' },
      from: '2025-01-01',
      to: '2025-12-31',
      casesPerYear: 5300,
      // Half as many again as usual, so that fewer records hold 10,000.
      answering: { text: 0.03, badText: 0.525 },
    },
    'usual',
  );
  const { ratings, services } = make(scenario, 11);
  const bad = ratings.filter(({ level }) => level === 1 || level === 2);
  const has = (code: string): ((rating: (typeof ratings)[number]) => boolean) => {
    const level = Number(code[0]);
    const bit = codesOf(level).indexOf(code);
    return (rating) => rating.level === level && (rating.tags & (1 << bit)) !== 0;
  };

  it.each([
    ['110', 0.34],
    ['108', 0.17],
    ['109', 0.13],
  ])('has tag %s among all bad ratings about as often as published', (code, published) => {
    expect(bad.length).toBeGreaterThan(1000);
    expect(Math.abs(bad.filter(has(code)).length / bad.length - published)).toBeLessThan(0.035);
  });

  it('has level 1 about as often as published, against level 2', () => {
    const ratio =
      bad.filter(({ level }) => level === 1).length / bad.filter(({ level }) => level === 2).length;
    expect(ratio).toBeGreaterThan(3.3);
    expect(ratio).toBeLessThan(4.5);
  });

  it('has good tags unevenly: the most usual of a level three times as often as the rarest, or more', () => {
    for (const level of [3, 4, 5]) {
      const counts = codesOf(level).map((code) => ratings.filter(has(code)).length);
      expect(Math.max(...counts)).toBeGreaterThan(3 * Math.min(...counts));
    }
  });

  it('has at least 60% distinct texts in 10,000', () => {
    const texts = ratings.flatMap(({ text }) => (text === undefined ? [] : [text])).slice(0, 10_000);
    expect(texts).toHaveLength(10_000);
    expect(new Set(texts).size).toBeGreaterThan(6000);
  });

  it('has texts that tell how often papers were asked for again', () => {
    const byKey = new Map(services.map((service) => [service.key, service]));
    const told = ratings.flatMap(({ key, text }) => {
      const times = /补了(\d+|一|两|三)[次回]/.exec(text ?? '')?.[1];
      return times === undefined ? [] : [{ service: byKey.get(serviceKeyOf(key))!, times }];
    });
    expect(told.length).toBeGreaterThan(5);
    for (const { service, times } of told) {
      expect(['1', '一']).toContain(times);
      expect(serviceNumberOf(service.key)).toBeGreaterThanOrEqual(service.stage === 4 ? 1 : 2);
    }
  });
});
