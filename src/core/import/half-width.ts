const unusual = /[\u00a0\u1680\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff\uff01-\uff5e]/;
const wideSigns = /[\uff01-\uff5e]/g;
const unusualSpaces = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const invisible = /[\u200b-\u200f\u2060\ufeff]/g;

/**
 * A text with full-width letters, digits and signs as ordinary ones, every kind of space as a space, without invisible
 * characters. Example: `toHalfWidth('１，２００원')` is '1,200원'.
 */
export function toHalfWidth(text: string): string {
  if (!unusual.test(text)) return text;
  return text
    .replace(wideSigns, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(unusualSpaces, ' ')
    .replace(invisible, '')
    .trim();
}
