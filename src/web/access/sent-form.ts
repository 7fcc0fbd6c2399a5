import type { Request, RequestHandler } from 'express';
import { recordEvent } from '../../jobs/access/audit-log.ts';
import type { AuditAction, AuditResult } from '../../model/access/audit-entry.ts';
import { networkOf } from '../../model/access/network.ts';
import type { Reader, Right } from '../../model/access/right.ts';
import { Mistake } from '../../model/errors.ts';
import type { CsrfGuard } from '../csrf.ts';
import type { Answer } from '../page.ts';
import type { Site } from '../request-context.ts';
import type { Deps } from '../deps.ts';
import { accessTexts } from './access-texts.ts';
import { readerOf } from './reader.ts';
import { mustHaveRight } from './rights.ts';
import { isSecure } from './sessions.ts';

/** An address that takes a form (POST). */
export interface FormRoute {
  readonly path: string;
  readonly right: Right;
  /** What it is called in the audit log; undefined where nothing is written. */
  readonly action: AuditAction | undefined;
  readonly answer: Answer;
}

/** How a reader stands in the audit log. */
function actorOf(reader: Reader): string {
  if (reader.kind === 'visitor') return reader.local ? 'this machine' : 'visitor';
  return `${reader.kind} ${String(reader.id)}`;
}

const subjects = new WeakMap<Request, string>();

/** Notes what a request does something to: it stands in the audit log. */
export const noteSubject = (request: Request, subject: string): void => {
  subjects.set(request, subject);
};

const resultOf = (error: unknown): AuditResult =>
  error instanceof Mistake && error.status < 500 ? 'refused' : 'failed';

/** A browser keeps to itself the cookies of a form that is sent by http: without them nothing can come of it. */
function mustComeByHttps(request: Request, deps: Deps): void {
  if (!isSecure(deps) || request.secure) return;
  throw new Mistake(accessTexts.notByHttps);
}

/** Lets a request be answered, and records who sent it and what came of it. */
async function recorded(
  site: Site,
  request: Request,
  action: AuditAction,
  answer: () => Promise<AuditResult>,
): Promise<void> {
  const actor = actorOf(readerOf(request));
  const record = (result: AuditResult): void => {
    const origin = networkOf(request.ip ?? '');
    const subject = subjects.get(request) ?? '';
    recordEvent(site.access, { at: site.now(), actor, action, subject, origin, result });
  };
  let result: AuditResult;
  try {
    result = await answer();
  } catch (error) {
    record(resultOf(error));
    throw error;
  }
  record(result);
}

/** Answers a form that comes from a page of ours and whose sender may send it, and records what came of it. */
export function sentForm(site: Site, { right, action, answer }: FormRoute, csrf: CsrfGuard): RequestHandler {
  const give = answer(site);
  return async (request, response) => {
    const work = async (): Promise<AuditResult> => {
      mustComeByHttps(request, site);
      csrf.mustBeOurs(request);
      mustHaveRight(request, right, site);
      await give(request, response);
      return response.statusCode < 400 ? 'done' : 'refused';
    };
    await (action === undefined ? work() : recorded(site, request, action, work));
  };
}

/** The same answer, recorded: of what is read, that which gives out what is kept of people. */
export const recordedRead =
  (action: AuditAction, answer: Answer): Answer =>
  (site) => {
    const give = answer(site);
    return (request, response) =>
      recorded(site, request, action, async () => {
        await give(request, response);
        return 'done';
      });
  };
