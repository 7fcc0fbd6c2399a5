import { createHash } from 'node:crypto';
import { formulas } from '../../../measure/formulas/formulas.ts';
import { reachFormulas } from '../../../measure/formulas/reach-formulas.ts';
import { measureUnits } from '../../../measure/measure.ts';
import { parseOwnMethod } from '../../../model/choices/own-method.ts';
import { cannot, notFound } from '../../../model/errors.ts';
import type { Measurement } from '../../../model/measurement.ts';
import type { Method } from '../../../model/method.ts';
import type { Reference } from '../../../model/reference.ts';
import { unitsInPlay } from '../../../model/register.ts';
import type { Period } from '../../../model/time/period.ts';
import type { Store } from '../../../store/open.ts';
import { contentOf } from '../../../store/read/content.ts';
import { countOwnMethods, ownMethodText } from '../../../store/read/results/own-methods.ts';
import { referenceOfStore } from '../../../store/read/unit-names.ts';
import { writeOwnMethod } from '../../../store/write/own-methods.ts';
import { countByGroup, registerIn } from '../measure-period.ts';

/** Methods of readers that a database keeps at most: each is some ten thousand characters. */
const MOST_METHODS = 1000;

/** Reads a method that somebody brought; a Mistake names every wrong field. */
export const readOwnMethod = (json: string, where: string): Method =>
  parseOwnMethod(json, where, { known: [...formulas.keys()], sampled: Object.keys(reachFormulas) });

/** Keeps a method that somebody brought, and gives the digest that it is found by. */
export function keepOwnMethod(store: Store, method: Method): string {
  if (store.db.readonly) {
    throw cannot(
      '数据库以只读方式打开，不能保存方法；请用 measure --method 文件 计算',
      'the database is open read-only and cannot keep a method; compute with measure --method FILE',
    );
  }
  const document = JSON.stringify(method);
  const digest = createHash('sha256').update(document).digest('hex').slice(0, 24);
  if (ownMethodText(store, digest) === undefined && countOwnMethods(store) >= MOST_METHODS) {
    throw cannot(
      `数据库中已有 ${String(MOST_METHODS)} 个自带方法，不再保存`,
      `the database keeps ${String(MOST_METHODS)} methods of readers and takes no more`,
    );
  }
  writeOwnMethod(store, digest, document);
  return digest;
}

/** A method that was kept before; throws a Mistake where there is none. */
export function keptOwnMethod(store: Store, digest: string): Method {
  const text = ownMethodText(store, digest);
  if (text === undefined) {
    throw notFound(
      `own = “${digest}”：数据库中没有这个方法`,
      `own = “${digest}”: the database keeps no such method`,
    );
  }
  return readOwnMethod(text, digest);
}

/** The result of a method of somebody's own over a period: of the units of its kind. */
export function measureOwn(store: Store, known: Reference, method: Method, period: Period): Measurement {
  const register = registerIn(store, period);
  const reference = referenceOfStore(store, known);
  return measureUnits({
    methods: { province: method, city: method },
    ...countByGroup(store, register, reference, period),
    reference,
    listed: unitsInPlay(reference, register).filter(({ kind }) => kind === method.kind),
    period,
    data: contentOf(store).digest,
  });
}
