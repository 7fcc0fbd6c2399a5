import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, as letters that an address and a header take as they are. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of a token. It is long and random, so that a fast hash is safe: nobody can try them all. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('base64url');
