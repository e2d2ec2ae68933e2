import type { ColumnFormat } from '#core/import/column-format.ts';
import type { KindNote, KindReason, UnitCount } from '#core/import/kind-guess.ts';
import { formatCount, formatDecimal, formatShare } from './format.ts';
import { catalogue, language } from './language.svelte.ts';

/** Words and values are quoted from the file; longer ones are cut. */
const longestQuote = 40;

/** Why a column is of its kind, as a sentence in the current language. */
export function reasonSentence(reason: KindReason): string {
  const { reasons: t, and, or, orders, reading, kinds } = catalogue().columnReasons;
  switch (reason.code) {
    case 'no-values':
      return t.noValues;
    case 'no-values-typed':
      return t.noValuesTyped(kinds[reason.kind]);
    case 'yes-no': {
      const words = and(reason.words.map(quoted));
      return reason.isByHeader ? t.yesNoByHeader(words) : t.yesNo(words);
    }
    case 'dates': {
      const { example, iso } = reason;
      return example === iso ? t.datesAsWritten(example) : t.dates(quoted(example), iso);
    }
    case 'eight-digit-dates':
      return t.eightDigits(reason.example, reason.iso);
    case 'serial-dates':
      return t.serials(reason.example, reason.iso);
    case 'ordered-dates': {
      const { decidedBy, example, iso } = reason;
      const order = orders[reason.order];
      return decidedBy === null
        ? t.orderFits(order, quoted(example), iso)
        : t.orderDecided(order, quoted(decidedBy), quoted(example), iso);
    }
    case 'short-years': {
      const { firstYear, example, iso } = reason;
      const [from, to] = [String(firstYear), String(firstYear + 99)];
      return t.shortYears(orders[reason.order], from, to, quoted(example), iso);
    }
    case 'open-order': {
      const readings = reason.readings.map(({ order, iso }) => reading(iso, orders[order]));
      return t.openOrder(quoted(reason.example), or(readings));
    }
    case 'contradictory-order':
      return t.contradictoryOrder(quoted(reason.one), quoted(reason.other));
    case 'too-few-fit': {
      const share = formatShare(reason.fitShare, language.code);
      return t.tooFewFit(share, kinds[reason.kind], quoted(reason.example));
    }
    default:
      return valueSentence(reason);
  }
}

type ValueReason = Extract<
  KindReason,
  {
    code:
      | `${'whole' | 'long' | 'dialled' | 'shortened'}-numbers`
      | 'decimals'
      | 'percentages'
      | 'korean-amounts'
      | 'decimal-comma'
      | 'words'
      | 'leading-zeros'
      | 'codes-with-e'
      | 'identifiers'
      | 'year-months'
      | 'quoted-formulas';
  }
>;

function valueSentence(reason: ValueReason): string {
  const { reasons: t } = catalogue().columnReasons;
  const example = quoted(reason.example);
  switch (reason.code) {
    case 'whole-numbers':
      return t.wholeNumbers(example);
    case 'decimals':
      return t.decimals(example);
    case 'percentages':
      return t.percentages(example, plainNumber(reason.value));
    case 'korean-amounts':
      return t.koreanAmounts(example, plainNumber(reason.value));
    case 'decimal-comma':
      return t.decimalComma(example, plainNumber(reason.value));
    case 'words':
      return t.words(example);
    case 'leading-zeros':
      return t.leadingZeros(example);
    case 'long-numbers':
      return t.longNumbers(example);
    case 'dialled-numbers':
      return t.dialledNumbers(example);
    case 'codes-with-e':
      return t.codesWithE(example);
    case 'identifiers':
      return t.identifiers(example);
    case 'year-months':
      return t.yearMonths(example);
    case 'quoted-formulas':
      return t.quotedFormulas(example);
    case 'shortened-numbers':
      return t.shortenedNumbers(example);
  }
}

/** What else is worth knowing about a column that is read in a format, as a sentence in the current language. */
export function noteSentence(note: KindNote, format: ColumnFormat): string {
  const { notes: t, and } = catalogue().columnReasons;
  if (note.code === 'triangles') {
    return format.triangles === 'minus' ? t.trianglesMinus(quoted(note.example)) : t.trianglesRise;
  }
  const count = formatCount(note.count, language.code);
  switch (note.code) {
    case 'times':
      return t.times(count, quoted(note.example));
    case 'offsets': {
      const offsets = and(note.offsets.map(offsetName));
      return format.zone === 'as-written'
        ? t.offsetsAsWritten(count, offsets)
        : t.offsetsConverted(count, offsets, format.zone);
    }
    case 'missing':
      return t.missing(count, and(note.markers.map((marker) => `“${marker}”`)));
    case 'unfit':
      return t.unfit(count, quoted(note.example));
  }
}

/** That a column mixes units, and which, as a sentence in the current language. */
export function mixedUnitsSentence(units: readonly UnitCount[]): string {
  const { units: t, and } = catalogue().columnReasons;
  const each = units.map(({ unit, count, example }) =>
    t.one(unit === '' ? t.none : unit, formatCount(count, language.code), quoted(example)),
  );
  return t.mixed(and(each));
}

/** Minutes ahead of UTC as people write them. Example: 540 is `+09:00`. */
function offsetName(minutes: number): string {
  if (minutes === 0) return 'UTC';
  const size = Math.abs(minutes);
  const [hours, rest] = [Math.floor(size / 60), size % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${minutes < 0 ? '-' : '+'}${hours}:${rest}`;
}

function plainNumber(value: number): string {
  if (Number.isInteger(value)) return formatCount(value, language.code);
  const digits = String(value).split('.')[1]?.length ?? 0;
  return formatDecimal(value, language.code, Math.min(digits, 6));
}

function quoted(text: string): string {
  return text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text;
}
