import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { Mistake } from '../../model/errors.ts';

/** Cost of a hash, as OWASP's cheat sheet on the storage of passwords lists it for scrypt: 32 MiB, three passes. */
const COST = { N: 2 ** 15, r: 8, p: 3 };
const LENGTH = 32;
const SALT_LENGTH = 16;
/** Hashes made at a time, and waiting: each takes a core and 32 MiB for a good part of a second. */
const AT_A_TIME = 2;
const MOST_WAITING = 100;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_A_TIME) {
    if (waiting.length >= MOST_WAITING) {
      throw new Mistake(
        {
          zh: '正在登录的人太多，请稍后再试',
          en: 'too many people are signing in at the moment; try again in a little while',
        },
        { status: 503 },
      );
    }
    // The place of the one that ends is handed on, so that nobody takes it in between.
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

function derive(password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  return inTurn(
    () =>
      new Promise((resolve, reject) => {
        // The same password may be typed as one character or as two that are joined.
        scrypt(password.normalize('NFKC'), salt, LENGTH, { ...options, maxmem: 2 ** 27 }, (error, key) => {
          if (error) reject(error);
          else resolve(key);
        });
      }),
  );
}

/** What is kept of a password: scrypt$N$r$p$salt$key. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_LENGTH);
  const key = await derive(password, salt, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** What is compared where there is no password: it takes as long, and nothing equals it. */
const nobody = ['scrypt', COST.N, COST.r, COST.p, 'AAAAAAAAAAAAAAAAAAAAAA', ''].join('$');

/** Whether a password is the one that was kept; takes as long where none was. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const [, N, r, p, salt = '', key = ''] = (kept ?? nobody).split('$');
  const wanted = Buffer.from(key, 'base64url');
  const found = await derive(password, Buffer.from(salt, 'base64url'), {
    N: Number(N),
    r: Number(r),
    p: Number(p),
  });
  return wanted.length === found.length && timingSafeEqual(wanted, found);
}
