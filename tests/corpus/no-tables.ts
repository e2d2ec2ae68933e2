import { joined, reads, refuses, utf16, type Bytes, type CorpusFile } from './corpus-file.ts';
import type { FileSignature } from '#core/import/file-signature.ts';

const none = (
  name: string,
  looksLike: FileSignature,
  content: CorpusFile['content'] | string,
  fileName?: string,
) => refuses(name, content, { code: 'not-a-table', looksLike }, fileName);

const noise = (length: number) => {
  let state = 12345;
  return Uint8Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    return state >> 16;
  });
};
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const zipStart = [0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0];

/** A compound file of a megabyte that says in its header that its directory is the last sector. */
function hwpOfManyPages(): Bytes {
  const sectors = 2000;
  const bytes = new Uint8Array((sectors + 2) * 512);
  bytes.set(compoundFile);
  const view = new DataView(bytes.buffer);
  view.setUint16(30, 9, true);
  view.setUint32(48, sectors, true);
  bytes.set(utf16('HwpSummaryInformation', true), (sectors + 1) * 512);
  return bytes;
}

export const noTableFiles: readonly CorpusFile[] = [
  none(
    'a page of a shop, saved as .csv',
    'html',
    '<!DOCTYPE html>\n<html><head><title>Login</title></head><body><table><tr><td>1</td></tr></table></body></html>\n',
  ),
  none(
    'a table in HTML that calls itself .xls',
    'html',
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel">\n<table><tr><td>고객번호</td></tr></table></html>',
    '명단.xls',
  ),
  none(
    'a table in HTML that begins with its style',
    'html',
    '\r\n<style>td{mso-number-format:"\\@"}</style><table><tr><td>C1</td></tr></table>',
    '명단.xls',
  ),
  none('HTML in UTF-16', 'html', () => utf16('\uFEFF<html><body>hello</body></html>', true)),
  none('a document of rich text', 'document', '{\\rtf1\\ansi a,b\\par 1,2\\par }\n', '명단.csv'),
  none('a Hangul document of old', 'hwp', 'HWP Document File V3.00 \u001a\u0001\u0002'),
  none('a Hangul document', 'hwp', () =>
    joined(compoundFile, new Uint8Array(600), utf16('HwpSummaryInformation', true)),
  ),
  none('a Hangul document whose directory stands at its end', 'hwp', () => hwpOfManyPages()),
  none('an old Word document', 'document', () =>
    joined(compoundFile, new Uint8Array(600), utf16('WordDocument', true)),
  ),
  none('a Hangul document in a zip file', 'hwp', () =>
    joined(zipStart, 'mimetypeapplication/hwp+zip', noise(200)),
  ),
  none(
    'XML',
    'xml',
    '<?xml version="1.0" encoding="UTF-8"?>\n<orders><order id="1"/><order id="2"/></orders>\n',
  ),
  none(
    "Excel's XML Spreadsheet",
    'xml',
    '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>\n',
  ),
  none('JSON', 'json', '[{"id": "C1", "points": 1},\n {"id": "C2", "points": 2}]\n'),
  none('JSON on one line', 'json', '{"customers":[{"id":"C1"},{"id":"C2"}]}'),
  none('lines of JSON', 'json', '{"id": "C1", "points": 1}\n{"id": "C2", "points": 2}\n'),
  none('JSON of arrays', 'json', '[["id","points"],["C1",1],["C2",2]]'),
  none('PDF', 'pdf', () =>
    joined('%PDF-1.7\n%', [0xe2, 0xe3, 0xcf, 0xd3], '\n1 0 obj\n<< /Type /Catalog >>\nendobj\n'),
  ),
  none('a PNG picture', 'image', () =>
    joined([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10], noise(500)),
  ),
  none('a JPEG picture', 'image', () =>
    joined([0xff, 0xd8, 0xff, 0xe0, 0, 16], 'JFIF\0', noise(500)),
  ),
  none('a GIF picture', 'image', () => joined('GIF89a', noise(500))),
  none('a WebP picture', 'image', () => joined('RIFF', [0x24, 1, 0, 0], 'WEBPVP8 ', noise(500))),
  none('a zip archive of pictures', 'zip', () =>
    joined(zipStart, new Uint8Array(20), 'photo.raw', noise(500), 'PK\x01\x02'),
  ),
  none(
    'an old workbook (.xls)',
    'xls',
    () => joined(compoundFile, new Uint8Array(504), 'W\0o\0r\0k\0b\0o\0o\0k\0', noise(900)),
    '명단.xls',
  ),
  none(
    'a document of Hangul (.hwp)',
    'xls',
    () => joined(compoundFile, new Uint8Array(504), 'H\0w\0p\0S\0u\0m\0m\0a\0r\0y\0', noise(900)),
    '공문.hwp',
  ),
  none(
    'a document of Word (.docx)',
    'document',
    () => joined(zipStart, new Uint8Array(20), 'word/document.xml', noise(500), 'PK\x01\x02'),
    '보고서.docx',
  ),
  none('a database of SQLite', 'sqlite', () => joined('SQLite format 3\0', noise(500))),
  none('a program', 'binary', () =>
    joined([0x7f], 'ELF', [2, 1, 1, 0], new Uint8Array(50), noise(2000)),
  ),
  none('random bytes', 'binary', () => joined(noise(5000))),
  none('a file of zero bytes only', 'binary', () => new Uint8Array(1000)),
  refuses('no bytes at all', '', { code: 'empty-file' }),
  refuses('a byte order mark and nothing else', '\uFEFF', { code: 'empty-file' }),
  refuses('a byte order mark of UTF-16 and nothing else', () => joined([0xff, 0xfe]), {
    code: 'empty-file',
  }),
  refuses('line ends and nothing else', '\r\n\r\n\n\n\r', { code: 'empty-file' }),
  refuses('spaces and tabs and nothing else', '   \t \n \t\t\n', { code: 'empty-file' }),
  refuses('a single word', 'hello', { code: 'no-rows' }),
  refuses('a single line', 'a,b,c', { code: 'no-rows' }),
  reads('a table whose header begins with a bracket, like JSON', '[id],name\nC1,a\nC2,b\n', {
    names: ['[id]', 'name'],
    kinds: 'text text',
    rows: [
      ['C1', 'a'],
      ['C2', 'b'],
    ],
  }),
  reads('a table whose header begins like XML', '<id>,name\nC1,a\nC2,b\n', {
    names: ['<id>', 'name'],
    kinds: 'text text',
    rows: [
      ['C1', 'a'],
      ['C2', 'b'],
    ],
  }),
  reads(
    'a table with JSON in its cells',
    'id,event\nC1,"{""type"": ""click"", ""at"": [1, 2]}"\nC2,"{}"\n',
    {
      names: ['id', 'event'],
      kinds: 'text text',
      rows: [
        ['C1', '{"type": "click", "at": [1, 2]}'],
        ['C2', '{}'],
      ],
    },
  ),
  reads(
    'a table with HTML in its cells',
    'id,page\nC1,"<html><body>\n<b>hi</b></body></html>"\nC2,<br>\n',
    {
      names: ['id', 'page'],
      kinds: 'text text',
      rows: [
        ['C1', '<html><body>\n<b>hi</b></body></html>'],
        ['C2', '<br>'],
      ],
    },
  ),
];
