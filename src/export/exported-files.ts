import { formatOfFile } from './export-names.ts';
import type { OpenFile, WrittenFile } from './record-sink.ts';
import type { Sign } from './text-sinks.ts';

/** A new file of an export. */
export interface NewFile {
  write(bytes: Uint8Array): void;
  /** Closes it and says what it holds. */
  end(): { readonly bytes: number; readonly sha256: string };
}

/** Where the files of an export go. */
export interface ExportFolder {
  create(name: string): NewFile;
  readonly sign: Sign;
}

/** What every file says that is not about records. */
export const exportNotice =
  '模拟数据：不代表任何地区的实际情况 / Simulated data: no statement about any real place';

const encoder = new TextEncoder();

/** The files of an export, in the order they were written. */
export class ExportedFiles {
  private readonly files = new Map<string, NewFile>();
  private readonly written: WrittenFile[] = [];

  constructor(private readonly folder: ExportFolder) {}

  readonly open: OpenFile = (name) => {
    const file = this.folder.create(name);
    this.files.set(name, file);
    return (bytes) => {
      file.write(bytes);
    };
  };

  /** Notes files that were opened here and written by others. */
  note(written: readonly WrittenFile[]): void {
    this.written.push(...written);
  }

  /** Writes a file line by line; each line is a record, unless all of them are one document. */
  lines(name: string, lines: Iterable<string>, { asOne = false } = {}): void {
    const write = this.open(name);
    let records = 0;
    for (const line of lines) {
      write(encoder.encode(`${line}\n`));
      records++;
    }
    this.written.push({ name, records: asOne ? 1 : records });
  }

  /** Writes a JSON document that begins with the notice. */
  document(name: string, content: object): void {
    this.lines(name, [JSON.stringify({ notice: exportNotice, ...content }, undefined, 1)]);
  }

  /** Closes the files and says of each what a manifest lists. */
  end(): object[] {
    return this.written.splice(0).map(({ name, records }) => {
      const held = this.files.get(name)?.end();
      return { name, format: formatOfFile(name), records, ...held };
    });
  }
}
