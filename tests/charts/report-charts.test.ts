import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { boxFlow } from '../../src/charts/box-flow.ts';
import { dotRows } from '../../src/charts/dot-rows.ts';
import { cutTo, wrappedLines } from '../../src/charts/fitted-text.ts';
import { groupBars } from '../../src/charts/group-bars.ts';
import { levelGrid } from '../../src/charts/level-grid.ts';
import { yearLines } from '../../src/charts/year-lines.ts';

const caption = { id: 'c', title: 'Title <b>', desc: 'Words & more', notice: '模拟数据' };
const axis = { from: 0, to: 100, ticks: [0, 50, 100] };

describe('the charts of the report', () => {
  const drawn = {
    boxes: boxFlow(
      caption,
      [
        { heading: '<i>', lines: ['a'] },
        { heading: 'b', lines: [] },
      ],
      true,
    ),
    bars: groupBars(
      caption,
      axis,
      [
        {
          name: 'a',
          bars: [
            { name: '2020', value: 25, printed: '25', isFaint: true, mark: 50 },
            { name: '2021', value: null, printed: '—', isFaint: false },
          ],
        },
      ],
      0.2,
    ),
    dots: dotRows(caption, axis, [{ name: 'a', values: [10, 90], mean: 50, printed: '50' }], 40, String),
    grid: levelGrid(
      caption,
      ['2021'],
      [{ name: 'a', cells: [{ printed: '1', className: 'band-high', title: 'a' }] }],
    ),
    lines: yearLines(
      caption,
      axis,
      ['2019', '2020', '2021'],
      [{ name: 'a', values: [10, null, 30], reference: [20, 20, 20], printed: '30' }],
    ),
  };

  it.each(Object.entries(drawn))('name themselves and carry their notice (%s)', (_, svg) => {
    const root = parse(svg);
    expect(root.querySelector('svg')?.getAttribute('aria-labelledby')).toBe('c-title c-desc');
    expect(root.querySelector('text.chart-notice')?.text).toBe('模拟数据');
    expect(svg).not.toMatch(/<i>|NaN|undefined/);
  });

  it('draw a bar within the room beside its name, and none without a figure', () => {
    const bars = parse(drawn.bars).querySelectorAll('.chart-bar');
    expect(bars.map((bar) => bar.getAttribute('width'))).toEqual(['16%']);
    expect(bars[0]?.getAttribute('class')).toContain('is-faint');
  });

  it('draw a dot for each member and an arrow between boxes', () => {
    expect(parse(drawn.dots).querySelectorAll('.is-one-of-many')).toHaveLength(2);
    expect(drawn.boxes.match(/↓/g)).toHaveLength(1);
  });

  it('do not join points over a year without a figure', () => {
    const line = parse(drawn.lines).querySelector('.chart-line')?.getAttribute('d') ?? '';
    expect(line.match(/M/g)).toHaveLength(2);
    expect(line).not.toContain('L');
    expect(parse(drawn.lines).querySelectorAll('.chart-dot')).toHaveLength(2);
  });
});

describe('texts in charts', () => {
  it('are cut where they are too wide, a Chinese character being twice a letter', () => {
    expect(cutTo('新疆生产建设兵团', 8)).toBe('新疆生产建设兵团');
    expect(cutTo('新疆生产建设兵团', 5)).toBe('新疆生产…');
    expect(cutTo('Beijing', 5)).toBe('Beijing');
  });

  it('break between words and Chinese characters, never before a closing mark, and anywhere in a long word', () => {
    expect(wrappedLines('abc def', 3)).toEqual(['abc', 'def']);
    expect(wrappedLines('一二三，四', 3)).toEqual(['一二三，', '四']);
    expect(wrappedLines('a'.repeat(20), 5).every((line) => line.length <= 9)).toBe(true);
    expect(wrappedLines('', 5)).toEqual([]);
  });
});
