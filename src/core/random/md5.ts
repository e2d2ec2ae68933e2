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
  const length = writeUtf8(text);
  const padded = ((length + 8) >>> 6) * 64 + 64;
  bytes.fill(0, length, padded);
  bytes[length] = 0x80;
  writeWord(padded - 8, length << 3);
  writeWord(padded - 4, Math.floor(length / 2 ** 29));
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);
  for (let offset = 0; offset < padded; offset += 64) mixBlock(state, offset);
  let hex = '';
  for (const word of state) {
    for (let shift = 0; shift < 32; shift += 8) hex += hexDigits[(word >>> shift) & 0xff];
  }
  return hex;
}

const block = new Int32Array(16);

function mixBlock(state: Int32Array, offset: number): void {
  for (let index = 0; index < 16; index++) {
    const at = offset + index * 4;
    block[index] =
      (bytes[at] as number) |
      ((bytes[at + 1] as number) << 8) |
      ((bytes[at + 2] as number) << 16) |
      ((bytes[at + 3] as number) << 24);
  }
  let [a = 0, b = 0, c = 0, d = 0] = state;
  for (let step = 0; step < 64; step++) {
    const round = step >>> 4;
    let mixed: number;
    let word: number;
    if (round === 0) {
      mixed = (b & c) | (~b & d);
      word = step;
    } else if (round === 1) {
      mixed = (d & b) | (~d & c);
      word = (5 * step + 1) & 15;
    } else if (round === 2) {
      mixed = b ^ c ^ d;
      word = (3 * step + 5) & 15;
    } else {
      mixed = c ^ (b | ~d);
      word = (7 * step) & 15;
    }
    const sum = (a + mixed + (sineTable[step] as number) + (block[word] as number)) | 0;
    const shift = shifts[round * 4 + (step & 3)] as number;
    a = d;
    d = c;
    c = b;
    b = (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0;
  }
  state[0] = (state[0] as number) + a;
  state[1] = (state[1] as number) + b;
  state[2] = (state[2] as number) + c;
  state[3] = (state[3] as number) + d;
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
