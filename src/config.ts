import { z } from 'zod';
import { wrongUse } from './model/errors.ts';
import { both, ruleOf } from './model/field-rule.ts';

/** A whole number, written with digits alone. */
const whole = (usual: number, most = Number.MAX_SAFE_INTEGER) =>
  z
    .string()
    .refine((text) => /^\d+$/.test(text) && Number(text) <= most, {
      error: both(`须为 0 到 ${String(most)} 的整数`, `must be a whole number from 0 to ${String(most)}`),
    })
    .transform(Number)
    .default(usual);

/** What is not blank. */
const filled = z.string().refine((text) => text.trim() !== '', both('不得为空', 'must not be blank'));

/** A name under which a server may be asked, or an address, without a port. */
const isHost = (name: string): boolean =>
  /^[a-z\d_]([a-z\d_-]*[a-z\d_])?(\.[a-z\d_]([a-z\d_-]*[a-z\d_])?)*$/i.test(name) ||
  z.ipv6().safeParse(name.replace(/^\[(.*)\]$/, '$1')).success;

const namesIn = (text: string): string[] =>
  text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

const environment = z.object({
  /** Port of `serve`. */
  PORT: whole(3000, 65_535),
  /** Address that `serve` listens on. */
  HOST: filled.default('127.0.0.1'),
  /** Further names under which `serve` may be asked, between commas: those that a proxy passes on. */
  HAOCHAPING_HOSTS: z
    .string()
    .refine(
      (text) => namesIn(text).every(isHost),
      both(
        '须为主机名或地址（字母、数字、连字符和点，不带端口），以逗号分隔',
        'must be names of hosts or addresses (letters, digits, hyphens and dots, no port), between commas',
      ),
    )
    .default(''),
  /** Database file. */
  HAOCHAPING_DB: filled.default('data/haochaping.db'),
  /** Most records that a run started from a page may be expected to have. */
  HAOCHAPING_WEB_RUN_LIMIT: whole(5_000_000),
  /** Lowest level of log lines. */
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** Language of the command line, else that of the locale: the command line finds it before anything is read. */
  HAOCHAPING_LANG: z.enum(['zh', 'en']).optional(),
});

/** Settings from the environment, typed; read once by the command line. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Names, beside `host` and those of the loopback, under which `serve` may be asked. */
  readonly hosts: readonly string[];
  readonly db: string;
  readonly webRunLimit: number;
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const result = environment.safeParse(env);
  if (!result.success) {
    const [issue] = result.error.issues;
    if (issue === undefined) throw result.error;
    const key = String(issue.path[0]);
    const rule = ruleOf(issue);
    throw wrongUse(
      `环境变量 ${key} = “${env[key] ?? ''}”：${rule.zh}`,
      `environment variable ${key} = “${env[key] ?? ''}”: ${rule.en}`,
    );
  }
  const { PORT, HOST, HAOCHAPING_HOSTS, HAOCHAPING_DB, HAOCHAPING_WEB_RUN_LIMIT, LOG_LEVEL } = result.data;
  return {
    port: PORT,
    host: HOST,
    hosts: namesIn(HAOCHAPING_HOSTS),
    db: HAOCHAPING_DB,
    webRunLimit: HAOCHAPING_WEB_RUN_LIMIT,
    logLevel: LOG_LEVEL,
  };
}
