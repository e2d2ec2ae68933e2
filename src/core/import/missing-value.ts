import type { ColumnKind } from './column.ts';

/** What programs write for a value that is not there, and what nobody would write for one that is. */
const always = [
  'NULL',
  'null',
  '(null)',
  '(NULL)',
  '<null>',
  '<NULL>',
  '\\N',
  '#N/A',
  'N/A',
  'n/a',
  '-',
  '--',
  '---',
  '–',
  '—',
];

/** In text these can be a name or an answer: NA is Namibia, Nan a person, 해당없음 what somebody ticked. */
const besideText = [
  'na',
  'nan',
  'none',
  'nil',
  'n.a.',
  'missing',
  'blank',
  '(blank)',
  '.',
  '..',
  '?',
  '미입력',
  '결측',
  '해당없음',
  '해당 없음',
  '(비어 있음)',
];

const missingTexts = new Set(always);
const missingOtherwise = new Set([...always, ...besideText].map((text) => text.toLowerCase()));
const longestOf = (texts: ReadonlySet<string>) =>
  Math.max(...[...texts].map(({ length }) => length));
const longestText = longestOf(missingTexts);
const longestOtherwise = longestOf(missingOtherwise);

/**
 * Whether a text stands for a missing value in a column of a kind. Blank text, NULL, N/A, #N/A, \N and dashes always
 * do. NA, NaN, None, nil, a full stop, 미입력, 해당없음 and their like do so only among numbers, dates and yes/no: as
 * text they may mean something (NA is Namibia or North America). 없음 never does: it is an answer.
 * `text`: without outer spaces.
 * Example: `isMissing('NA', 'integer')` is true, `isMissing('NA', 'text')` is false.
 */
export function isMissing(text: string, kind: ColumnKind): boolean {
  if (text === '') return true;
  if (kind === 'text') return text.length <= longestText && missingTexts.has(text);
  return text.length <= longestOtherwise && missingOtherwise.has(text.toLowerCase());
}
