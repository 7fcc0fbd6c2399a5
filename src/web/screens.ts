import type { Translate } from '../wording/translator.ts';
import { readOptionalChoice } from './request-query.ts';

/** The style of a page: as it is, or large and a part a screen, for a projector. */
const pageStyles = ['projector'] as const;

/** Whether an address asks for the style for a projector. */
export const isForProjector = (query: URLSearchParams): boolean =>
  readOptionalChoice(query, 'style', pageStyles) === 'projector';

/** A panel with the id of its heading, or a chapter of a report with its own. */
const PANEL =
  /<section class="panel[^>]* aria-labelledby="([^"]+)"[^>]*>|<details class="panel report-chapter" id="([^"]+)"[^>]*><summary>.*?<\/summary>/g;

/** A printed page whose panels each lead to the one before and the one after: without a script, too. */
export function withScreens(html: string, say: Translate): string {
  const headings = [...html.matchAll(PANEL)].map(([, heading, chapter = '']) => heading ?? chapter);
  let shown = 0;
  return html.replace(PANEL, (panel) => {
    const place = { n: shown + 1, all: headings.length };
    const [before, after] = [headings[shown - 1] ?? 'content', headings[shown + 1]];
    shown++;
    const next = after === undefined ? '' : `<a href="#${after}">${say('nextScreen')} ›</a>`;
    return `${panel}<nav class="screens" aria-label="${say('screen', place)}"><a href="#${before}">‹ ${say('previousScreen')}</a><span>${String(place.n)} / ${String(place.all)}</span>${next}</nav>`;
  });
}
