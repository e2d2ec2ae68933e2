import { hashPages, imageChecksum, pageBytes } from './page-hash.ts';

/** A file beside the record of a project. */
export interface PartFile {
  readonly name: string;
  readonly byteCount: number;
}

/** Where the rows of a project lie: one file with every page, and then the pages that each later save changed. */
export interface SavedRows {
  /** Of the image that the parts make together. */
  readonly byteCount: number;
  readonly checksum: string;
  /** The whole image first; each of the others lays its pages over those before it. */
  readonly parts: readonly PartFile[];
}

/** The bytes of a database, with the hashes of its pages. */
export interface RowImage {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly hashes: Uint32Array;
}

/** What a save has to write: a part to be added to the saved ones, or one that takes their place. */
export interface RowChange {
  readonly isWhole: boolean;
  readonly content: Uint8Array<ArrayBuffer>;
}

/** Pages that later parts cover are waste. With so much of it, or so many parts, the image is written whole again. */
const mostWasteShare = 0.5;
const mostParts = 50;

/**
 * What must be written so that storage holds an image of which some pages are saved already; null where nothing is
 * changed. `savedHashes`: the hashes of the pages of the image that `saved` makes.
 */
export function changeOfRows(
  { bytes, hashes }: RowImage,
  saved: SavedRows,
  savedHashes: Uint32Array,
): RowChange | null {
  const pages = changedPages(hashes, savedHashes);
  if (pages.length === 0 && bytes.length === saved.byteCount) return null;
  const content = packPages(bytes, pages);
  const stored = content.length + saved.parts.reduce((sum, part) => sum + part.byteCount, 0);
  const isWasteful = stored > (1 + mostWasteShare) * bytes.length;
  return isWasteful || saved.parts.length >= mostParts
    ? { isWhole: true, content: bytes }
    : { isWhole: false, content };
}

/** The saved rows after a change has been written under a name. */
export function rowsAfter(
  { isWhole, content }: RowChange,
  name: string,
  { bytes, hashes }: RowImage,
  saved: SavedRows | null,
): SavedRows {
  const part = { name, byteCount: content.length };
  return {
    byteCount: bytes.length,
    checksum: imageChecksum(hashes),
    parts: isWhole ? [part] : [...(saved?.parts ?? []), part],
  };
}

/** The image that the parts make, with the hashes of its pages; null where it is not what was saved. */
export function imageOf(
  saved: SavedRows,
  parts: readonly Uint8Array<ArrayBuffer>[],
): RowImage | null {
  const [whole, ...patches] = parts;
  if (!whole || parts.some((part, index) => part.length !== saved.parts[index]?.byteCount)) {
    return null;
  }
  const bytes = resized(whole, saved.byteCount);
  for (const patch of patches) if (!layOver(bytes, patch)) return null;
  const hashes = hashPages(bytes);
  return imageChecksum(hashes) === saved.checksum ? { bytes, hashes } : null;
}

function changedPages(hashes: Uint32Array, savedHashes: Uint32Array): number[] {
  const pages: number[] = [];
  for (let at = 0; at < hashes.length; at += 2) {
    if (hashes[at] !== savedHashes[at] || hashes[at + 1] !== savedHashes[at + 1]) {
      pages.push(at / 2);
    }
  }
  return pages;
}

/** How many pages, their numbers, and the pages themselves; the last page of an image is filled up with zeros. */
function packPages(image: Uint8Array, pages: readonly number[]): Uint8Array<ArrayBuffer> {
  const head = 4 * (1 + pages.length);
  const content = new Uint8Array(head + pages.length * pageBytes);
  new Uint32Array(content.buffer, 0, 1 + pages.length).set([pages.length, ...pages]);
  pages.forEach((page, place) => {
    const bytes = image.subarray(page * pageBytes, (page + 1) * pageBytes);
    content.set(bytes, head + place * pageBytes);
  });
  return content;
}

/** Puts the pages of a patch into the image; false where it is no patch. Pages behind the end are of a longer past. */
function layOver(image: Uint8Array, patch: Uint8Array<ArrayBuffer>): boolean {
  if (patch.length < 4 || patch.byteOffset % 4 !== 0) return false;
  const [count = 0] = new Uint32Array(patch.buffer, patch.byteOffset, 1);
  const head = 4 * (1 + count);
  if (patch.length !== head + count * pageBytes) return false;
  const numbers = new Uint32Array(patch.buffer, patch.byteOffset + 4, count);
  numbers.forEach((page, place) => {
    const at = page * pageBytes;
    const length = Math.min(pageBytes, image.length - at);
    if (length <= 0) return;
    const from = head + place * pageBytes;
    image.set(patch.subarray(from, from + length), at);
  });
  return true;
}

function resized(bytes: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
  if (length <= bytes.length) return bytes.subarray(0, length);
  const longer = new Uint8Array(length);
  longer.set(bytes);
  return longer;
}
