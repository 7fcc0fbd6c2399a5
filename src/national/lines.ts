import { cannot } from '../model/errors.ts';

/** One line of a file of records. */
export interface Line {
  readonly text: string;
  /** 1-based. */
  readonly number: number;
  /** False for a last line without a line break: the file may have been cut off there. */
  readonly terminated: boolean;
}

/** Longest line, in bytes: a record takes well under 2 KiB. */
export const MAX_LINE_BYTES = 1_048_576;

const LF = 10;
const CR = 13;

/**
 * Splits a stream of bytes into lines of UTF-8 text. Accepts a byte order mark and CRLF, skips blank lines. Throws a
 * Mistake that names file and line for a line that is too long (before it is held in memory) or is not UTF-8, and for a
 * file without any line.
 */
export async function* linesOf(source: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  let number = 0;
  let records = 0;

  const decode = (terminated: boolean): Line | undefined => {
    number++;
    let bytes = join(held, heldBytes);
    held = [];
    heldBytes = 0;
    if (number === 1 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
      bytes = bytes.subarray(3);
    if (bytes.at(-1) === CR) bytes = bytes.subarray(0, -1);
    if (!terminated && endsInCharacter(bytes)) throw cutOff(source, number);
    const text = decodeText(decoder, bytes, source, number);
    if (text.trim() === '') return undefined;
    records++;
    return { text, number, terminated };
  };

  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, start)) {
      held.push(chunk.subarray(start, end));
      heldBytes += end - start;
      if (heldBytes > MAX_LINE_BYTES) throw tooLong(source, number + 1);
      start = end + 1;
      const line = decode(true);
      if (line) yield line;
    }
    if (start < chunk.length) {
      held.push(chunk.slice(start));
      heldBytes += chunk.length - start;
      if (heldBytes > MAX_LINE_BYTES) throw tooLong(source, number + 1);
    }
  }
  if (heldBytes > 0) {
    const line = decode(false);
    if (line) yield line;
  }
  if (records === 0)
    throw cannot(`文件 ${source} 是空的，没有任何记录`, `file ${source} is empty: it has no record`);
}

function join(parts: readonly Uint8Array[], length: number): Uint8Array {
  if (parts.length === 1 && parts[0]) return parts[0];
  const whole = new Uint8Array(length);
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

const tooLong = (source: string, number: number): Error =>
  cannot(
    `${source} 第 ${String(number)} 行超过 ${String(MAX_LINE_BYTES)} 字节；每行须为一条记录；整个文件未接收`,
    `${source}, line ${String(number)} is longer than ${String(MAX_LINE_BYTES)} bytes; a line must hold one record; nothing of the file was stored`,
  );

/** The file ends inside a record: it was cut off on the way. */
export const cutOff = (source: string, number: number): Error =>
  cannot(
    `${source} 在第 ${String(number)} 行的记录中间结束，文件不完整；整个文件未接收，请重新传送`,
    `${source} ends in the middle of a record (line ${String(number)}): the file is incomplete; nothing of it was stored, send it again`,
  );
