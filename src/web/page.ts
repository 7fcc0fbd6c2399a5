import type { Request, Response } from 'express';
import { layoutOf } from './layout.ts';
import { setStatus } from './status.ts';
import { withScreens } from './screens.ts';
import { readRequestContext, type Site, type RequestContext } from './request-context.ts';
import { translator, type Texts } from '../wording/translator.ts';

/** A page as its handler gives it: which view, with which texts, and the view's own model. */
export interface Page<Model extends object> {
  readonly view: string;
  readonly title: string;
  readonly words: Texts;
  readonly model: Model;
  /** What is said before any figure where it shows units whose scores were not published (unpublishedNotice). */
  readonly unpublished?: string;
  /** The page says the same for every period. */
  readonly periodFree?: boolean;
  /** It holds what only one reader may see: browsers do not keep it. */
  readonly secret?: boolean;
  /** Where another period is chosen, where the address of the page itself says which one it is of. */
  readonly periodAction?: string;
  /** 200 unless something is wrong with what was asked for. */
  readonly status?: number;
  /** Seconds after which a browser without scripts asks again. */
  readonly refresh?: number | undefined;
}

export type PageMaker<Model extends object> = (context: RequestContext) => Page<Model> | Promise<Page<Model>>;
export type Answer = (site: Site) => (request: Request, response: Response) => void | Promise<void>;

/** Answers with a page. */
export const page =
  <Model extends object>(make: PageMaker<Model>): Answer =>
  (site) =>
  async (request, response) => {
    const context = readRequestContext(site, request);
    showPage(context, response, await make(context));
  };

export function showPage<Model extends object>(
  context: RequestContext,
  response: Response,
  shown: Page<Model>,
): void {
  const {
    view,
    title,
    words,
    model,
    periodFree = false,
    periodAction,
    status = 200,
    refresh,
    secret = false,
    unpublished = '',
  } = shown;
  setStatus(response, status).set('Cache-Control', secret ? 'no-store' : 'private, no-cache');
  const whole = layoutOf(context, periodFree, periodAction);
  const cautions = unpublished === '' ? whole.cautions : [...whole.cautions, unpublished];
  const frame = { ...whole, cautions, ...(secret ? { period: undefined, facts: [] } : {}) };
  const shownModel = { frame, title, t: translator(words, context.language), refresh, ...model };
  if (!frame.projector) {
    response.render(`pages/${view}`, shownModel);
    return;
  }
  response.render(`pages/${view}`, shownModel, (error: Error | null, html: string) => {
    if (error) response.req.next?.(error);
    else response.send(withScreens(html, frame.say));
  });
}
