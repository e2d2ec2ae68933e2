import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checksum, hashPages, imageChecksum, pageBytes } from '#engine/storage/page-hash.ts';

describe('the hash of a page', () => {
  it('is told apart by any one byte, wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 300 }),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (bytes, place, change) => {
          const other = bytes.slice();
          const at = place % bytes.length;
          other[at] = (other[at] ?? 0) ^ change;
          expect(checksum(other)).not.toBe(checksum(bytes));
        },
      ),
    );
  });

  it('does not depend on where the bytes lie in memory', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(7), (bytes, offset) => {
        const moved = new Uint8Array(bytes.length + offset);
        moved.set(bytes, offset);
        expect(checksum(moved.subarray(offset))).toBe(checksum(bytes));
      }),
    );
  });

  it('differs among all texts of two bytes and all pages with one bit', () => {
    const seen = new Set<string>();
    for (let pair = 0; pair < 65_536; pair++) {
      seen.add(checksum(new Uint8Array([pair & 255, pair >>> 8])));
    }
    const page = new Uint8Array(pageBytes);
    for (let bit = 0; bit < 8 * pageBytes; bit++) {
      page[bit >>> 3] = 1 << (bit & 7);
      seen.add(checksum(page));
      page[bit >>> 3] = 0;
    }
    expect(seen.size).toBe(65_536 + 8 * pageBytes);
  });

  it('is one pair of words for each page, and their order counts', () => {
    const image = new Uint8Array(2 * pageBytes + 5).fill(7);
    const hashes = hashPages(image);
    expect(hashes).toHaveLength(6);
    expect(hashes.slice(0, 2)).toEqual(hashes.slice(2, 4));
    const swapped = Uint32Array.from([...hashes.slice(2), ...hashes.slice(0, 2)]);
    expect(imageChecksum(swapped)).not.toBe(imageChecksum(hashes));
  });
});
