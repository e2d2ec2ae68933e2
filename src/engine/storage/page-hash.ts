/** Bytes of a page of the image: what SQLite changes, it changes in pages of this size. */
export const pageBytes = 4096;

/** The hashes of all pages of an image: two words of 32 bits each. The last page may be shorter than the others. */
export function hashPages(image: Uint8Array): Uint32Array {
  const pages = Math.ceil(image.length / pageBytes);
  const hashes = new Uint32Array(2 * pages);
  for (let page = 0; page < pages; page++) {
    hashInto(hashes, 2 * page, image.subarray(page * pageBytes, (page + 1) * pageBytes));
  }
  return hashes;
}

/**
 * A checksum of any bytes, as 16 hexadecimal digits. It finds damage, not malice.
 */
export function checksum(bytes: Uint8Array): string {
  const hash = new Uint32Array(2);
  hashInto(hash, 0, bytes);
  return [...hash].map((word) => word.toString(16).padStart(8, '0')).join('');
}

/** The checksum of an image from the hashes of its pages. */
export function imageChecksum(hashes: Uint32Array): string {
  return checksum(new Uint8Array(hashes.buffer, hashes.byteOffset, hashes.byteLength));
}

/**
 * Two multiplicative hashes of 32 bits side by side: every step can be undone, so a difference never gets lost, and a
 * changed page keeps both with a chance of 2^-64. Words are read in the order of the machine, little-endian everywhere.
 */
function hashInto(hashes: Uint32Array, at: number, bytes: Uint8Array): void {
  const whole = bytes.length >>> 2;
  const words = wordsOf(bytes, whole);
  let one = 0x9e3779b1 ^ bytes.length;
  let other = 0x7feb352d + bytes.length;
  for (let index = 0; index < whole; index++) {
    const word = words[index] as number;
    one = Math.imul(one ^ word, 0x85ebca6b);
    one = (one << 15) | (one >>> 17);
    other = Math.imul(other + word, 0xc2b2ae35);
    other = ((other << 13) | (other >>> 19)) ^ word;
  }
  for (let index = 4 * whole; index < bytes.length; index++) {
    const byte = bytes[index] as number;
    one = Math.imul(one ^ byte, 0x85ebca6b);
    one = (one << 15) | (one >>> 17);
    other = Math.imul(other + byte, 0xc2b2ae35);
    other = (other << 13) | (other >>> 19);
  }
  hashes[at] = spread(one ^ Math.imul(other, 0x27d4eb2f));
  hashes[at + 1] = spread(other + Math.imul(one, 0x165667b1));
}

function wordsOf(bytes: Uint8Array, count: number): Uint32Array {
  return bytes.byteOffset % 4 === 0
    ? new Uint32Array(bytes.buffer, bytes.byteOffset, count)
    : new Uint32Array(bytes.slice(0, 4 * count).buffer);
}

/** Spreads every bit of a word over all of it (the last step of MurmurHash3). */
function spread(word: number): number {
  let mixed = word ^ (word >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
