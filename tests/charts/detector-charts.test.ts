import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { rocCurve } from '../../src/charts/roc-curve.ts';
import { stepLines } from '../../src/charts/step-lines.ts';

const caption = { id: 'c', title: 'Title <b>', desc: 'Words & more', notice: '模拟数据' };
const axis = { from: 0, to: 100, ticks: [0, 50, 100] };
const percents = (svg: string, selector: string, name: string): number[] =>
  parse(svg)
    .querySelectorAll(selector)
    .map((element) => Number.parseFloat(element.getAttribute(name)!));

describe('the curve of a detector', () => {
  const curve = [
    { falseRate: 0, recall: 0 },
    { falseRate: 0.5, recall: 0.75 },
    { falseRate: 1, recall: 1 },
  ];
  const names = { across: 'false', upright: 'recall' };

  it('rises from nothing to everything, over the line of chance', () => {
    const svg = rocCurve(caption, names, curve, undefined, String);
    const [chance, line] = parse(svg)
      .querySelectorAll('path')
      .map((path) =>
        path
          .getAttribute('d')!
          .split(/[ML]/)
          .slice(1)
          .map((point) => point.split(' ').map(Number)),
      );
    expect(line).toHaveLength(3);
    expect([line![0], line![2]]).toEqual([chance![0], chance![1]]);
    // Three quarters of the way up at half of the way across.
    expect((line![1]![0]! - line![0]![0]!) / (line![2]![0]! - line![0]![0]!)).toBeCloseTo(0.5, 3);
    expect((line![1]![1]! - line![0]![1]!) / (line![2]![1]! - line![0]![1]!)).toBeCloseTo(0.75, 3);
    expect(svg).toContain('模拟数据');
    expect(svg).not.toContain('<b>');
  });

  it('marks the threshold in use where it lies', () => {
    const mark = { falseRate: 0.5, recall: 0.75, printed: 'in <use>' };
    const svg = rocCurve(caption, names, curve, mark, String);
    const [x] = percents(svg, 'circle', 'cx');
    expect(x).toBeCloseTo(53.5, 1);
    expect(svg).toContain('in &lt;use&gt;');
    expect(parse(rocCurve(caption, names, curve, undefined, String)).querySelectorAll('circle')).toEqual([]);
  });
});

describe('series over steps', () => {
  const point = (value: number, low: number | null = null, high: number | null = null) => ({
    ...{ value, low, high },
    printed: `${String(value)}%`,
  });
  const simple = { name: 'simple <i>', looks: 'dashed', points: [point(100), point(0), null] } as const;
  const strong = {
    name: 'strong',
    looks: 'full',
    points: [point(100, 80, 100), point(50, 25, 75), point(0)],
  } as const;

  it('stand beside one another, higher where there is more, and break where there is nothing', () => {
    const svg = stepLines(caption, axis, ['1', '2', '3'], [simple, strong], String);
    const marks = parse(svg)
      .querySelectorAll('g')
      .filter((group) => group.querySelector('title') !== null)
      .map((group) => ({
        title: group.querySelector('title')!.text,
        x: Number.parseFloat(group.querySelector('circle')!.getAttribute('cx')!),
        y: Number(group.querySelector('circle')!.getAttribute('cy')),
        lines: group.querySelectorAll('line').length,
      }));
    expect(marks.map(({ title }) => title)).toEqual([
      ...['simple <i> · 1: 100%', 'simple <i> · 2: 0%'],
      ...['strong · 1: 100%', 'strong · 2: 50%', 'strong · 3: 0%'],
    ]);
    expect(marks.map(({ lines }) => lines)).toEqual([0, 0, 1, 1, 0]);
    const [top, bottom, , middle] = marks;
    expect(top!.x).toBeLessThan(marks[2]!.x);
    expect(middle!.y).toBeCloseTo((top!.y + bottom!.y) / 2, 1);
    expect(svg).toContain('模拟数据');
    expect(svg).not.toContain('<i>');
  });

  it('are told apart by their lines and points', () => {
    const classes = (series: readonly (typeof simple | typeof strong)[], selector: string) =>
      parse(stepLines(caption, axis, ['1', '2', '3'], series, String))
        .querySelectorAll(selector)
        .map((element) => element.getAttribute('class'));
    expect(classes([simple], 'path')).toEqual(['chart-limit']);
    expect(classes([strong], 'path')).toEqual(['chart-line']);
    expect(new Set(classes([simple], 'circle'))).toEqual(new Set(['chart-ring-mark']));
    expect(classes([simple, strong], 'path')).toEqual(['chart-limit', 'chart-line']);
  });
});
