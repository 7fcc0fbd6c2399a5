import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/cli/display-width.ts';
import { readerLanguage } from '../../src/cli/reader-language.ts';
import { onlyMessage, run } from './command.ts';
import { readConfig } from '../../src/config.ts';

const commands = readdirSync(join(import.meta.dirname, '../../src/cli/commands')).map((name) =>
  name.replace('.ts', ''),
);

describe.concurrent('help', () => {
  it('of the program names every command, and so does the program without a command', async () => {
    const [help, bare] = await Promise.all([run(['--help']), run([])]);
    expect(help).toMatchObject({ code: 0, err: '' });
    for (const command of commands) expect(help.out).toMatch(new RegExp(`^ {2}${command} `, 'm'));
    expect(bare).toMatchObject({ code: 2, out: '' });
    expect(bare.err).toBe(help.out);
  });

  it.each(commands)('of %s carries an example that begins with the command', async (command) => {
    const { code, out, err } = await run([command, '--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`Usage: npx haochaping ${command}`);
    expect(out).toMatch(new RegExp(`^Example: npx haochaping ${command} `, 'm'));
  });
});

describe.concurrent('wrong use ends with 2 and says what is wrong', () => {
  const noFile = 'tests/cli/not-there.db';

  it.each([
    ['an unknown command', ['mesure'], /unknown command 'mesure'/],
    ['an unknown option', ['verify', '--fast'], /unknown option '--fast'/],
    ['a missing argument', ['explain', '981100'], /missing required argument 'indicator'/],
    [
      'a method file that is not there',
      ['measure', '--method', 'tests/cli/not-there.json'],
      /cannot read the method file tests\/cli\/not-there\.json/,
    ],
    [
      'a method file that is none',
      ['measure', '--method', 'package.json'],
      /the method package\.json is not valid: id = \(absent\): must be a text/,
    ],
    [
      'a method file without end',
      ['measure', '--method', '/dev/zero'],
      /the file \/dev\/zero has more than 8388608 bytes and is not read whole/,
    ],
    [
      'a scenario file without end',
      ['simulate', '--scenario', '/dev/zero'],
      /the file \/dev\/zero has more than 8388608 bytes/,
    ],
    [
      'targets without end',
      ['calibrate', '--targets', '/dev/zero', '--out', 'tests/cli/not-there.json'],
      /the file \/dev\/zero has more than 8388608 bytes/,
    ],
    [
      'a method file where only editions are taken',
      ['report', '--method', 'package.json', '--out', noFile, '--db', noFile],
      /--method = “package\.json”: here it must be an edition and no file; measure and explain take files/,
    ],
    [
      'a seed that is no number',
      ['simulate', '--scenario', 'tiny', '--seed', 'abc'],
      /--seed = “abc”: must be a whole number from 0 to 4294967295/,
    ],
    [
      'no thread at all',
      ['simulate', '--scenario', 'tiny', '--threads', '0'],
      /--threads = “0”: must be a whole number from 1 to 64/,
    ],
    [
      'a month that no year has',
      ['simulate', '--scenario', 'tiny', '--from', '2025-13-01'],
      /--from = “2025-13-01”: must be a date yyyy-MM-dd/,
    ],
    [
      'an edition that does not exist',
      ['measure', '--method', '2022', '--db', noFile],
      /--method = “2022”: there is no such edition of the methods; there are 2022-2, 2022-1/,
    ],
  ])('%s', async (_title, args, message) => {
    const ran = await run(args);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(onlyMessage(ran)).toMatch(message);
  });

  const platform = ['--url', 'http://127.0.0.1:1/'];
  it.each([
    ['--db', ['measure', '--db']],
    ['--db', ['serve', '--db']],
    ['file', ['backup', '--db', noFile]],
    ['file', ['collect', '--db', noFile, 'records.ndjson']],
    ['file', ['push', ...platform]],
    ['--report', ['push', ...platform, '--report']],
    ['--state', ['push', ...platform, '--state']],
    ['--scenario', ['simulate', '--db', noFile, '--scenario']],
    ['--out', ['simulate', '--scenario', 'tiny', '--out']],
    ['--targets', ['calibrate', '--out', noFile, '--targets']],
    ['--out', ['calibrate', '--targets', 'national-series', '--out']],
    ['--host', ['serve', '--db', noFile, '--host']],
  ])('nothing where a path or an address is due: %s of %j', async (name, args) => {
    for (const blank of ['', ' ']) {
      const ran = await run([...args, blank]);
      expect(ran).toMatchObject({ code: 2, out: '' });
      const rule =
        name === '--host' ? 'an address or a name of this machine' : 'the path of a file or folder';
      expect(onlyMessage(ran)).toBe(`error: ${name} = “${blank}”: must be ${rule}`);
    }
  });

  const hosts =
    'must be names of hosts or addresses (letters, digits, hyphens and dots, no port), between commas';
  it.each<[name: string, value: string, rule: string]>([
    ['PORT', 'eighty', 'must be a whole number from 0 to 65535'],
    ['HOST', ' ', 'must not be blank'],
    ['HAOCHAPING_DB', '', 'must not be blank'],
    ...['a b,/', 'a.example:80', '*.example', 'http://a', '好.example', 'a..b', '-a'].map(
      (value): [string, string, string] => ['HAOCHAPING_HOSTS', value, hosts],
    ),
  ])('a setting of the environment that cannot be: %s = “%s”', async (name, value, rule) => {
    const ran = await run(['verify'], { env: { [name]: value } });
    expect(ran.code).toBe(2);
    expect(onlyMessage(ran)).toBe(`error: environment variable ${name} = “${value}”: ${rule}`);
  });

  it('but hosts by name and by address may be answered to', () => {
    const HAOCHAPING_HOSTS = 'a.example, Proxy_1,10.0.0.1,::1, [fe80::1],';
    expect(readConfig({ HAOCHAPING_HOSTS }).hosts).toEqual([
      ...['a.example', 'Proxy_1', '10.0.0.1', '::1', '[fe80::1]'],
    ]);
  });
});

describe.concurrent('one language all through', () => {
  const chinese = { HAOCHAPING_LANG: '', LC_ALL: '', LC_MESSAGES: '', LANG: 'zh_CN.UTF-8' };

  it.each(commands)('help of %s in Chinese', async (command) => {
    const { out, err } = await run([command, '--help'], { env: chinese });
    expect(err).toBe('');
    expect(out).toMatch(/^用法：.+\n\n\p{Script=Han}/u);
    // Every option is described in Chinese, and no line of the help is wider than a terminal.
    expect(out).not.toMatch(/^ {2}(-.+?) {2,}[A-Za-z ]+$/m);
    expect(out).not.toMatch(/Usage|Options|Example|default|choices|display help/);
    const lines = out.split('\n').filter((line) => !line.startsWith('示例'));
    expect(lines.filter((line) => displayWidth(line) > 80)).toEqual([]);
  });

  it.each([
    [['mesure'], '错误：没有命令“mesure”\n（是否指 measure？）'],
    [['verify', '--fast'], '错误：没有选项“--fast”'],
    [['explain', '981100'], '错误：缺少参数 indicator'],
    [['simulate'], '错误：必须给出选项 --scenario <name|file>'],
    [['measure', '--period'], '错误：选项 --period <p> 后缺少值'],
    [['verify', 'this', 'that'], '错误：参数过多：应有 0 个，给出 2 个'],
    [['collect', '-', '--dialect', 'x'], '错误：选项 --dialect <d> 的值“x”不可用，可用 national'],
    [['simulate', '--scenario', 'tiny', '--seed', '-1'], '错误：--seed = “-1”：须为 0 到 4294967295 的整数'],
  ])('what is wrong with %j, in Chinese', async (args, message) => {
    const ran = await run(args, { env: chinese });
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toMatch(new RegExp(`^${message.replace(/[|()]/g, '\\$&')}\n`));
  });

  it.each([
    ['zh', { HAOCHAPING_LANG: 'zh', LC_ALL: 'en_GB.UTF-8' }],
    ['en', { HAOCHAPING_LANG: 'en', LC_ALL: 'zh_CN.UTF-8' }],
    ['zh', { LC_ALL: 'zh_TW.UTF-8', LC_MESSAGES: 'en_US', LANG: 'en_US' }],
    ['en', { LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }],
    ['zh', { LC_ALL: '', LC_MESSAGES: 'zh_CN', LANG: 'en_US' }],
    ['zh', { LANG: 'zh' }],
    ['en', { LANG: 'zha_CN' }],
    ['en', {}],
  ] as const)('%s for %j', (language, env) => {
    expect(readerLanguage(env)).toBe(language);
  });
});
