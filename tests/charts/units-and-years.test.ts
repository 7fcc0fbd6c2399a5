import { describe, expect, it } from 'vitest';
import { parse } from 'node-html-parser';
import { rankSlopes } from '../../src/charts/rank-slopes.ts';
import { unitDots } from '../../src/charts/unit-dots.ts';
import { brokenLine } from '../../src/charts/month-plot.ts';
import { yearIntervals } from '../../src/charts/year-intervals.ts';

const caption = { id: 'c', title: 'T <1>', desc: 'D', notice: 'N' };
const axis = { from: 0, to: 100, ticks: [0, 50, 100] };
const tick = (value: number): string => String(value);
const numbers = (svg: string, selector: string, name: string): number[] =>
  parse(svg)
    .querySelectorAll(selector)
    .map((one) => parseFloat(one.getAttribute(name) ?? ''));

describe('a line over years', () => {
  it('is broken where a year has no figure', () => {
    expect(brokenLine([[0, 1], [0.5, 2], null, [1, 3]])).toEqual(['M0.0 1.0L500.0 2.0', 'M1000.0 3.0']);
    expect(brokenLine([null, null])).toEqual([]);
  });

  it('puts higher figures higher, with their intervals about them', () => {
    const point = { low: 10, high: 30, reference: 50, printed: '' };
    const svg = yearIntervals(
      caption,
      axis,
      [
        { ...point, year: '2024', value: 20 },
        { ...point, year: '2025', value: 80, low: null, high: null },
      ],
      tick,
    );
    const [first, second] = numbers(svg, 'circle', 'cy');
    expect(second).toBeLessThan(first!);
    const [y1] = numbers(svg, '.chart-interval', 'y1');
    const [y2] = numbers(svg, '.chart-interval', 'y2');
    expect(first).toBeLessThan(y1!);
    expect(first).toBeGreaterThan(y2!);
    expect(parse(svg).querySelectorAll('.chart-interval')).toHaveLength(1);
    expect(parse(svg).querySelectorAll('.chart-limit')).toHaveLength(1);
    expect(svg).toContain('T &lt;1&gt;');
  });
});

describe('ranks over years', () => {
  it('have the first rank on top and name the marked unit alone', () => {
    const svg = rankSlopes(
      caption,
      ['2024', '2025'],
      [
        { name: 'A', ranks: [1, 3], marked: true },
        { name: 'B & C', ranks: [2, null], marked: false },
      ],
    );
    const [first, second] = numbers(svg, 'circle', 'cy');
    expect(first).toBeLessThan(second!);
    expect(
      parse(svg)
        .querySelectorAll('.chart-value')
        .map((one) => one.text),
    ).toEqual(['1', '3']);
    expect(parse(svg).querySelectorAll('.chart-slope')).toHaveLength(1);
    expect(svg).toContain('B &amp; C');
  });
});

describe('units along an axis', () => {
  it('pile up where they are close, and mark one', () => {
    const dot = (name: string, value: number, marked = false) => ({ name, value, printed: '', marked });
    const svg = unitDots(caption, axis, [dot('A', 20), dot('B', 20.1, true), dot('C', 90)], 43, tick);
    const circles = parse(svg).querySelectorAll('circle');
    expect(circles).toHaveLength(3);
    const heights = new Map(
      circles.map((one) => [one.querySelector('title')!.text[0], one.getAttribute('cy')]),
    );
    expect(heights.get('A')).not.toBe(heights.get('B'));
    expect(heights.get('A')).toBe(heights.get('C'));
    expect(
      parse(svg)
        .querySelectorAll('.marked title')
        .map((one) => one.text[0]),
    ).toEqual(['B']);
    expect(numbers(svg, '.chart-mark', 'x1')[0]).toBeGreaterThan(20);
  });
});
