import { wrongUse } from '../model/errors.ts';
import type { PushHeaders } from './push-over-http.ts';

/** Address of the system under test. */
export function httpUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw wrongUse(
      `--url = “${text}”：须为 http:// 或 https:// 开头的地址`,
      `--url = “${text}”: must be an address that begins with http:// or https://`,
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw wrongUse(
      '--url：地址中不能有用户名和密码；请用 --header "Authorization: …"',
      '--url: no user name or password in the address; use --header "Authorization: …"',
    );
  }
  return url;
}

/** Headers that say what a request is, which a user cannot change. */
const OWN_HEADERS = [
  'content-type',
  'content-length',
  'host',
  'connection',
  'transfer-encoding',
  'expect',
  'user-agent',
  'idempotency-key',
  'x-attempt',
];

/** Reads a header; what it says is never printed, as it may be a token. */
export function header(text: string, before: PushHeaders = []): PushHeaders {
  const [, name = '', value = ''] = /^([^:\s]+):\s*(.*\S)\s*$/.exec(text) ?? [];
  if (!canBeSent(name, value)) {
    throw wrongUse(
      '--header：须为“名称: 值”，且名称和值可用于 HTTP',
      '--header: must be “Name: value”, in characters that HTTP allows',
    );
  }
  if (OWN_HEADERS.includes(name.toLowerCase())) {
    throw wrongUse(`--header：${name} 由程序自己设置`, `--header: ${name} is set by the program itself`);
  }
  return [...before, [name, value]];
}

function canBeSent(name: string, value: string): boolean {
  try {
    return value !== '' && new Headers([[name, value]]).has(name);
  } catch {
    return false;
  }
}
