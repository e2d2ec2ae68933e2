/**
 * Whether bytes beyond ASCII are Korean in CP949: nearly all of them are pairs of the 2,350 syllables that are in use.
 * Example: the bytes of 김철수 in CP949 are, those of café in Windows-1252 are not.
 */
export function isKoreanLine(bytes: Uint8Array): boolean {
  let syllables = 0;
  let others = 0;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] as number;
    if (lead < 0x80) continue;
    const trail = bytes[at + 1] ?? 0;
    if (isSyllable(lead, trail)) syllables++;
    else others++;
    at++;
  }
  return syllables > 0 && others <= syllables / 10;
}

/**
 * Whether bytes are valid UTF-8 with a character of three bytes or more, as Hangul has; text in CP949 never is.
 * `start`, `end`: the part of the bytes that is looked at.
 */
export function isUtf8Line(bytes: Uint8Array, start: number, end: number): boolean {
  let isLong = false;
  for (let at = start; at < end;) {
    const lead = bytes[at] as number;
    const length = utf8Length(lead);
    if (length === 0 || at + length > end) return false;
    for (let next = at + 1; next < at + length; next++) {
      if (((bytes[next] as number) & 0xc0) !== 0x80) return false;
    }
    if (length > 2) isLong = true;
    at += length;
  }
  return isLong;
}

/** How many bytes a character of UTF-8 has that begins with this one; 0 where none does. */
function utf8Length(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}

/** Whether two bytes are a Hangul syllable of KS X 1001. */
export function isSyllable(lead: number, trail: number): boolean {
  return lead >= 0xb0 && lead <= 0xc8 && trail >= 0xa1 && trail <= 0xfe;
}
