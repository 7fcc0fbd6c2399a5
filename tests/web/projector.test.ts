import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { useScratch } from '../builders.ts';
import { parsePage, useSite, wordsOf } from './fixture.ts';

const site = useSite(useScratch());

describe('the style for a projector', () => {
  it.each(['/', '/units/981100', '/regions/region-1', '/method', '/targets'])(
    'gives each part of %s a screen that leads to the next and the one before',
    async (path) => {
      const plain = await site().page(`${path}?lang=en`);
      const page = await site().page(`${path}?lang=en&style=projector`);
      expect(plain.querySelectorAll('.screens')).toHaveLength(0);
      expect(page.querySelector('html')!.classList.contains('projector')).toBe(true);
      const panels = page.querySelectorAll('section.panel');
      expect(panels.length).toBe(plain.querySelectorAll('section.panel').length);
      panels.forEach((panel, i) => {
        const links = panel.querySelectorAll('.screens a').map((link) => link.getAttribute('href')!);
        const heading = (n: number): string[] => {
          const id = panels[n]?.getAttribute('aria-labelledby');
          return id === undefined ? [] : [`#${id}`];
        };
        expect(links).toEqual([...(i === 0 ? ['#content'] : heading(i - 1)), ...heading(i + 1)]);
        for (const link of links) expect(page.querySelectorAll(link)).toHaveLength(1);
        expect(panel.querySelector('.screens')!.getAttribute('aria-label')).toBe(
          `Screen ${String(i + 1)} of ${String(panels.length)}`,
        );
      });
    },
  );

  it('gives each chapter of a report a screen, unfolded', async () => {
    const page = await site().page('/report/2025?lang=en&style=projector');
    const chapters = page.querySelectorAll('.report-chapter');
    expect(chapters.length).toBeGreaterThan(10);
    chapters.forEach((chapter, i) => {
      expect(chapter.hasAttribute('open')).toBe(true);
      const links = chapter.querySelectorAll('.screens a').map((link) => link.getAttribute('href')!);
      const id = (n: number): string[] => (chapters[n] === undefined ? [] : [`#${chapters[n].id}`]);
      expect(links).toEqual([...(i === 0 ? ['#content'] : id(i - 1)), ...id(i + 1)]);
    });
    // What is not shown there is not spoken of.
    const css = readFileSync('public/site.css', 'utf8');
    expect(css).toMatch(/\.projector :is\([^)]*\.downloads, \.about-files/);
    expect(wordsOf(page.querySelector('.about-files'))).toContain('DOCX');
    const plain = await site().page('/report/2025?lang=en');
    expect(plain.querySelectorAll('.report-chapter:not([open])').length).toBeGreaterThan(0);
  });

  it('is kept by links and forms, and left by its own link', async () => {
    const page = await site().page('/items?lang=en&style=projector');
    for (const place of ['.all-pages a', '.languages a', '.items thead a']) {
      const hrefs = page.querySelectorAll(place).map((link) => link.getAttribute('href'));
      expect(hrefs.length).toBeGreaterThan(0);
      for (const href of hrefs) expect(href).toContain('style=projector');
    }
    for (const form of page.querySelectorAll('form'))
      expect(form.querySelector('input[name="style"]')?.getAttribute('value')).toBe('projector');
    expect(page.querySelector('.style-link')!.getAttribute('href')).toBe('/items?lang=en');
    expect(wordsOf(page.querySelector('.style-link'))).toBe('Leave projector');
  });

  it('is one of one', async () => {
    const response = await site().get('/?style=cinema&lang=en');
    expect(response.status).toBe(400);
    expect(wordsOf(parsePage(response.text).querySelector('.message'))).toMatch(/style.*cinema.*projector/);
  });
});
