import type { Express } from 'express';
import request, { type Response } from 'supertest';
import { parsePage } from './fixture.ts';

/** A browser as far as forms go: it keeps cookies and sends what a page's form holds. */
export interface Visitor {
  /** The fields of a form on a page, as a browser would send them. */
  fieldsOf(path: string, selector: string): Promise<URLSearchParams>;
  send(path: string, fields: URLSearchParams, headers?: Record<string, string>): Promise<Response>;
  get(path: string): Promise<Response>;
}

/** `signedIn`: the headers of a reader with an account (signed-in.ts). */
export function visitorOf(app: Express, signedIn: Readonly<Record<string, string>> = {}): Visitor {
  const agent = request.agent(app).set(signedIn);
  return {
    async fieldsOf(path, selector) {
      const { text } = await agent.get(path);
      const fields = new URLSearchParams();
      for (const input of parsePage(text).querySelectorAll(
        `${selector} input, ${selector} select, ${selector} textarea`,
      )) {
        const name = input.getAttribute('name');
        if (name === undefined) continue;
        if (input.tagName === 'SELECT') {
          const chosen = input.querySelector('option[selected]') ?? input.querySelector('option');
          fields.append(name, chosen?.getAttribute('value') ?? '');
        } else if (input.tagName === 'TEXTAREA') fields.append(name, input.text);
        else if (input.getAttribute('type') !== 'checkbox' || input.hasAttribute('checked'))
          fields.append(name, input.getAttribute('value') ?? '');
      }
      return fields;
    },
    send: (path, fields, headers = {}) =>
      Promise.resolve(agent.post(path).set(headers).type('form').send(fields.toString())),
    get: (path) => Promise.resolve(agent.get(path)),
  };
}
