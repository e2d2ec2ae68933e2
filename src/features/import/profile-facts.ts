import { formatCount, formatDate, formatDecimal } from '#text/format.ts';
import { catalogue, language } from '#text/language.svelte.ts';
import type { ColumnProfile } from './reading.ts';

/** A bar of a small distribution: what it stands for, and how many rows. */
export interface ProfileBar {
  readonly label: string;
  readonly count: number;
}

const mostValues = 5;
const count = (number: number) => formatCount(number, language.code);

function number(value: number): string {
  return Number.isInteger(value) ? count(value) : formatDecimal(value, language.code);
}

/** What is worth saying about a column, in short remarks. */
export function profileFacts(profile: ColumnProfile): string[] {
  const t = catalogue().importing.profile;
  if (profile.rows === profile.missing) return [t.noValues];
  const said: string[] = [];
  if (profile.isConstant) said.push(t.constant);
  if (profile.isUnique) said.push(t.unique);
  const { numbers, dates, texts } = profile;
  if (numbers) {
    said.push(t.range(number(numbers.smallest), number(numbers.largest)));
    said.push(t.middle(number(numbers.median)));
    if (numbers.zeros > 0) said.push(t.zeros(count(numbers.zeros)));
    if (numbers.negatives > 0) said.push(t.negatives(count(numbers.negatives)));
    if (numbers.outliers.isJudged) {
      const { above, below, upperFence, lowerFence, examples } = numbers.outliers;
      if (above > 0) said.push(t.above(count(above), number(upperFence)));
      if (below > 0) said.push(t.below(count(below), number(lowerFence)));
      const shown = examples.slice(0, 3).map(({ value }) => number(value));
      if (shown.length > 0) said.push(t.outlierExamples(shown.join(', ')));
    }
    return said;
  }
  if (dates) {
    const { earliest, latest } = dates;
    if (earliest && latest) {
      said.push(t.range(formatDate(earliest, language.code), formatDate(latest, language.code)));
    }
    if (dates.future > 0) said.push(t.future(count(dates.future)));
    if (dates.implausible > 0) said.push(t.implausible(count(dates.implausible)));
    return said;
  }
  if (profile.kind === 'boolean') return said;
  if (texts) {
    const [shortest, longest] = [count(texts.shortest), count(texts.longest)];
    said.push(shortest === longest ? t.length(longest) : t.lengths(shortest, longest));
  }
  said.push(t.examples(profile.examples.join(', ')));
  return said;
}

/** The bins of numbers and dates, in order; empty for other columns. */
export function profileBins({ numbers, dates }: ColumnProfile): readonly ProfileBar[] {
  const t = catalogue().importing.profile;
  if (numbers) {
    return numbers.bins.map((bin) => ({
      label: t.range(number(bin.from), number(bin.to)),
      count: bin.count,
    }));
  }
  return (dates?.periods ?? []).map(({ from, count }) => ({ label: from, count }));
}

/** Where the bins of a column begin and end, in words; empty where it has none. */
export function profileEnds({ numbers, dates }: ColumnProfile): readonly string[] {
  const [first] = numbers?.bins ?? [];
  const last = numbers?.bins.at(-1);
  if (first && last) return [number(first.from), number(last.to)];
  const periods = (dates?.periods ?? []).map(({ from }) => from);
  return periods.length > 1 ? [periods[0] ?? '', periods.at(-1) ?? ''] : periods;
}

/** The most frequent values where some come up again. */
export function profileValues(profile: ColumnProfile): readonly ProfileBar[] {
  if (profile.isUnique || profile.rows === profile.missing) return [];
  const t = catalogue().importing.profile;
  const shown = profile.topValues.slice(0, mostValues);
  const name = (value: string) =>
    profile.kind === 'boolean' ? (value === '1' ? t.yes : t.no) : value;
  return shown.map(({ value, count }) => ({ label: name(value), count }));
}

/** How many numbers are far from the others; null where this is not judged. */
export function outlierCount({ numbers }: ColumnProfile): number | null {
  if (!numbers?.outliers.isJudged) return null;
  return numbers.outliers.above + numbers.outliers.below;
}
