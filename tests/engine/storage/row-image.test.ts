import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashPages, pageBytes } from '#engine/storage/page-hash.ts';
import {
  changeOfRows,
  imageOf,
  rowsAfter,
  type RowImage,
  type SavedRows,
} from '#engine/storage/row-image.ts';

const imageWith = (bytes: Uint8Array<ArrayBuffer>): RowImage => ({
  bytes,
  hashes: hashPages(bytes),
});

/** A store of parts in memory, as a series of saves fills it. */
class Saves {
  readonly files = new Map<string, Uint8Array<ArrayBuffer>>();
  rows: SavedRows | null = null;
  hashes: Uint32Array = new Uint32Array();
  bytesWritten = 0;

  save(bytes: Uint8Array<ArrayBuffer>): void {
    const image = imageWith(bytes);
    const change = this.rows
      ? changeOfRows(image, this.rows, this.hashes)
      : { isWhole: true, content: bytes };
    if (!change) return;
    const name = `rows-1-${this.files.size + 1}`;
    this.files.set(name, change.content.slice());
    this.bytesWritten += change.content.length;
    this.rows = rowsAfter(change, name, image, this.rows);
    this.hashes = image.hashes;
  }

  parts(): Uint8Array<ArrayBuffer>[] {
    return (this.rows?.parts ?? []).map(({ name }) => this.files.get(name)?.slice() as never);
  }

  open(): RowImage | null {
    return this.rows && imageOf(this.rows, this.parts());
  }
}

/** A new image: some pages of the last one changed, and longer or shorter than it. */
const edit = fc.record({
  pages: fc.integer({ min: 1, max: 40 }),
  rest: fc.constantFrom(0, 0, 0, 100),
  changes: fc.array(fc.tuple(fc.nat(200_000), fc.integer({ min: 1, max: 255 })), { maxLength: 8 }),
});

function edited(
  before: Uint8Array,
  { pages, rest, changes }: { pages: number; rest: number; changes: [number, number][] },
) {
  const after = new Uint8Array(pages * pageBytes + rest);
  after.set(before.subarray(0, after.length));
  for (const [place, change] of changes) {
    const at = place % after.length;
    after[at] = (after[at] ?? 0) ^ change;
  }
  return after;
}

/** Told without a walk over every byte, which thousands of images would take minutes of. */
const isSame = (found: Uint8Array | undefined, bytes: Uint8Array) =>
  found !== undefined && Buffer.compare(found, bytes) === 0;

describe('rows saved page by page', () => {
  it('open as the last image that was saved, after any series of changes', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 70 }), (edits) => {
        const saves = new Saves();
        let bytes = new Uint8Array(8 * pageBytes);
        for (const each of edits) {
          bytes = edited(bytes, each);
          saves.save(bytes);
          expect(isSame(saves.open()?.bytes, bytes)).toBe(true);
          const stored = saves.parts().reduce((sum, part) => sum + part.length, 0);
          expect(stored).toBeLessThanOrEqual(1.5 * bytes.length + 4 * pageBytes);
          expect(saves.rows?.parts.length).toBeLessThanOrEqual(50);
        }
        expect(saves.open()?.hashes).toEqual(hashPages(bytes));
      }),
    );
  });

  it('are refused where any byte of any part is not what was written, or a part is torn', () => {
    fc.assert(
      fc.property(
        fc.array(edit, { minLength: 2, maxLength: 6 }),
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (edits, part, place, change) => {
          const saves = new Saves();
          let bytes = new Uint8Array(8 * pageBytes);
          for (const each of edits) saves.save((bytes = edited(bytes, each)));
          const rows = saves.rows as SavedRows;
          const whole = imageOf(rows, saves.parts());
          const damaged = saves.parts();
          const chosen = damaged[part % damaged.length] as Uint8Array<ArrayBuffer>;
          const at = place % chosen.length;
          const torn = [...damaged];
          torn[part % damaged.length] = chosen.slice(0, at);
          expect(imageOf(rows, torn)).toBeNull();
          chosen[at] = (chosen[at] ?? 0) ^ change;
          // A byte that later parts cover may be anything; what comes out is never another image.
          const opened = imageOf(rows, damaged);
          if (opened) expect(isSame(whole?.bytes, opened.bytes)).toBe(true);
        },
      ),
    );
  });

  it('write the pages that changed and nothing else', () => {
    const saves = new Saves();
    const bytes = new Uint8Array(1000 * pageBytes);
    saves.save(bytes);
    saves.save(bytes);
    expect(saves.bytesWritten).toBe(1000 * pageBytes);
    bytes[5] = 1;
    bytes[999 * pageBytes] = 1;
    saves.save(bytes);
    expect(saves.bytesWritten).toBe(1002 * pageBytes + 4 * 3);
    const longer = new Uint8Array(1010 * pageBytes).fill(9, 1000 * pageBytes);
    longer.set(bytes);
    saves.save(longer);
    expect(saves.bytesWritten).toBe(1012 * pageBytes + 4 * 3 + 4 * 11);
  });
});
