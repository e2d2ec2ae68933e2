import type { FilePreview } from '../../protocol.ts';
import { headSignature } from '../head-signature.ts';
import { SourceProblem } from './source-problem.ts';
import type { ZipArchive } from './zip-archive.ts';

/** A file of more bytes would not fit into the memory of SQLite either. */
const mostBytes = 1 << 30;
/** Files in files in files are nobody's table. */
const mostLayers = 2;
const lookedAtBytes = 1 << 16;
const partBytes = 1 << 23;

export interface UnpackedFile {
  readonly file: Blob;
  readonly compression: FilePreview['compression'];
  readonly isWorkbook: boolean;
}

/** The check sums of the content stand within so many bytes of the end of a .gz, or of a .zip with a single file. */
const tellingBytes = 1 << 16;

/** The file that was unpacked last: its preview is asked for again with every change, and then it is imported. */
let latest: { readonly mark: Uint8Array; readonly unpacked: UnpackedFile } | null = null;

/**
 * The file itself, or what a .gz or a .zip with a single file in it holds. A workbook is a zip file too and stays as it is.
 * Unpacking ends early where what comes out cannot be a table.
 * Refuses, thrown: damaged-file, password-protected, unpacked-too-large (over `most` bytes; default: 1 GiB).
 */
export async function unpackFile(file: Blob, most: number = mostBytes): Promise<UnpackedFile> {
  const mark = await fingerprint(file);
  if (latest && isSame(latest.mark, mark)) return latest.unpacked;
  forgetUnpacked();
  let unpacked: UnpackedFile = { file, compression: null, isWorkbook: false };
  for (let layer = 0; layer < mostLayers; layer++) {
    const inner = await unpackLayer(unpacked, most);
    if (!inner) break;
    unpacked = inner;
    if (inner.isWorkbook) break;
  }
  latest = unpacked.compression ? { mark, unpacked } : null;
  return unpacked;
}

/** Lets go of the file that was unpacked last, which may be as large as the memory of the page allows. */
export function forgetUnpacked(): void {
  latest = null;
}

/** Null where there is nothing to unpack. */
async function unpackLayer(
  { file, compression }: UnpackedFile,
  most: number,
): Promise<UnpackedFile | null> {
  const [first, second, third = 9, fourth = 9] = await bytesOf(file.slice(0, 4));
  if (first === 0x1f && second === 0x8b) {
    const { unpackGzip } = await import('./unpack-gzip.ts');
    const content = await gather(unpackGzip(file), most);
    return { file: content, compression: compression ?? 'gzip', isWorkbook: false };
  }
  if (first !== 0x50 || second !== 0x4b || third > 8 || fourth > 8) return null;
  const archive = await openArchive(file);
  if (!archive) return null;
  const names = archive.names.filter((name) => !/^__macosx\/|(?:^|\/)\.ds_store$/.test(name));
  if (names.some((name) => name.startsWith('word/') || name.startsWith('ppt/'))) {
    throw new SourceProblem({ code: 'not-a-table', looksLike: 'document' });
  }
  if (names.some((name) => name === '[content_types].xml' || name.startsWith('xl/'))) {
    return { file, compression, isWorkbook: true };
  }
  const [only] = names;
  if (names.length !== 1 || only === undefined) return null;
  const content = await gather(archive.chunks(only, most), most);
  return { file: content, compression: compression ?? 'zip', isWorkbook: false };
}

/** Null for what begins like a zip file and is none, and no workbook either. */
async function openArchive(file: Blob): Promise<ZipArchive | null> {
  const { ZipArchive } = await import('./zip-archive.ts');
  try {
    return await ZipArchive.open(file);
  } catch (error) {
    if (headSignature(await bytesOf(file.slice(0, lookedAtBytes))) === 'xlsx') throw error;
    return null;
  }
}

/** Chunks as a file, which the browser may keep on disk. */
async function gather(chunks: AsyncIterable<Uint8Array>, most: number): Promise<Blob> {
  const parts: Blob[] = [];
  let waiting: Uint8Array<ArrayBuffer>[] = [];
  let [waitingBytes, total, isLookedAt] = [0, 0, false];
  for await (const chunk of chunks) {
    waiting.push(chunk as Uint8Array<ArrayBuffer>);
    waitingBytes += chunk.length;
    total += chunk.length;
    if (total > most) throw new SourceProblem({ code: 'unpacked-too-large', most });
    if (!isLookedAt && total >= lookedAtBytes) {
      isLookedAt = true;
      const head = new Blob(waiting);
      const signature = headSignature(await bytesOf(head));
      if (signature && !['parquet', 'xlsx', 'zip', 'gzip'].includes(signature)) return head;
    }
    if (waitingBytes < partBytes) continue;
    parts.push(new Blob(waiting));
    [waiting, waitingBytes] = [[], 0];
  }
  return new Blob([...parts, ...waiting]);
}

/** Size, name, time and the end of a file, which holds the check sums of what is packed in it. */
async function fingerprint(file: Blob): Promise<Uint8Array> {
  const facts = file instanceof File ? [file.name, file.lastModified] : [];
  return bytesOf(new Blob([[file.size, ...facts, ''].join('\n'), file.slice(-tellingBytes)]));
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer());
}
