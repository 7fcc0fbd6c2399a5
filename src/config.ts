import { z } from 'zod';
import { wrongUse } from './model/errors.ts';

const environment = z.object({
  /** Port of `serve`. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** Address that `serve` listens on. */
  HOST: z.string().min(1).default('127.0.0.1'),
  /** Database file. */
  HAOCHAPING_DB: z.string().min(1).default('data/haochaping.db'),
  /** Most records that a run started from a page may be expected to have. */
  HAOCHAPING_WEB_RUN_LIMIT: z.coerce.number().int().min(0).default(5_000_000),
  /** Lowest level of log lines. */
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** Language of messages on the command line: zh or en; else taken from LANG. */
  HAOCHAPING_LANG: z.enum(['zh', 'en']).optional(),
  LANG: z.string().default(''),
});

/** Settings from the environment, typed; read once by the command line. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly db: string;
  readonly webRunLimit: number;
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly language: 'zh' | 'en';
}

export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const result = environment.safeParse(env);
  if (!result.success) {
    const issue = result.error.issues[0];
    const key = String(issue?.path[0] ?? '');
    throw wrongUse(
      `环境变量 ${key}="${env[key] ?? ''}" 有误：${issue?.message ?? ''}`,
      `environment variable ${key}="${env[key] ?? ''}" is not valid: ${issue?.message ?? ''}`,
    );
  }
  const { PORT, HOST, HAOCHAPING_DB, HAOCHAPING_WEB_RUN_LIMIT, LOG_LEVEL, HAOCHAPING_LANG, LANG } =
    result.data;
  return {
    port: PORT,
    host: HOST,
    db: HAOCHAPING_DB,
    webRunLimit: HAOCHAPING_WEB_RUN_LIMIT,
    logLevel: LOG_LEVEL,
    language: HAOCHAPING_LANG ?? (LANG.startsWith('zh') ? 'zh' : 'en'),
  };
}
