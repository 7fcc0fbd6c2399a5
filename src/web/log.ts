import { pino, type DestinationStream, type Logger } from 'pino';

/** Digits in a row that may be a certificate, a telephone or a case number. */
const manyDigits = /\d{6,}[\dXx*]*/g;
const masked = (text: unknown): string => String(text).replace(manyDigits, '…');

/**
 * The log of the server. Of an error it takes the kind, the message and the stack, nothing else that may hang on it (a
 * body, a record); of a request only its path, never its query, headers or body. Long numbers are masked: a message may
 * quote a value.
 */
export const createLogger = (level: string, destination: DestinationStream): Logger =>
  pino(
    {
      level,
      serializers: {
        err: (error: unknown) =>
          error instanceof Error
            ? {
                type: error.name,
                ...('code' in error ? { code: masked(error.code) } : {}),
                message: masked(error.message),
                stack: masked(error.stack),
              }
            : { type: typeof error },
      },
    },
    destination,
  );
