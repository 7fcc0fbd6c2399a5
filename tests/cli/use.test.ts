import { describe, expect, it } from 'vitest';
import { onlyMessage, run } from './command.ts';

const commands = ['serve', 'simulate', 'collect', 'measure', 'explain', 'push', 'verify'];

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
    expect(out).toContain(`Usage: haochaping ${command}`);
    expect(out).toMatch(new RegExp(`^Example: haochaping ${command} `, 'm'));
  });
});

describe.concurrent('wrong use ends with 2 and says what is wrong', () => {
  const noFile = 'tests/cli/not-there.db';

  it.each([
    ['an unknown command', ['mesure'], /unknown command 'mesure'/],
    ['an unknown option', ['verify', '--fast'], /unknown option '--fast'/],
    ['a missing argument', ['explain', '330000'], /missing required argument 'indicator'/],
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
      ['measure', '--method', '2031', '--db', noFile],
      /--method = “2031”: there is no such edition, use 2022/,
    ],
  ])('%s', async (_title, args, message) => {
    const ran = await run(args);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(onlyMessage(ran)).toMatch(message);
  });

  it('a setting of the environment that cannot be', async () => {
    const ran = await run(['verify'], { env: { PORT: 'eighty' } });
    expect(ran.code).toBe(2);
    expect(onlyMessage(ran)).toContain('environment variable PORT="eighty" is not valid');
  });

  it('in Chinese where the environment asks for it', async () => {
    const { code, err } = await run(['simulate', '--scenario', 'tiny', '--seed', '-1'], {
      env: { HAOCHAPING_LANG: 'zh' },
    });
    expect(code).toBe(2);
    expect(err).toContain('错误：--seed = “-1”：须为 0 到 4294967295 的整数');
  });
});
