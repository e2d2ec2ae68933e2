import { ZipWriter } from '@zip.js/zip.js/lib/zip-core-writer.js';

/** A file that goes into an archive; its name may be in any script. */
export interface ZippedFile {
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The date of every entry, so that the same files give the same archive. Zip knows no year before 1980. */
const entryDate = new Date(1980, 0, 1);

/** Files as one zip archive: names in UTF-8, deflated, no path outside of it. The same name twice is numbered. */
export async function zipFiles(files: readonly ZippedFile[]): Promise<Uint8Array> {
  const written: Uint8Array<ArrayBuffer>[] = [];
  const sink = new WritableStream<Uint8Array<ArrayBuffer>>({
    write: (chunk) => void written.push(chunk),
  });
  // Workers are what we are in, and have none of their own.
  const zip = new ZipWriter(sink, { useWebWorkers: false, lastModDate: entryDate });
  const taken = new Set<string>();
  for (const { fileName, bytes } of files) {
    const name = freeName(fileName.replace(/[\\/:*?"<>|]+/g, '-'), taken);
    taken.add(name);
    await zip.add(name, new Blob([bytes]).stream());
  }
  await zip.close();
  return new Uint8Array(await new Blob(written).arrayBuffer());
}

function freeName(fileName: string, taken: ReadonlySet<string>): string {
  const dot = fileName.lastIndexOf('.');
  const stem = dot > 0 ? fileName.slice(0, dot) : fileName;
  const ending = dot > 0 ? fileName.slice(dot) : '';
  let name = fileName;
  for (let turn = 2; taken.has(name); turn++) name = `${stem} (${turn})${ending}`;
  return name;
}
