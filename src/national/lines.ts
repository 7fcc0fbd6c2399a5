import { cannot } from '../model/errors.ts';

/** One line of a file of records. */
export interface Line {
  /** The line; of one that is too long, its beginning. */
  readonly text: string;
  /** 1-based. */
  readonly number: number;
  readonly bytes: number;
  /** False for a last line without a line break: the file may have been cut off there. */
  readonly terminated: boolean;
}

/** Longest line, in bytes, that is read as a record: a record takes well under 2 KiB. */
export const MAX_LINE_BYTES = 1_048_576;
/** What is kept of a longer one, in bytes. */
const KEPT_OF_LONG = 1024;
/** A line this long is no line: the file is no file of lines. */
const NO_LINE_BYTES = 64 * MAX_LINE_BYTES;

export const isTooLong = ({ bytes }: Pick<Line, 'bytes'>): boolean => bytes > MAX_LINE_BYTES;

const LF = 10;
const CR = 13;

/**
 * Splits a stream of bytes into lines of UTF-8 text. Accepts a byte order mark and CRLF, skips blank lines. Of a line
 * that is too long only the beginning is held in memory. Throws a Mistake that names file and line for a line that is
 * not UTF-8 or has no end within 64 MiB, and for a file without any line.
 */
export async function* linesOf(source: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let held: Uint8Array[] = [];
  let bytes = 0;
  let number = 0;
  let records = 0;

  const hold = (piece: Uint8Array): void => {
    bytes += piece.length;
    if (bytes <= MAX_LINE_BYTES) held.push(piece);
    else if (bytes - piece.length <= MAX_LINE_BYTES) held = [beginningOf(held, piece)];
    if (bytes > NO_LINE_BYTES) throw noLine(source, number + 1);
  };
  const take = (terminated: boolean): Line | undefined => {
    const length = bytes;
    number++;
    let all = join(held);
    held = [];
    bytes = 0;
    if (number === 1 && all[0] === 0xef && all[1] === 0xbb && all[2] === 0xbf) all = all.subarray(3);
    if (all[all.length - 1] === CR) all = all.subarray(0, -1);
    if (length > MAX_LINE_BYTES) {
      if (!terminated) throw cutOff(source, number);
      records++;
      return { text: new TextDecoder().decode(all), number, bytes: length, terminated };
    }
    if (!terminated && endsInCharacter(all)) throw cutOff(source, number);
    const text = decodeText(decoder, all, source, number);
    if (text.trim() === '') return undefined;
    records++;
    return { text, number, bytes: length, terminated };
  };

  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, start)) {
      hold(chunk.subarray(start, end));
      start = end + 1;
      const line = take(true);
      if (line) yield line;
    }
    if (start < chunk.length) hold(chunk.slice(start));
  }
  if (bytes > 0) {
    const line = take(false);
    if (line) yield line;
  }
  if (records === 0)
    throw cannot(`文件 ${source} 是空的，没有任何记录`, `file ${source} is empty: it has no record`);
}

/** The beginning of a line that is too long. */
const beginningOf = (held: readonly Uint8Array[], piece: Uint8Array): Uint8Array =>
  join([...held, piece]).slice(0, KEPT_OF_LONG);

function join(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1 && parts[0]) return parts[0];
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function decodeText(
  decoder: InstanceType<typeof TextDecoder>,
  bytes: Uint8Array,
  source: string,
  number: number,
): string {
  try {
    return decoder.decode(bytes);
  } catch {
    const gbk = readsAsGbk(bytes);
    throw cannot(
      `${source} 第 ${String(number)} 行不是 UTF-8${gbk ? '，像是 GBK/GB 18030；请先转码：iconv -f GB18030 -t UTF-8' : ''}；整个文件未接收`,
      `${source}, line ${String(number)} is not UTF-8${gbk ? '; it looks like GBK/GB 18030: convert it first with iconv -f GB18030 -t UTF-8' : ''}; nothing of the file was stored`,
    );
  }
}

/** True when the bytes are UTF-8 but for a last character that is not whole. */
function endsInCharacter(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    decoder.decode(bytes, { stream: true });
  } catch {
    return false;
  }
  try {
    decoder.decode();
    return false;
  } catch {
    return true;
  }
}

/** True when the bytes decode as GB 18030 without a fault. */
function readsAsGbk(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const noLine = (source: string, number: number): Error =>
  cannot(
    `${source} 第 ${String(number)} 行超过 ${String(NO_LINE_BYTES)} 字节仍未结束：不是每行一条记录的文件；整个文件未接收`,
    `${source}, line ${String(number)} is longer than ${String(NO_LINE_BYTES)} bytes: this is no file of one record a line; nothing of it was stored`,
  );

/** The file ends inside a record: it was cut off on the way. */
export const cutOff = (source: string, number: number): Error =>
  cannot(
    `${source} 在第 ${String(number)} 行的记录中间结束，文件不完整；整个文件未接收，请重新传送`,
    `${source} ends in the middle of a record (line ${String(number)}): the file is incomplete; nothing of it was stored, send it again`,
  );
