import type { Request, Response } from 'express';
import { frameOf } from './layout.ts';
import { setStatus } from './status.ts';
import { readVisit, type Site, type Visit } from './request-context.ts';
import { speaker, type Words } from './shared/translator.ts';

/** A page as its handler gives it: which view, with which words, and the view's own model. */
export interface Page<Model extends object> {
  readonly view: string;
  readonly title: string;
  readonly words: Words;
  readonly model: Model;
  /** The page says the same for every period. */
  readonly periodFree?: boolean;
  /** 200 unless something is wrong with what was asked for. */
  readonly status?: number;
  /** Seconds after which a browser without scripts asks again. */
  readonly refresh?: number | undefined;
}

export type PageMaker<Model extends object> = (visit: Visit) => Page<Model> | Promise<Page<Model>>;
export type Answer = (site: Site) => (request: Request, response: Response) => void | Promise<void>;

/** Answers with a page. */
export const page =
  <Model extends object>(make: PageMaker<Model>): Answer =>
  (site) =>
  async (request, response) => {
    const visit = readVisit(site, request);
    showPage(visit, response, await make(visit));
  };

export function showPage<Model extends object>(visit: Visit, response: Response, shown: Page<Model>): void {
  const { view, title, words, model, periodFree = false, status = 200, refresh } = shown;
  setStatus(response, status).set('Cache-Control', 'private, no-cache');
  response.render(`pages/${view}`, {
    frame: frameOf(visit, periodFree),
    title,
    t: speaker(words, visit.language),
    refresh,
    ...model,
  });
}
