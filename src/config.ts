import { z } from 'zod';
import { wrongUse } from './model/errors.ts';
import type { AccessRules } from './model/access/right.ts';
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

/** The origin under which readers reach the server: scheme, host, perhaps a port. */
function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, origin, href } = new URL(text);
  return /^https?:$/.test(protocol) && href === `${origin}/`;
}

/** An address, or a network of them, as proxies are named. */
const isProxy = (text: string): boolean => {
  const [address = '', bits, more] = text.split('/');
  const isFour = z.ipv4().safeParse(address).success;
  if (text === 'loopback') return true;
  if (more !== undefined || !(isFour || z.ipv6().safeParse(address).success)) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (isFour ? 32 : 128));
};

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
  /** Where readers reach the server through a proxy: https://ratings.example. With https, cookies are sent by no other way. */
  HAOCHAPING_BASE_ADDRESS: z
    .string()
    .refine(
      isOrigin,
      both(
        '须为 http:// 或 https:// 加主机名（可带端口），不带路径：Cookie 属于整个主机',
        'must be http:// or https:// and a host, perhaps with a port, and no path: cookies belong to the whole host',
      ),
    )
    .transform((text) => new URL(text).origin)
    .optional(),
  /** Proxies whose word is taken for where a request comes from, between commas: addresses, networks, or loopback. */
  HAOCHAPING_PROXIES: z
    .string()
    .refine(
      (text) => namesIn(text).every(isProxy),
      both(
        '须为 IP 地址、网段（10.0.0.0/8）或 loopback，以逗号分隔',
        'must be IP addresses, networks (10.0.0.0/8) or loopback, between commas',
      ),
    )
    .default(''),
  /** Whether runs can be started from this machine without an account. */
  HAOCHAPING_LOCAL_RUNS: z.enum(['on', 'off'], both('须为 on 或 off', 'must be on or off')).default('on'),
  /** Who may read: anyone, or accounts and keys. */
  HAOCHAPING_READERS: z
    .enum(['anyone', 'accounts'], both('须为 anyone 或 accounts', 'must be anyone or accounts'))
    .default('anyone'),
  /** Lowest level of log lines. */
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** Language of the command line, else that of the locale: the command line finds it before anything is read. */
  HAOCHAPING_LANG: z.enum(['zh', 'en']).optional(),
});

/** How the server is reached, and what may be done without an account. */
export interface AccessSettings extends AccessRules {
  /** The origin under which readers reach it through a proxy. */
  readonly baseAddress: string | undefined;
  /** Proxies whose word is taken for where a request comes from. */
  readonly proxies: readonly string[];
}

/** Settings from the environment, typed; read once by the command line. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Names, beside `host` and those of the loopback, under which `serve` may be asked. */
  readonly hosts: readonly string[];
  readonly db: string;
  readonly webRunLimit: number;
  readonly access: AccessSettings;
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
  const baseAddress = result.data.HAOCHAPING_BASE_ADDRESS;
  return {
    port: PORT,
    host: HOST,
    hosts: [...namesIn(HAOCHAPING_HOSTS), ...(baseAddress ? [new URL(baseAddress).hostname] : [])],
    db: HAOCHAPING_DB,
    webRunLimit: HAOCHAPING_WEB_RUN_LIMIT,
    access: {
      baseAddress,
      proxies: namesIn(result.data.HAOCHAPING_PROXIES),
      localRuns: result.data.HAOCHAPING_LOCAL_RUNS === 'on',
      signInToRead: result.data.HAOCHAPING_READERS === 'accounts',
    },
    logLevel: LOG_LEVEL,
  };
}
