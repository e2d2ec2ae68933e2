import { reads, type CorpusFile, type ReadOutcome } from './corpus-file.ts';

/** A table whose header is odd. */
function headed(what: string, header: string, names: readonly string[]): CorpusFile {
  const row = (letter: string) => names.map((_, index) => `${letter}${index}`);
  const rows = ['p', 'q', 'r'].map(row);
  const outcome: ReadOutcome = { names, kinds: names.map(() => 'text').join(' '), rows };
  return reads(what, `${header}\n${rows.map((fields) => fields.join(',')).join('\n')}\n`, outcome);
}

const longName = '열'.repeat(300);

export const headerFiles: readonly CorpusFile[] = [
  headed('empty names in the header', 'name,,city,', ['name', 'column_2', 'city', 'column_4']),
  headed('the same name three times', 'name,name,Name', ['name', 'name_2', 'Name_3']),
  headed('names that differ in spaces only', ' name ,name,name  ', ['name', 'name_2', 'name_3']),
  headed('a name that the numbering would give', 'name,name_2,name', ['name', 'name_2', 'name_3']),
  headed(
    '__proto__, constructor, toString and hasOwnProperty for names',
    '__proto__,constructor,toString,hasOwnProperty',
    ['__proto__', 'constructor', 'toString', 'hasOwnProperty'],
  ),
  headed('rowid, _rowid_ and oid for names', 'rowid,_rowid_,oid', ['rowid', '_rowid_', 'oid_2']),
  headed(
    'SQL in names',
    '"a"" TEXT); DROP TABLE data_1; --","b\'; DELETE FROM data_1; --","select"',
    ['a" TEXT); DROP TABLE data_1; --', "b'; DELETE FROM data_1; --", 'select'],
  ),
  headed('brackets, backticks and a percent sign in names', '[a],`b`,c%s', ['[a]', '`b`', 'c%s']),
  headed(
    'HTML in names',
    '<script>window.__pwned=1</script>,<img src=x onerror=window.__pwned=1>',
    ['<script>window.__pwned=1</script>', '<img src=x onerror=window.__pwned=1>'],
  ),
  headed('formulas for names', '"=HYPERLINK(""http://x"")",+a,-b,@c', [
    '=HYPERLINK("http://x")',
    '+a',
    '-b',
    '@c',
  ]),
  headed('emoji and a variation selector in names', '❤️,👩‍👩‍👧,name', ['❤️', '👩‍👩‍👧', 'name']),
  headed('a name of 300 characters', `${longName},b`, [longName, 'b']),
  headed('names written from right to left', 'שם,مدينة', ['שם', 'مدينة']),
  headed('a name that turns the text round (bidi override)', 'a\u202Egnp.exe,b', [
    'a\u202Egnp.exe',
    'b',
  ]),
  headed('a line break and a tab in a name', '"a\nb","c\td"', ['a b', 'c d']),
  headed('names with units and notes', '"금액(원)","방문[회]",Δ%', ['금액(원)', '방문[회]', 'Δ%']),
  headed(
    'names of SQLite keywords and of our own tables',
    'index,carrotlab_rejects,sqlite_master',
    ['index', 'carrotlab_rejects', 'sqlite_master'],
  ),
];
