import type { Request, Response } from 'express';
import { frameOf } from './frame.ts';
import { readVisit, type Site, type Visit } from './visit.ts';
import { speaker, type Words } from './words/speaker.ts';

/** A page as its handler gives it: which view, with which words, and the view's own model. */
export interface Page<Model extends object> {
  readonly view: string;
  readonly title: string;
  readonly words: Words;
  readonly model: Model;
  /** The page says the same for every period. */
  readonly periodFree?: boolean;
}

export type PageMaker<Model extends object> = (visit: Visit) => Page<Model>;
export type Answer = (site: Site) => (request: Request, response: Response) => void | Promise<void>;

/** Answers with a page. */
export const page =
  <Model extends object>(make: PageMaker<Model>): Answer =>
  (site) =>
  (request, response) => {
    const visit = readVisit(site, request);
    const { view, title, words, model, periodFree = false } = make(visit);
    response.set('Cache-Control', 'private, no-cache');
    response.render(`pages/${view}`, {
      frame: frameOf(visit, periodFree),
      title,
      t: speaker(words, visit.language),
      ...model,
    });
  };
