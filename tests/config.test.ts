import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { Mistake } from '../src/model/errors.ts';

/** The settings that say how a server is reached, and what needs an account. */

const accessOf = (env: Readonly<Record<string, string>>) => readConfig(env).access;

function refusalOf(env: Readonly<Record<string, string>>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof Mistake && error.exitCode === 2) return error.text.en;
    throw error;
  }
  throw new Error(`not refused: ${JSON.stringify(env)}`);
}

describe('settings of access', () => {
  it('without any: no proxy, anyone reads, and runs are started at this machine without an account', () => {
    expect(accessOf({})).toEqual({
      baseAddress: undefined,
      proxies: [],
      localRuns: true,
      signInToRead: false,
    });
  });

  it.each([
    ['https://ratings.example', 'https://ratings.example', 'ratings.example'],
    ['https://ratings.example/', 'https://ratings.example', 'ratings.example'],
    ['http://10.0.0.1:8080', 'http://10.0.0.1:8080', '10.0.0.1'],
    ['https://[2001:db8::1]:8443', 'https://[2001:db8::1]:8443', '[2001:db8::1]'],
  ])('the base address %s is taken, and its host answered to', (HAOCHAPING_BASE_ADDRESS, origin, host) => {
    const config = readConfig({ HAOCHAPING_BASE_ADDRESS, HAOCHAPING_HOSTS: 'a.example' });
    expect(config.access.baseAddress).toBe(origin);
    expect(config.hosts).toEqual(['a.example', host]);
  });

  it.each([
    '',
    'ratings.example',
    'ftp://ratings.example',
    'https://ratings.example/haochaping',
    'https://ratings.example?x',
    'https://me:secret@ratings.example',
    'javascript:alert(1)',
  ])('the base address “%s” is refused', (HAOCHAPING_BASE_ADDRESS) => {
    expect(refusalOf({ HAOCHAPING_BASE_ADDRESS })).toMatch(
      /^environment variable HAOCHAPING_BASE_ADDRESS = “.*”: must be http:\/\/ or https:\/\/ and a host/,
    );
  });

  it('proxies are addresses, networks and the loopback', () => {
    const HAOCHAPING_PROXIES = 'loopback, 192.0.2.1,10.0.0.0/8, 2001:db8::/32,::1,';
    expect(accessOf({ HAOCHAPING_PROXIES }).proxies).toEqual([
      ...['loopback', '192.0.2.1', '10.0.0.0/8', '2001:db8::/32', '::1'],
    ]);
  });

  it.each([
    'proxy.example',
    'true',
    '1',
    '10.0.0.0/33',
    '10.0.0.0/8/8',
    '10.0.0.0/',
    '::/129',
    '*',
    '10.0.0',
  ])('a proxy “%s” is refused: nobody’s word is taken by mistake', (HAOCHAPING_PROXIES) => {
    expect(refusalOf({ HAOCHAPING_PROXIES })).toContain(
      'must be IP addresses, networks (10.0.0.0/8) or loopback',
    );
  });

  it('runs at this machine can be switched off, and reading kept for accounts', () => {
    const access = accessOf({ HAOCHAPING_LOCAL_RUNS: 'off', HAOCHAPING_READERS: 'accounts' });
    expect(access).toMatchObject({ localRuns: false, signInToRead: true });
  });

  it.each([
    ['HAOCHAPING_LOCAL_RUNS', 'no', 'must be on or off'],
    ['HAOCHAPING_LOCAL_RUNS', '', 'must be on or off'],
    ['HAOCHAPING_READERS', 'all', 'must be anyone or accounts'],
    ['HAOCHAPING_READERS', 'Accounts', 'must be anyone or accounts'],
  ])('%s = “%s” is refused', (name, value, rule) => {
    expect(refusalOf({ [name]: value })).toBe(`environment variable ${name} = “${value}”: ${rule}`);
  });
});
