import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { unfinishedRun } from '../store/read/runs.ts';
import type { Answer } from './page.ts';
import { readRequestContext, type Site } from './request-context.ts';

/**
 * What an answer rests on: the data, the method, the program with its looks, and all that the address and the reader's language ask.
 * The period is among them because an address that names none means another one when months are added.
 */
function tagOf(site: Site, request: Request): string {
  const { results, site: chosen, language, period, reader } = readRequestContext(site, request);
  const basis = [
    request.originalUrl,
    language,
    reader.kind === 'account' ? [reader.name, reader.role] : null,
    period.label,
    results.mark,
    unfinishedRun(site.store)?.partsDone ?? null,
    chosen.methods.edition,
    site.version,
    site.assets.style,
    site.assets.script,
  ];
  return `W/"${createHash('sha256').update(JSON.stringify(basis)).digest('hex').slice(0, 32)}"`;
}

/** An answer that carries a tag of what it rests on (ETag): who has it already is told so (304), and nothing is computed. */
export const tagged =
  (answer: Answer): Answer =>
  (site) => {
    const give = answer(site);
    return async (request, response) => {
      response.set({ ETag: tagOf(site, request), 'Cache-Control': 'private, no-cache' });
      if (request.fresh) response.status(304).end();
      else await give(request, response);
    };
  };
