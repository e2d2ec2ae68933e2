const shifts = Int32Array.of(7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21);
const sineTable = Int32Array.from({ length: 64 }, (_, index) =>
  Math.floor(Math.abs(Math.sin(index + 1)) * 2 ** 32),
);
const hexDigits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

let bytes = new Uint8Array(4096);

/**
 * The MD5 digest of a text (its UTF-8 bytes) as 32 lower-case hexadecimal digits. It orders customers for a draw that
 * any database can repeat; it protects nothing.
 * Source: RFC 1321. Example: `md5Hex('abc')` is '900150983cd24fb0d6963f7d28e17f72'.
 */
export function md5Hex(text: string): string {
  digest(text);
  let hex = '';
  for (const word of state) {
    for (let shift = 0; shift < 32; shift += 8) hex += hexDigits[(word >>> shift) & 0xff];
  }
  return hex;
}

/**
 * The first 12 of the hexadecimal digits of `md5Hex` as a number, 0 … 2^48 - 1: numbers are in the order of the digests
 * unless they are equal, and a million of them are made in a third of the time.
 * Example: `md5Start('abc')` is 0x900150983cd2.
 */
export function md5Start(text: string): number {
  digest(text);
  const first = reversedBytes(state[0] as number) >>> 0;
  return first * 2 ** 16 + (reversedBytes(state[1] as number) >>> 16);
}

function reversedBytes(word: number): number {
  return (word << 24) | ((word & 0xff00) << 8) | ((word >>> 8) & 0xff00) | (word >>> 24);
}

/** Leaves the digest of a text in `state`. */
function digest(text: string): void {
  const length = writeUtf8(text);
  const padded = ((length + 8) >>> 6) * 64 + 64;
  bytes.fill(0, length, padded);
  bytes[length] = 0x80;
  writeWord(padded - 8, length << 3);
  writeWord(padded - 4, Math.floor(length / 2 ** 29));
  state.set(startState);
  for (let offset = 0; offset < padded; offset += 64) mixBlock(offset);
}

const startState = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);
const state = new Int32Array(4);
const block = new Int32Array(16);

/** A loop for each of the four rounds: one loop that asks in every step which round it is takes twice the time. */
function mixBlock(offset: number): void {
  for (let index = 0; index < 16; index++) {
    const at = offset + index * 4;
    block[index] =
      (bytes[at] as number) |
      ((bytes[at + 1] as number) << 8) |
      ((bytes[at + 2] as number) << 16) |
      ((bytes[at + 3] as number) << 24);
  }
  let a = state[0] as number;
  let b = state[1] as number;
  let c = state[2] as number;
  let d = state[3] as number;
  let next: number;
  for (let step = 0; step < 16; step++) {
    next = turned(a + ((b & c) | (~b & d)), step, step, 0, b);
    a = d;
    d = c;
    c = b;
    b = next;
  }
  for (let step = 16; step < 32; step++) {
    next = turned(a + ((d & b) | (~d & c)), step, (5 * step + 1) & 15, 4, b);
    a = d;
    d = c;
    c = b;
    b = next;
  }
  for (let step = 32; step < 48; step++) {
    next = turned(a + (b ^ c ^ d), step, (3 * step + 5) & 15, 8, b);
    a = d;
    d = c;
    c = b;
    b = next;
  }
  for (let step = 48; step < 64; step++) {
    next = turned(a + (c ^ (b | ~d)), step, (7 * step) & 15, 12, b);
    a = d;
    d = c;
    c = b;
    b = next;
  }
  state[0] = (state[0] as number) + a;
  state[1] = (state[1] as number) + b;
  state[2] = (state[2] as number) + c;
  state[3] = (state[3] as number) + d;
}

/** Adds constant and word of a step, rotates by the shifts of its round, and adds `to`. */
function turned(mixed: number, step: number, word: number, round: number, to: number): number {
  const sum = (mixed + (sineTable[step] as number) + (block[word] as number)) | 0;
  const shift = shifts[round + (step & 3)] as number;
  return (to + ((sum << shift) | (sum >>> (32 - shift)))) | 0;
}

/** Writes the UTF-8 bytes of a text at the start of the buffer and returns their number; lone surrogates become U+FFFD. */
function writeUtf8(text: string): number {
  const most = text.length * 3 + 72;
  if (bytes.length < most) bytes = new Uint8Array(most * 2);
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    let point = text.charCodeAt(index);
    if (point >= 0xd800 && point <= 0xdfff) {
      const low = text.charCodeAt(index + 1);
      if (point <= 0xdbff && low >= 0xdc00 && low <= 0xdfff) {
        point = 0x10000 + ((point - 0xd800) << 10) + (low - 0xdc00);
        index++;
      } else {
        point = 0xfffd;
      }
    }
    if (point < 0x80) {
      bytes[length++] = point;
    } else if (point < 0x800) {
      bytes[length++] = 0xc0 | (point >>> 6);
      bytes[length++] = 0x80 | (point & 63);
    } else if (point < 0x10000) {
      bytes[length++] = 0xe0 | (point >>> 12);
      bytes[length++] = 0x80 | ((point >>> 6) & 63);
      bytes[length++] = 0x80 | (point & 63);
    } else {
      bytes[length++] = 0xf0 | (point >>> 18);
      bytes[length++] = 0x80 | ((point >>> 12) & 63);
      bytes[length++] = 0x80 | ((point >>> 6) & 63);
      bytes[length++] = 0x80 | (point & 63);
    }
  }
  return length;
}

function writeWord(at: number, word: number): void {
  for (let index = 0; index < 4; index++) bytes[at + index] = (word >>> (8 * index)) & 0xff;
}
