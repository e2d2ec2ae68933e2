import { defaultFormat, type ColumnFormat } from './column-format.ts';
import type { ColumnKind } from './column.ts';
import { isIdHeader } from './id-header.ts';
import { fitsDate, inferDates } from './infer-dates.ts';
import { fitsNumber, inferNumbers } from './infer-numbers.ts';
import { inferYesNo } from './infer-yes-no.ts';
import {
  enoughFit,
  type KindFinding,
  type KindGuess,
  type KindNote,
  type KindReason,
} from './kind-guess.ts';
import { isMissing } from './missing-value.ts';
import { mixedUnits } from './mixed-units.ts';
import { isQuotedFormula, plainField } from './quoted-formula.ts';
import { readYesNo } from './yes-no-value.ts';

/** A kind is named for a column of text when at least this share of its values is of it. */
const nearlyFit = 0.5;

/**
 * The kind of a column by its values, how they are written, and why: yes/no, dates, numbers, else text. A column is of a
 * kind where nine in ten of its values are; what it takes for each kind is said at `inferYesNo`, `inferDates` and
 * `inferNumbers`. Nothing is guessed that could be read in two ways: the reason then asks, and the column stays text.
 * `fields`: the fields of the column as text; blank and missing ones (see `isMissing`) are left out of the judgement.
 * Example: `inferKind('points', ['12,300', '0'])` has the kind 'integer' and the reason 'whole-numbers'.
 */
export function inferKind(header: string, fields: readonly string[]): KindGuess {
  const trimmed = fields.map((field) => field.trim());
  const formula = trimmed.find(isQuotedFormula);
  const filled = formula === undefined ? trimmed : trimmed.map(plainField);
  const values = filled.filter((value) => !isMissing(value, 'integer'));
  const finding =
    (formula === undefined ? null : asQuoted(formula)) ??
    inferYesNo(header, values) ??
    inferDates(header, values) ??
    inferNumbers(header, values);
  return completed(finding ?? asText(values), filled);
}

/**
 * The guess for a column of which the file itself says the kind: it counts where there are no values to go by. What names
 * things by its header stays text.
 */
export function orDeclared(guess: KindGuess, header: string, declared: ColumnKind): KindGuess {
  if (guess.reason.code !== 'no-values' || declared === 'text') return guess;
  const isNumber = declared === 'integer' || declared === 'decimal';
  if (isNumber && isIdHeader(header)) return guess;
  return { ...guess, kind: declared, reason: { code: 'no-values-typed', kind: declared } };
}

function completed(
  { kind, format, reason, notes }: KindFinding,
  filled: readonly string[],
): KindGuess {
  const values = filled.filter((value) => !isMissing(value, kind));
  const unfit = values.filter((value) => !fits(value, kind, format));
  const isNumber = kind === 'integer' || kind === 'decimal';
  return {
    kind,
    format,
    fitShare: values.length === 0 ? 1 : 1 - unfit.length / values.length,
    emptyShare: filled.length === 0 ? 0 : 1 - values.length / filled.length,
    reason: values.length === 0 ? { code: 'no-values' } : reason,
    notes: [...notes, ...missingNote(filled, kind), ...unfitNote(unfit)],
    mixedUnits: isNumber ? mixedUnits(values.filter((value) => fits(value, kind, format))) : [],
    keptAsText: keptAsText(reason),
  };
}

function fits(value: string, kind: ColumnKind, format: ColumnFormat): boolean {
  if (kind === 'text') return true;
  if (kind === 'boolean') return readYesNo(value) !== null;
  return kind === 'date' ? fitsDate(value, format) : fitsNumber(value, kind, format);
}

/** Who writes ="007" says that it is text. */
function asQuoted(example: string): KindFinding {
  const reason = { code: 'quoted-formulas', example } as const;
  return { kind: 'text', format: defaultFormat, reason, notes: [] };
}

/** Text, with the kind that most of the values are of, where there is one. */
function asText(values: readonly string[]): KindFinding {
  const format = defaultFormat;
  const [example = ''] = values;
  const plain: KindFinding = {
    kind: 'text',
    format,
    reason: { code: 'words', example },
    notes: [],
  };
  for (const kind of ['integer', 'decimal', 'date'] as const) {
    const unfit = values.filter((value) => !fits(value, kind, format));
    const fitShare = 1 - unfit.length / values.length;
    const [stranger] = unfit;
    if (fitShare >= nearlyFit && fitShare < enoughFit && stranger !== undefined) {
      return { ...plain, reason: { code: 'too-few-fit', kind, fitShare, example: stranger } };
    }
  }
  return plain;
}

function missingNote(filled: readonly string[], kind: ColumnKind): KindNote[] {
  const taken = filled.filter((value) => value !== '' && isMissing(value, kind));
  if (taken.length === 0) return [];
  return [{ code: 'missing', count: taken.length, markers: [...new Set(taken)] }];
}

function unfitNote(unfit: readonly string[]): KindNote[] {
  const [example] = unfit;
  return example === undefined ? [] : [{ code: 'unfit', count: unfit.length, example }];
}

function keptAsText({ code }: KindReason): KindGuess['keptAsText'] {
  if (code === 'leading-zeros') return code;
  return code === 'long-numbers' ? 'long-number' : null;
}
