import { defaultFormat } from './column-format.ts';
import { enoughFit, type KindFinding } from './kind-guess.ts';
import { isOneWriting, readYesNo } from './yes-no-value.ts';

const yesNoHeader =
  /visit|conver|respon|purchased|bought|click|open|consent|agree|opt_?in|^is_|^has_|flag|yn$|방문|전환|반응|응답|구매\s*(여부|했)|^구매$|동의|여부|클릭|수신/i;
const countHeader = /visits|clicks|opens|count|amount|value|revenue|_n$|횟수|건수|일수|금액|액$/i;
const shownWords = 4;

/**
 * Whether a column holds yes and no; null where it does not. 0 and 1 are yes/no only where the header suggests it (visit,
 * responded, 구매, 수신동의 …), otherwise they are whole numbers. Words are yes/no where there are both a yes and a no, or
 * the header suggests it, and all are of one writing: x and y are text, and so is O/X mixed with Y/N.
 * `values`: those that are there.
 */
export function inferYesNo(header: string, values: readonly string[]): KindFinding | null {
  const fitting = values.filter((value) => readYesNo(value) !== null);
  if (values.length === 0 || fitting.length < enoughFit * values.length) return null;
  const words = [...new Set(values.map((value) => value.toLowerCase()))];
  const suggests = yesNoHeader.test(header) && !countHeader.test(header);
  const isDigits = words.some(isZeroOrOne);
  const meanings = new Set(words.map(readYesNo).filter((meaning) => meaning !== null));
  const isMeant = isDigits
    ? suggests && words.every(isZeroOrOne)
    : isOneWriting(words) && (meanings.size > 1 || suggests);
  if (!isMeant) return null;
  const shown = [...new Set(fitting)].slice(0, shownWords);
  const isByHeader = isDigits || meanings.size === 1;
  return {
    kind: 'boolean',
    format: defaultFormat,
    reason: { code: 'yes-no', words: shown, isByHeader },
    notes: [],
  };
}

function isZeroOrOne(value: string): boolean {
  return /^[01０１](?:\.0)?$/.test(value);
}
