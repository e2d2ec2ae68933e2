import { checksum } from './storage/page-hash.ts';

/**
 * The checksum of a whole project file, written into the file itself: SQLite's own check does not notice a digit that
 * changed. It stands in `carrotlab_project` as `carrotlab-seal:` and 16 digits, and is reckoned with these digits as
 * zeros wherever they stand.
 */
export const sealKey = 'seal';
export const openSeal = `carrotlab-seal:${'0'.repeat(16)}`;
/** For a file that was changed on purpose, with another program: it opens without the comparison. */
export const noSeal = 'none';

const marker = new TextEncoder().encode('carrotlab-seal:');

/** Writes the checksum into the bytes of a file that holds the open seal. */
export function closeSeal(bytes: Uint8Array): void {
  const digits = new TextEncoder().encode(checksum(bytes));
  for (const at of placesOf(bytes, new TextEncoder().encode(openSeal))) {
    bytes.set(digits, at + marker.length);
  }
}

/** Whether the bytes are those that were sealed. They are changed for a moment and put back. */
export function isSealIntact(bytes: Uint8Array, seal: string): boolean {
  const closed = new TextEncoder().encode(seal);
  if (closed.length !== openSeal.length || !seal.startsWith('carrotlab-seal:')) return false;
  const digits = closed.subarray(marker.length);
  const places = placesOf(bytes, closed);
  for (const at of places) bytes.fill(0x30, at + marker.length, at + closed.length);
  const isIntact = checksum(bytes) === new TextDecoder().decode(digits);
  for (const at of places) bytes.set(digits, at + marker.length);
  return isIntact;
}

function placesOf(bytes: Uint8Array, wanted: Uint8Array): number[] {
  const places: number[] = [];
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, offset) => bytes[at + offset] === byte)) places.push(at);
  }
  return places;
}
