import { readFileSync } from 'node:fs';
import {
  emptied,
  joined,
  noted,
  reads,
  refuses,
  setAside,
  type Bytes,
  type CorpusFile,
} from './corpus-file.ts';
import { zip, type ZipEntry } from './zip-bytes.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface Parts {
  /** The XML of each sheet's rows, by its name. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly strings?: string;
  readonly styles?: string;
  readonly workbookProperties?: string;
  readonly sheetState?: string;
}

/** The smallest workbook that Excel opens. */
function workbook({
  sheets,
  strings,
  styles,
  workbookProperties = '',
  sheetState = '',
}: Parts): ZipEntry[] {
  const names = Object.keys(sheets);
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/${kind}" Target="${target}"/>`;
  const related = (inside: string) =>
    `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
  const entries: ZipEntry[] = [
    {
      name: '[Content_Types].xml',
      content: `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    },
    {
      name: '_rels/.rels',
      content: related(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    },
    {
      name: 'xl/workbook.xml',
      content: `${head}<workbook xmlns="${main}" xmlns:r="${relations}">${workbookProperties}<sheets>${names
        .map(
          (name, index) =>
            `<sheet name="${name}" sheetId="${index + 1}"${index === 0 ? sheetState : ''} r:id="s${index + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: related(
        names
          .map((_, index) =>
            relation(`s${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`),
          )
          .join('') +
          relation('t1', 'sharedStrings', 'sharedStrings.xml') +
          relation('y1', 'styles', 'styles.xml'),
      ),
    },
    ...Object.values(sheets).map((rows, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      content: `${head}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
      isDeflated: true,
    })),
    {
      name: 'xl/styles.xml',
      content: styles ?? `${head}<styleSheet xmlns="${main}"/>`,
      isDeflated: true,
    },
  ];
  const shared = strings ?? `${head}<sst xmlns="${main}"/>`;
  return [...entries, { name: 'xl/sharedStrings.xml', content: shared, isDeflated: true }];
}

const row = (...cells: readonly string[]) => `<row>${cells.join('')}</row>`;
const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (value: string, style = 0) => `<c s="${style}"><v>${value}</v></c>`;
const header = row(text('고객번호'), text('금액'));
const simple = header + row(text('C1'), number('1000')) + row(text('C2'), number('2000'));
const outcome = {
  names: ['고객번호', '금액'],
  kinds: 'text integer',
  rows: [
    ['C1', 1000],
    ['C2', 2000],
  ],
} as const;
const dateStyles = `${head}<styleSheet xmlns="${main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/></cellXfs></styleSheet>`;
const inWorkbook = (sheet: string) => ({ source: { format: 'workbook', sheet } }) as const;
const xlsx = '명단.xlsx';
const parquet = (name: string) => Uint8Array.from(readFileSync(`tests/fixtures/parquet/${name}`));

export const workbookFiles: readonly CorpusFile[] = [
  reads(
    'a workbook',
    () => zip(...workbook({ sheets: { 명단: simple } })),
    { ...outcome, preview: inWorkbook('명단') },
    xlsx,
  ),
  reads(
    'a workbook that is called .csv',
    () => zip(...workbook({ sheets: { 명단: simple } })),
    outcome,
    '명단.csv',
  ),
  reads(
    'a workbook whose texts are shared, in runs, and with what XML escapes',
    () =>
      zip(
        ...workbook({
          sheets: {
            S:
              row('<c t="s"><v>0</v></c>', '<c t="s"><v>1</v></c>') +
              row('<c t="s"><v>2</v></c>', '<c t="s"><v>3</v></c>'),
          },
          strings: `${head}<sst xmlns="${main}"><si><t>id</t></si><si><t>memo</t></si><si><r><t>C</t></r><r><t xml:space="preserve">1</t></r></si><si><t>a &lt;b&gt; &amp; &#xAC00;_x000A_c</t></si></sst>`,
        }),
      ),
    { names: ['id', 'memo'], kinds: 'text text', rows: [['C1', 'a <b> & 가\nc']] },
    xlsx,
  ),
  reads(
    'a workbook with leading zeros, 17 digits and decimals that are no doubles',
    () =>
      zip(
        ...workbook({
          sheets: {
            S:
              row(text('id'), text('card'), text('price')) +
              row(text('0012'), text('12345678901234567'), number('0.1')) +
              row(text('0013'), text('12345678901234568'), number('1234.5599999999999')),
          },
        }),
      ),
    {
      names: ['id', 'card', 'price'],
      kinds: 'text text decimal',
      rows: [
        ['0012', '12345678901234567', 0.1],
        ['0013', '12345678901234568', 1234.56],
      ],
    },
    xlsx,
  ),
  reads(
    'a workbook whose first 30,000 amounts are whole numbers',
    () => {
      const early = Array.from({ length: 30_000 }, (_, index) =>
        row(text(`C${index}`), number(String(index % 90))),
      );
      return zip(
        ...workbook({
          sheets: { S: header + early.join('') + row(text('C30000'), number('12.5')) },
        }),
      );
    },
    {
      names: ['고객번호', '금액'],
      kinds: 'text decimal',
      rows: [
        ['C0', 0],
        ['C1', 1],
      ],
      rowsKept: 30_001,
      problems: [noted('became-decimal', '금액', 30_002)],
    },
    xlsx,
  ),
  reads(
    'a workbook with days and times in numbers',
    () =>
      zip(
        ...workbook({
          styles: dateStyles,
          sheets: {
            S:
              row(text('day'), text('at')) +
              row(number('46348', 1), number('46348.638888888891', 2)),
          },
        }),
      ),
    { names: ['day', 'at'], kinds: 'date date', rows: [['2026-11-22', '2026-11-22 15:20:00']] },
    xlsx,
  ),
  reads(
    'a workbook that counts its days from 1904',
    () =>
      zip(
        ...workbook({
          styles: dateStyles,
          workbookProperties: '<workbookPr date1904="1"/>',
          sheets: { S: row(text('day'), text('city')) + row(number('44886', 1), text('A')) },
        }),
      ),
    { names: ['day', 'city'], kinds: 'date text', rows: [['2026-11-22', 'A']] },
    xlsx,
  ),
  reads(
    'a workbook with formulas, whose last values count',
    () =>
      zip(
        ...workbook({
          sheets: {
            S:
              header +
              row(text('C1'), '<c><f>SUM(A1:A2)</f><v>300</v></c>') +
              row(text('C2'), '<c t="str"><f>A1</f><v>7</v></c>'),
          },
        }),
      ),
    {
      ...outcome,
      rows: [
        ['C1', 300],
        ['C2', 7],
      ],
    },
    xlsx,
  ),
  reads(
    'a workbook with errors of Excel in cells',
    () =>
      zip(
        ...workbook({
          sheets: {
            S:
              header +
              Array.from({ length: 20 }, (_, index) => row(text(`C${index}`), number('5'))).join(
                '',
              ) +
              row(text('D'), '<c t="e"><v>#DIV/0!</v></c>'),
          },
        }),
      ),
    {
      ...outcome,
      rows: [['C0', 5]],
      rowsKept: 21,
      problems: [emptied('not-a-number', '금액', 22)],
    },
    xlsx,
  ),
  reads(
    'a workbook whose cells stand anywhere, with gaps',
    () =>
      zip(
        ...workbook({
          sheets: {
            S: `<row r="3"><c r="B3" t="inlineStr"><is><t>고객번호</t></is></c><c r="D3" t="inlineStr"><is><t>금액</t></is></c></row><row r="7"><c r="D7"><v>5</v></c><c r="B7" t="inlineStr"><is><t>C1</t></is></c></row>`,
          },
        }),
      ),
    {
      problems: [setAside('blank-line', 1, 2, 4, 5, 6)],
      names: ['고객번호', 'column_2', '금액'],
      kinds: 'text text integer',
      rows: [['C1', null, 5]],
    },
    xlsx,
  ),
  reads(
    'a workbook of two sheets, the first of them hidden',
    () =>
      zip(
        ...workbook({
          sheets: { 숨김: row(text('x')) + row(text('y')), 명단: simple },
          sheetState: ' state="hidden"',
        }),
      ),
    {
      ...outcome,
      preview: {
        ...inWorkbook('명단'),
        sheets: [
          { name: '숨김', isHidden: true },
          { name: '명단', isHidden: false },
        ],
      },
    },
    xlsx,
  ),
  reads(
    'a workbook with a title above its table and a total below it',
    () =>
      zip(
        ...workbook({
          sheets: {
            S: row(text('2026년 11월 매출')) + row() + simple + row(text('합계'), number('3000')),
          },
        }),
      ),
    {
      ...outcome,
      problems: [setAside('line-above', 1), setAside('blank-line', 2), setAside('total-row', 6)],
      preview: { source: { layout: { headerLine: 3 } }, linesAbove: [{ line: 1 }] },
    },
    xlsx,
  ),
  reads(
    'a workbook with hostile texts and names',
    () =>
      zip(
        ...workbook({
          sheets: {
            '&lt;img src=x&gt;':
              row(text('&lt;script&gt;'), text('__proto__')) +
              row(text('=cmd|&apos; /C calc&apos;!A0'), text('@SUM(A1)')),
          },
        }),
      ),
    {
      names: ['<script>', '__proto__'],
      kinds: 'text text',
      rows: [["=cmd|' /C calc'!A0", '@SUM(A1)']],
      preview: inWorkbook('<img src=x>'),
    },
    xlsx,
  ),
  refuses(
    'a Word document',
    () =>
      zip(
        { name: '[Content_Types].xml', content: '<Types/>' },
        { name: 'word/document.xml', content: '<document/>' },
      ),
    { code: 'not-a-table', looksLike: 'document' },
    '명단.docx',
  ),
  refuses(
    'a presentation',
    () =>
      zip(
        { name: '[Content_Types].xml', content: '<Types/>' },
        { name: 'ppt/presentation.xml', content: '<presentation/>' },
      ),
    { code: 'not-a-table', looksLike: 'document' },
    '보고.pptx',
  ),
  refuses(
    'a workbook without a sheet',
    () => zip(...workbook({ sheets: {} })),
    { code: 'no-rows' },
    xlsx,
  ),
  refuses(
    'a workbook whose only sheet is empty',
    () => zip(...workbook({ sheets: { S: '' } })),
    { code: 'no-rows' },
    xlsx,
  ),
  refuses(
    'a workbook that is cut off',
    async () => (await zip(...workbook({ sheets: { S: simple } }))).subarray(0, -200) as Bytes,
    { code: 'damaged-file' },
    xlsx,
  ),
  refuses(
    'a workbook with a byte changed in its sheet',
    async () => {
      const bytes = await zip(...workbook({ sheets: { S: simple.repeat(200) } }));
      const at = bytes.indexOf(0x50, 2000) + 2500;
      bytes.set([0xff, 0xff, 0xff], at % bytes.length);
      return bytes;
    },
    { code: 'damaged-file' },
    xlsx,
  ),
  refuses(
    'a workbook whose sheet is no XML',
    () => zip(...workbook({ sheets: { S: '<row><c></row>' } })),
    { code: 'damaged-file' },
    xlsx,
  ),
  refuses(
    'a workbook with entities that grow (a billion laughs)',
    () =>
      zip(
        ...workbook({
          sheets: { S: row('<c t="s"><v>0</v></c>') + row('<c t="s"><v>0</v></c>') },
          strings: `<!DOCTYPE sst [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><sst xmlns="${main}"><si><t>&c;</t></si></sst>`,
        }),
      ),
    { code: 'damaged-file' },
    xlsx,
  ),
  refuses(
    'a workbook with an entity from elsewhere',
    () =>
      zip(
        ...workbook({
          sheets: { S: row('<c t="s"><v>0</v></c>') + row('<c t="s"><v>0</v></c>') },
          strings: `<!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/passwd">]><sst xmlns="${main}"><si><t>&x;</t></si></sst>`,
        }),
      ),
    { code: 'damaged-file' },
    xlsx,
  ),
  refuses(
    'a workbook that refers to texts that are not there',
    () =>
      zip(
        ...workbook({ sheets: { S: row('<c t="s"><v>0</v></c>') + row('<c t="s"><v>9</v></c>') } }),
      ),
    { code: 'damaged-file' },
    xlsx,
  ),
  refuses(
    'a workbook whose styles unpack to 70 MB',
    () => zip(...workbook({ sheets: { S: simple }, styles: ' '.repeat(70 << 20) })),
    { code: 'unpacked-too-large' },
    xlsx,
  ),
  refuses(
    'a workbook with a password',
    () =>
      joined(
        [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
        new Uint8Array(1016),
        'E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0',
        new Uint8Array(500),
      ),
    { code: 'password-protected' },
    xlsx,
  ),
  refuses(
    'a .zip of two tables',
    () => zip({ name: 'a.csv', content: 'a,b\n1,2\n' }, { name: 'b.csv', content: 'a,b\n1,2\n' }),
    { code: 'not-a-table', looksLike: 'zip' },
    '자료.zip',
  ),
  reads(
    'a .zip of one table',
    () => zip({ name: '명단.csv', content: '고객번호,금액\nC1,1000\nC2,2000\n', isDeflated: true }),
    { ...outcome, preview: { compression: 'zip' } },
    '명단.zip',
  ),
  refuses(
    'a Parquet file that is cut off',
    () => parquet('types-snappy.parquet').subarray(0, -100) as Bytes,
    { code: 'damaged-file' },
    'a.parquet',
  ),
  refuses(
    'a Parquet file whose columns are damaged',
    () => parquet('types-snappy.parquet').fill(0xff, 4, 1500) as Bytes,
    { code: 'damaged-file' },
    'a.parquet',
  ),
  refuses(
    'a Parquet file without rows',
    () => parquet('no-rows.parquet') as Bytes,
    { code: 'no-rows' },
    'a.parquet',
  ),
  refuses(
    'the four letters of a Parquet file and nothing else',
    'PAR1',
    { code: 'damaged-file' },
    'a.parquet',
  ),
];
