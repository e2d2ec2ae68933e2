import type { SqlValue } from 'sql.js';
import type { ColumnProfile, NumberProfile } from '#core/import/column-profile.ts';
import type { ColumnKind, PersonalDataKind } from '#core/import/column.ts';
import { maskPersonal } from '#core/import/personal-data.ts';
import { profileDates } from '#core/import/profile-dates.ts';
import { profileNumbers } from '#core/import/profile-numbers.ts';
import { profileTexts, runsOf, summariseCounts } from '#core/import/value-counts.ts';
import { refuse, succeed } from '#core/result.ts';
import { ident, type Database } from './database.ts';
import type { RequestContext } from './engine.ts';
import type { Answer, Params } from './protocol.ts';
import { rowIdName } from './row-id.ts';
import { scan } from './scan.ts';
import { tableColumns } from './tables.ts';

const mostExamples = 3;
const mostOutliers = 5;
/** A cell may hold megabytes. */
const longestShown = 200;

type Shown = (value: string | number) => string;

/** Profiles one column in one pass over its rows; see `ColumnProfile`. */
export async function profileColumn(
  database: Database,
  { table, column, personal, today }: Params<'profile-column'>,
  context: RequestContext,
): Promise<Answer<'profile-column'>> {
  const kind = kindOf(database, table, column);
  const rows = Number(database.one(`SELECT count(*) FROM ${ident(table)}`));
  const isNumeric = (kind === 'integer' || kind === 'decimal') && personal === null;
  const show: Shown = (value) =>
    (personal === null ? String(value) : (maskPersonal(value, personal) ?? '')).slice(
      0,
      longestShown,
    );
  const reading = isNumeric ? new NumberReading(rows) : new TextReading();
  const sql = `SELECT ${ident(column)} FROM ${ident(table)}`;
  const isDone = await scan(database, sql, context, ([value]) => reading.take(value ?? null));
  if (!isDone) return refuse({ code: 'cancelled' });
  const found =
    reading instanceof NumberReading
      ? reading.profile((numbers) => withOutliers(database, table, column, numbers))
      : reading.profile(kind, show, today, personal);
  return succeed({
    column,
    kind,
    rows,
    missing: rows - reading.filled,
    examples: reading.examples.map(show),
    ...found,
  });
}

type Found = Omit<ColumnProfile, 'column' | 'kind' | 'rows' | 'missing' | 'examples'>;

/** The first few different values. */
class Examples {
  readonly examples: (string | number)[] = [];
  filled = 0;

  protected note(value: string | number): void {
    this.filled++;
    if (this.examples.length < mostExamples && !this.examples.includes(value)) {
      this.examples.push(value);
    }
  }
}

class NumberReading extends Examples {
  readonly #numbers: Float64Array;

  constructor(rows: number) {
    super();
    this.#numbers = new Float64Array(rows);
  }

  take(value: SqlValue): void {
    if (typeof value !== 'number') return;
    this.#numbers[this.filled] = value;
    this.note(value);
  }

  profile(complete: (numbers: NumberProfile) => NumberProfile): Found {
    const sorted = this.#numbers.subarray(0, this.filled).sort();
    const summary = summariseCounts(runsOf(sorted), String);
    const numbers = profileNumbers(sorted, summary.distinct);
    return { ...summary, numbers: numbers && complete(numbers), dates: null, texts: null };
  }
}

class TextReading extends Examples {
  readonly #counts = new Map<string, number>();

  take(value: SqlValue): void {
    if (value === null || value instanceof Uint8Array) return;
    const text = String(value);
    this.#counts.set(text, (this.#counts.get(text) ?? 0) + 1);
    this.note(text);
  }

  profile(kind: ColumnKind, show: Shown, today: string, personal: PersonalDataKind | null): Found {
    const counts = this.#counts;
    return {
      ...summariseCounts(counts, show),
      numbers: null,
      dates: kind === 'date' ? profileDates(counts, today, personal !== null) : null,
      texts: kind === 'text' ? profileTexts(counts, show) : null,
    };
  }
}

function kindOf(database: Database, table: string, column: string): ColumnKind {
  const found = tableColumns(database, table).find(({ name }) => name === column);
  if (!found) throw new Error(`The table ${table} has no column ${column}`);
  return found.kind;
}

/** The farthest of each side, in the unit of the fences: how many reaches beyond them is no matter here. */
function withOutliers(
  database: Database,
  table: string,
  column: string,
  numbers: NumberProfile,
): NumberProfile {
  const { outliers, scale } = numbers;
  if (!outliers.isJudged || outliers.below + outliers.above === 0) return numbers;
  const name = ident(column);
  const rowId = rowIdName(tableColumns(database, table));
  const least = scale === 'plain' ? '' : `AND ${name} > 0`;
  const beyond = (where: string, order: string, fence: number) =>
    database
      .all(
        `SELECT ${rowId}, ${name} FROM ${ident(table)} WHERE ${name} ${where} ? ${least} ` +
          `ORDER BY ${name} ${order}, ${rowId} LIMIT ${mostOutliers}`,
        [fence],
      )
      .map(([row, value]) => ({ rowId: Number(row), value: Number(value) }));
  const examples = [
    ...beyond('>', 'DESC', outliers.upperFence),
    ...beyond('<', 'ASC', outliers.lowerFence),
  ];
  return { ...numbers, outliers: { ...outliers, examples } };
}
