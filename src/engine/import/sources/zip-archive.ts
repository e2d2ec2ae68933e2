import { ZipReader, type FileEntry, type Reader } from '@zip.js/zip.js/lib/zip-core-reader.js';
import { boundedChunks, boundedText } from './bounded-stream.ts';
import { SourceProblem } from './source-problem.ts';

/** A workbook has some dozens. */
const mostEntries = 10_000;

/** The files in a zip file, which are unpacked as they are read. Names are looked up without regard to case. */
export class ZipArchive {
  readonly #entries: ReadonlyMap<string, FileEntry>;

  private constructor(entries: ReadonlyMap<string, FileEntry>) {
    this.#entries = entries;
  }

  /** Reads what is in a zip file. Refuses, thrown: damaged-file. */
  static async open(file: Blob): Promise<ZipArchive> {
    const entries = new Map<string, FileEntry>();
    // Workers are what we are in, and have none of their own.
    const zip = new ZipReader(blobReader(file), { useWebWorkers: false, checkSignature: true });
    try {
      for await (const entry of zip.getEntriesGenerator()) {
        if (entry.directory) continue;
        if (entries.size === mostEntries) throw new Error('Too many entries');
        entries.set(plainName(entry.filename), entry);
      }
    } catch (error) {
      throw damaged(error);
    }
    return new ZipArchive(entries);
  }

  /** Names in the order of the file, in lower case. */
  get names(): string[] {
    return [...this.#entries.keys()];
  }

  /** Bytes of an entry when unpacked, as the archive says; 0 for one that is not there. */
  sizeOf(name: string): number {
    return this.#entries.get(plainName(name))?.uncompressedSize ?? 0;
  }

  /** The bytes of an entry. Refuses, thrown: damaged-file, password-protected, unpacked-too-large (above `most` bytes). */
  async *chunks(name: string, most: number): AsyncGenerator<Uint8Array, undefined, undefined> {
    yield* whole(boundedChunks(this.#open(name, most), most));
  }

  /** The same as the text of an XML part. */
  async *text(name: string, most: number): AsyncGenerator<string, undefined, undefined> {
    yield* whole(boundedText(this.#open(name, most), most));
  }

  #open(name: string, most: number): ReadableStream<Uint8Array> {
    const entry = this.#entries.get(plainName(name));
    if (!entry) throw damaged(`There is no ${name}`);
    if (entry.encrypted) throw new SourceProblem({ code: 'password-protected' });
    if (entry.uncompressedSize > most)
      throw new SourceProblem({ code: 'unpacked-too-large', most });
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    // What goes wrong while it unpacks is met by whoever reads the other end.
    entry.getData(writable).catch((error: unknown) => writable.abort(error).catch(() => undefined));
    return readable;
  }
}

/** Where unpacking fails, the archive is damaged. */
async function* whole<Chunk>(
  chunks: AsyncGenerator<Chunk, undefined, undefined>,
): AsyncGenerator<Chunk, undefined, undefined> {
  try {
    yield* chunks;
  } catch (error) {
    throw error instanceof SourceProblem ? error : damaged(error);
  }
  return undefined;
}

/** Any part of a file, without the readers of zip.js, which know the network. */
function blobReader(file: Blob): Reader<Blob> {
  const reader = {
    size: file.size,
    readUint8Array: async (start: number, length: number) =>
      new Uint8Array(await file.slice(start, start + length).arrayBuffer()),
    createReadable: ({ offset, size }: { offset: number; size: number }) =>
      file.slice(offset, offset + size).stream(),
  };
  return reader as unknown as Reader<Blob>;
}

function plainName(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();
}

function damaged(error: unknown): SourceProblem {
  return new SourceProblem({ code: 'damaged-file', detail: String(error).slice(0, 200) });
}
