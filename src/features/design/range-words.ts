import { bandCount, type Attribute, type Banding } from '#core/design/design.ts';
import { soleCondition, type EligibilityRule } from '#core/design/eligibility.ts';
import { levelRange, type LevelRange } from '#core/design/edit-cuts.ts';
import { variableKey } from '#core/customers/variable.ts';
import { range as english } from '#text/en/range.ts';
import { formatFigure, formatCount } from '#text/format.ts';
import { range as korean } from '#text/ko/range.ts';
import { language, type LanguageCode } from '#text/language.svelte.ts';

const words = { ko: korean, en: english };

/** A cut or limit as it is written: no more digits than it has. */
export function numberWords(value: number, code: LanguageCode = language.code): string {
  return Number.isInteger(value)
    ? formatCount(value, code)
    : formatFigure(value, 'score', code, '');
}

/** What is cut by numbers. */
type CutKind = Exclude<Banding['kind'], 'category'>;

/** A range of numbers, months or days in words. `whole`: numbers have no fraction, so the end can be named. */
export function rangeWords(
  { from, below }: LevelRange,
  kind: CutKind,
  whole: boolean,
  code: LanguageCode = language.code,
): string {
  const t = words[code];
  const written = (value: number) => numberWords(value, code);
  if (from === null && below === null) return t.all;
  if (kind === 'months-since') {
    if (below === null) return t.monthsFrom(written(from ?? 0));
    if (from === null) return t.monthsBelow(written(below));
    return t.monthsBetween(written(from), written(below - 1));
  }
  if (kind === 'days-since') {
    if (below === null) return t.daysFrom(written(from ?? 0));
    if (from === null) return t.daysBelow(written(below));
    return t.daysBetween(written(from), written(below - 1));
  }
  if (below === null) return t.numberFrom(written(from ?? 0));
  if (from === null) return t.numberBelow(written(below));
  return whole && Number.isInteger(from) && Number.isInteger(below)
    ? t.wholeBetween(written(from), written(below - 1))
    : t.numberBetween(written(from), written(below));
}

/** The words a level of cuts may be named by, in the reader's language first: a name given in the other one is known too. */
export function rangeNames(
  kind: CutKind,
  whole: boolean,
): (range: LevelRange) => readonly string[] {
  const codes: readonly LanguageCode[] = language.code === 'ko' ? ['ko', 'en'] : ['en', 'ko'];
  return (range) => codes.map((code) => rangeWords(range, kind, whole, code));
}

/** What a level covers, in words; months and days begin where a rule on the same date lets them begin. Unknown values cover ''. */
export function levelWords(
  { banding, variable }: Attribute,
  level: number,
  rules: readonly EligibilityRule[],
  whole: boolean,
  valueName: (value: string) => string,
): string {
  if (level >= bandCount(banding)) return '';
  if (banding.kind === 'category') return (banding.groups[level] ?? []).map(valueName).join(', ');
  const range = levelRange(banding.cuts, level);
  if (banding.kind === 'number' || range.from !== null)
    return rangeWords(range, banding.kind, whole);
  const key = variableKey(variable);
  const from = rules.reduce<number | null>((found, rule) => {
    const sole = rule.isOn ? soleCondition(rule) : null;
    const isStart = sole?.kind === banding.kind && variableKey(sole.variable) === key;
    return found ?? (isStart ? sole.from : null);
  }, null);
  const reachable = from !== null && range.below !== null && from < range.below ? from : null;
  return rangeWords({ ...range, from: reachable }, banding.kind, whole);
}
