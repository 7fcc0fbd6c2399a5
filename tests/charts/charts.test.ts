import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { decimalsOf, placeOn, roundAxis } from '../../src/charts/axis.ts';
import { barList } from '../../src/charts/bar-list.ts';
import { logDots } from '../../src/charts/log-dots.ts';
import { monthTrend } from '../../src/charts/month-trend.ts';
import { partBar } from '../../src/charts/part-bar.ts';
import { radar } from '../../src/charts/radar.ts';
import { tileMap } from '../../src/charts/tile-map.ts';

const caption = { id: 'c', title: 'Title <b>', desc: 'Words & more', notice: '模拟数据' };
const widths = (svg: string, selector: string): (string | undefined)[] =>
  parse(svg)
    .querySelectorAll(selector)
    .map((element) => element.getAttribute('width'));

describe('an axis', () => {
  it.each([
    [[83.1, 97.4], 4, [80, 85, 90, 95, 100]],
    [[0.97, 0.99], 2, [0.97, 0.98, 0.99]],
    [[], 2, [0, 0.5, 1]],
  ])('holds %j on round numbers', (values, count, ticks) => {
    expect(roundAxis(values, count).ticks).toEqual(ticks);
  });

  it('has room for a single value, and stays within its bounds', () => {
    expect(placeOn(roundAxis([5], 4), 5)).toBeCloseTo(0.5);
    const axis = roundAxis([99.9, 100], 4, [0, 100]);
    expect(axis.to).toBeLessThanOrEqual(100);
    expect(placeOn({ from: 0, to: 10, ticks: [] }, 11)).toBe(1);
  });
});

describe('charts', () => {
  it('name themselves and escape what they are given', () => {
    const bars = [{ name: '<i>"', value: 50, printed: '&' }];
    const root = parse(barList(caption, { from: 0, to: 100, ticks: [] }, bars));
    const svg = root.querySelector('svg')!;
    expect(svg.getAttribute('aria-labelledby')).toBe('c-title c-desc');
    expect(root.toString()).not.toContain('<i>');
    expect(svg.querySelector('title')!.text).toBe('Title <b>');
  });

  it('carry their notice as a text of their own, so that a picture of them keeps it', () => {
    const axis = { from: 0, to: 100, ticks: [] };
    const tile = {
      col: 0,
      row: 0,
      name: 'a',
      letters: 'A',
      printed: '1',
      band: 'b',
      className: 'x',
      title: 't',
    };
    const point = { month: '1', value: 1, printed: '' };
    const dots = { name: 'a', published: 0.01, simulated: null, low: null, high: null };
    for (const svg of [
      barList(caption, axis, []),
      partBar(caption, []),
      monthTrend(caption, [point], String),
      radar(caption, [{ name: 'a', value: 1, reference: 1 }], 0),
      logDots(caption, [dots], String),
      tileMap(caption, [{ ...tile, href: undefined }], 60),
    ])
      expect(parse(svg).querySelector('text.chart-notice')?.text).toBe('模拟数据');
  });

  it('draw bars as long as their values, and none where there is no figure', () => {
    const axis = { from: 0, to: 100, ticks: [] };
    const svg = barList(caption, axis, [
      { name: 'a', value: 25, printed: '25' },
      { name: 'b', value: null, printed: '—' },
    ]);
    expect(widths(svg, '.chart-bar')).toEqual(['25%']);
  });

  it('enlarge the rest where one part fills the bar', () => {
    const part = (name: string, n: number) => ({ name, n, printed: String(n), className: name });
    const all = partBar(caption, [part('a', 50), part('b', 50)], 'rest');
    expect(widths(all, '.chart-part')).toEqual(['50%', '50%']);
    const skewed = partBar(caption, [part('a', 98), part('b', 1), part('c', 1)], 'rest');
    expect(widths(skewed, '.chart-part')).toEqual(['98%', '1%', '1%', '50%', '50%']);
    expect(partBar(caption, [part('a', 0)], 'rest')).toContain('chart-track');
  });

  it('name only parts that have room for their names on a telephone', () => {
    const part = (name: string, n: number) => ({ name, n, printed: String(n), className: 'x' });
    const named = (svg: string): string[] =>
      parse(svg)
        .querySelectorAll('.chart-part-name')
        .map(({ text }) => text);
    // 310 pixels: 86 for one, 62 for another, 31 for each of the short ones.
    const english = [
      part('Very dissatisfied', 28),
      part('Dissatisfied', 20),
      part('Low', 10),
      part('Poor', 10),
    ];
    expect(named(partBar(caption, [...english, part('Fine', 32)]))).toEqual(['Low', 'Fine']);
    const chinese = [part('非常不满意', 20), part('不满意', 20), part('满意', 60)];
    expect(named(partBar(caption, chinese))).toEqual(['不满意', '满意']);
  });

  it('print the ticks of an axis with as many decimals as one another', () => {
    const points = [9.601, 9.659].map((value, i) => ({ month: String(i), value, printed: '' }));
    const svg = monthTrend(caption, points, (value, decimals) => value.toFixed(decimals));
    const ticks = parse(svg)
      .querySelectorAll('.chart-tick')
      .map(({ text }) => text);
    expect(ticks.slice(0, 4)).toEqual(['9.60', '9.62', '9.64', '9.66']);
    expect(decimalsOf({ from: 0, to: 100, ticks: [0, 50, 100] })).toBe(0);
  });

  it('leave every second tick of a logarithmic axis out where there is little room, never the whole', () => {
    const row = { name: 'a', published: 0.0005, simulated: null, low: null, high: null };
    const svg = logDots(caption, [row], (value) => value.toPrecision(1));
    const ticks = parse(svg).querySelectorAll('.chart-tick');
    expect(ticks.map(({ text, classList }) => [text, classList.contains('wide-only')])).toEqual([
      ['0.0001', false],
      ['0.001', true],
      ['0.01', false],
      ['0.1', true],
      ['1', false],
    ]);
  });

  it('break a line where a month has no figure', () => {
    const point = (month: string, value: number | null) => ({ month, value, printed: '' });
    const svg = monthTrend(caption, [point('1', 1), point('2', 2), point('3', null), point('4', 3)], String);
    expect(parse(svg).querySelectorAll('.chart-line')).toHaveLength(2);
    expect(parse(svg).querySelectorAll('.chart-dot')).toHaveLength(3);
  });

  it('draw no polygon with a missing corner', () => {
    const spokes = [1, 2, 3].map((i) => ({ name: String(i), value: i === 2 ? null : 80, reference: 70 }));
    const svg = radar(caption, spokes, 40);
    expect(svg).not.toContain('radar-value');
    expect(svg).toContain('radar-reference');
  });

  it('place shares on a logarithmic axis', () => {
    const row = { name: 'a', published: 0.01, simulated: null, low: null, high: null };
    const svg = parse(logDots(caption, [row, { ...row, published: 1 }], String));
    const [small, whole] = svg.querySelectorAll('.chart-ring-mark').map((dot) => dot.getAttribute('cx'));
    expect(whole).toBe('98%');
    expect(Number.parseFloat(small!)).toBeLessThan(50);
    expect(svg.querySelectorAll('.chart-dot')).toHaveLength(0);
  });

  it('cut a name that would run into its value, and give it whole as a title', () => {
    const axis = { from: 0, to: 1, ticks: [] };
    const name = 'Housing fund: withdrawal for buying a home of one’s own';
    const bars = [name, 'short', '住房公积金提取（购买自住住房）及其他'].map((one) => ({
      name: one,
      value: 1,
      printed: '1',
    }));
    const svg = parse(barList(caption, axis, bars));
    expect(svg.querySelectorAll('.chart-name').map(({ text }) => text)).toEqual([
      'Housing fund: withdrawal for bu…',
      'short',
      '住房公积金提取（购买自住住房）…',
    ]);
    expect(svg.querySelectorAll('g title').map(({ text }) => text)).toEqual([name, bars[2]!.name]);
  });

  it('make a link of every tile that leads somewhere', () => {
    const tile = {
      col: 0,
      row: 0,
      name: 'a',
      letters: '',
      printed: '1',
      band: 'b',
      className: 'x',
      title: 't',
    };
    const svg = tileMap(
      caption,
      [
        { ...tile, href: '/a?x=1&y=2' },
        { ...tile, col: 1, href: undefined },
      ],
      60,
    );
    expect(parse(svg).querySelectorAll('a')).toHaveLength(1);
    expect(svg).toContain('href="/a?x=1&amp;y=2"');
  });
});
