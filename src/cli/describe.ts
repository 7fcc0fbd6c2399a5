import { Command, Help, Option, type CommanderError } from 'commander';
import { displayWidth, wrapTo } from './display-width.ts';
import { filePath } from './options.ts';
import type { Output } from './output.ts';
import { writeResult } from './standard-output.ts';

/** How a command is typed in a shell, from the project's folder or where the package is installed. */
const PROGRAM = 'npx haochaping';

const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

/** The program itself, which only knows its commands. */
export const describeProgram = (output: Output): Command => describe(PROGRAM, output);

/** A command with help and messages in the reader's language; what it does is loaded when it runs. */
export function describe(name: string, { text, language }: Output): Command {
  const command = new Command(name)
    .helpOption('-h, --help', text('显示帮助', 'show this help'))
    .exitOverride()
    // What is wrong is said by main, in the reader's language.
    .configureOutput({ writeOut: writeResult, outputError: () => undefined });
  return language === 'zh' ? command.configureHelp(chineseHelp) : command;
}

/** The line of a help that can be pasted. */
export const example = (line: string, { text }: Output): string =>
  `\n${text('示例：', 'Example: ')}${PROGRAM} ${line}`;

/** The option that names the database. */
export const databaseOption = ({ text }: Output): Option =>
  new Option(
    '--db <file>',
    text(
      '数据库（默认：HAOCHAPING_DB，否则 data/haochaping.db）',
      'database (default: HAOCHAPING_DB, else data/haochaping.db)',
    ),
  ).argParser(filePath('--db'));

const english = new Help();

const chineseHelp: Partial<Help> = {
  displayWidth,
  boxWrap: wrapTo,
  styleTitle: (title) => titles[title] ?? title,
  optionDescription: (option) =>
    english
      .optionDescription(option)
      .replace(/ ?\((choices|default): (.*)\)$/, (_, kind: string, values: string) =>
        kind === 'default' ? `（默认：${values}）` : `（可选：${values.replace(', default: ', '；默认：')}）`,
      ),
};

/** What the parser says of wrong use, as Chinese. */
const translations: readonly (readonly [pattern: RegExp, chinese: string])[] = [
  [/^error: unknown command '(.*)'$/, '没有命令“$1”'],
  [/^error: unknown option '(.*)'$/, '没有选项“$1”'],
  [/^error: missing required argument '(.*)'$/, '缺少参数 $1'],
  [/^error: required option '(.*)' not specified$/, '必须给出选项 $1'],
  [/^error: option '(.*)' argument missing$/, '选项 $1 后缺少值'],
  [
    /^error: too many arguments.*Expected (\d+) arguments? but got (\d+)\.$/,
    '参数过多：应有 $1 个，给出 $2 个',
  ],
  [
    /^error: option '(.*)' argument '(.*)' is invalid\. Allowed choices are (.*)\.$/,
    '选项 $1 的值“$2”不可用，可用 $3',
  ],
  [/^\(Did you mean one of (.*)\?\)$/, '（是否指 $1 之一？）'],
  [/^\(Did you mean (.*)\?\)$/, '（是否指 $1？）'],
];

/** The exit code of what ended the parser: help and version are fine, and printed; wrong use is said here. */
export function reportUse(error: CommanderError, output: Output): number {
  if (error.exitCode === 0) return 0;
  // A program without a command has printed its help.
  if (error.code === 'commander.help') return 2;
  const lines = error.message.split('\n');
  output.note({
    zh: `错误：${[...lines.map(inChinese), '（加 --help 查看用法）'].join('\n')}`,
    en: [...lines, '(add --help for usage)'].join('\n'),
  });
  return 2;
}

function inChinese(line: string): string {
  const [pattern, chinese] = translations.find(([known]) => known.test(line)) ?? [];
  return pattern && chinese !== undefined ? line.replace(pattern, chinese) : line;
}
