import { cannot, Mistake } from '../model/errors.ts';

/** Bytes of a file or of standard input; one that cannot be read is named. */
export async function* readBytes(stream: NodeJS.ReadableStream, file: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of stream) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
  } catch (error) {
    if (error instanceof Mistake || !(error instanceof Error) || !('code' in error)) throw error;
    throw cannot(
      `无法读取文件 ${file}（${String(error.code)}）`,
      `cannot read file ${file} (${String(error.code)})`,
    );
  }
}
