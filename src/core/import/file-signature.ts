/** What a file seems to be that is no text. */
export type FileSignature =
  | 'html'
  | 'xml'
  | 'json'
  | 'xlsx'
  | 'xlsb'
  | 'xls'
  | 'ods'
  | 'document'
  | 'hwp'
  | 'parquet'
  | 'zip'
  | 'gzip'
  | 'pdf'
  | 'image'
  | 'sqlite'
  | 'binary';

const magic: readonly (readonly [FileSignature, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['gzip', [0x1f, 0x8b]],
  ['parquet', [0x50, 0x41, 0x52, 0x31]],
  ['xls', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['document', [...'{\\rtf'].map((letter) => letter.charCodeAt(0))],
  ['hwp', [...'HWP Document File'].map((letter) => letter.charCodeAt(0))],
  ['sqlite', [...'SQLite format 3'].map((letter) => letter.charCodeAt(0))],
];

/**
 * Says what a file is by its first bytes, or null where it may be text. XML is told by its declaration, as Excel's “XML
 * Spreadsheet” has it, unless HTML follows. JSON has no first bytes of its own: see `isJsonText`.
 * `bytes`: the beginning of the file, the more the better (an xlsx is told from other zip files by the names inside).
 * `isUtf16`: whether the zero bytes have been found to be those of UTF-16.
 * Example: the bytes of '%PDF-1.7' give 'pdf'.
 */
export function fileSignature(bytes: Uint8Array, isUtf16: boolean): FileSignature | null {
  for (const [signature, start] of magic) {
    if (start.every((byte, index) => bytes[index] === byte)) return signature;
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 9) < 9 && (bytes[3] ?? 9) < 9) {
    if (includesAscii(bytes.subarray(0, 256), 'mimetypeapplication/vnd.oasis.opendocument')) {
      return 'ods';
    }
    if (includesAscii(bytes.subarray(0, 256), 'mimetypeapplication/hwp+zip')) return 'hwp';
    if (includesAscii(bytes, 'xl/')) return 'xlsx';
    if (includesAscii(bytes, 'word/') || includesAscii(bytes, 'ppt/')) return 'document';
    return includesAscii(bytes, '[Content_Types].xml') ? 'xlsx' : 'zip';
  }
  if (includesAscii(bytes.subarray(0, 4), 'RIFF') && includesAscii(bytes.subarray(8, 12), 'WEBP')) {
    return 'image';
  }
  if (!isUtf16 && isBinary(bytes)) return 'binary';
  const start = asciiStart(bytes).toLowerCase();
  const isHtml =
    /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body|table|style|meta)\b/s;
  if (isHtml.test(start)) return 'html';
  return /^\s*<\?(?:xml|mso-application)\b/.test(start) ? 'xml' : null;
}

/** Control characters other than tab, line breaks and separators do not occur in text, apart from a stray one. */
function isBinary(bytes: Uint8Array): boolean {
  const looked = bytes.subarray(0, 65536);
  let controls = 0;
  for (const byte of looked) if (byte < 9 || (byte > 13 && byte < 27)) controls++;
  return controls > looked.length / 500 + 1;
}

function includesAscii(bytes: Uint8Array, text: string): boolean {
  const codes = [...text].map((letter) => letter.charCodeAt(0));
  const first = codes[0] as number;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (codes.every((code, index) => bytes[at + index] === code)) return true;
  }
  return false;
}

/** The first bytes without zero bytes (so UTF-16 reads too) and byte order marks. */
function asciiStart(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes.subarray(0, 1024)) {
    if (byte > 0 && byte < 128) text += String.fromCharCode(byte);
  }
  return text;
}
