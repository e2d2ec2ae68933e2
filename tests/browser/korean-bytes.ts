/** The bytes of a text in CP949. Browsers decode it but do not encode it, so all pairs of bytes are decoded once. */
export function encodeCp949(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([...text].flatMap((letter) => bytesOf(letter)));
}

/** The bytes of a text in UTF-16 without a byte order mark. */
export function encodeUtf16(text: string, isLittleEndian: boolean): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let index = 0; index < text.length; index++) {
    view.setUint16(index * 2, text.charCodeAt(index), isLittleEndian);
  }
  return new Uint8Array(view.buffer);
}

/** All 11,172 modern Hangul syllables. */
export const syllables = Array.from({ length: 11_172 }, (_, index) =>
  String.fromCharCode(0xac00 + index),
);

const pairs = new Map<string, number[]>();

function bytesOf(letter: string): number[] {
  if (letter.charCodeAt(0) < 0x80) return [letter.charCodeAt(0)];
  if (pairs.size === 0) fillPairs();
  const bytes = pairs.get(letter);
  if (!bytes) throw new Error(`CP949 has no ${letter}`);
  return bytes;
}

function fillPairs(): void {
  const decoder = new TextDecoder('euc-kr');
  for (let lead = 0x81; lead < 0xff; lead++) {
    for (let trail = 0x41; trail < 0xff; trail++) {
      const letter = decoder.decode(Uint8Array.of(lead, trail));
      if (letter.length === 1 && letter !== '\uFFFD') pairs.set(letter, [lead, trail]);
    }
  }
}
