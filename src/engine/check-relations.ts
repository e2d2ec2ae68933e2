import { nearMatches } from '#core/import/id-forms.ts';
import type { IdCount, LastPurchaseCheck, RelationCheck } from '#core/import/relation-check.ts';
import { refuse, succeed } from '#core/result.ts';
import { ident, type Database } from './database.ts';
import type { RequestContext } from './engine.ts';
import type { Answer, Params } from './protocol.ts';
import { scan } from './scan.ts';

const mostExamples = 5;

/** What is known of an id: rows in the list, its last purchase there, rows in the other table, the latest date there. */
interface IdFacts {
  listRows: number;
  listed: string | null;
  rows: number;
  latest: string | null;
}

/**
 * Compares the ids of two tables as the rest of the program does: as text, exactly. A row without an id joins nothing.
 * Both tables are read once.
 */
export async function checkRelations(
  database: Database,
  { list, other, asOf }: Params<'check-relations'>,
  context: RequestContext,
): Promise<Answer<'check-relations'>> {
  const reading = new RelationReading();
  const listQuery = query(list.table, list.idColumn, list.lastPurchaseColumn);
  const isListRead = await scan(database, listQuery, context, ([id, date]) =>
    reading.takeListed(id ?? null, date ?? null),
  );
  if (!isListRead) return refuse({ code: 'cancelled' });
  const otherQuery = query(other.table, other.idColumn, other.dateColumn);
  const isOtherRead = await scan(database, otherQuery, context, ([id, date]) =>
    reading.take(id ?? null, date ?? null, asOf),
  );
  if (!isOtherRead) return refuse({ code: 'cancelled' });
  return succeed(
    reading.check({
      hasAsOf: asOf !== null && other.dateColumn !== null,
      hasLastPurchase: list.lastPurchaseColumn !== null && other.dateColumn !== null,
    }),
  );
}

function query(table: string, idColumn: string, dateColumn: string | null): string {
  return `SELECT ${ident(idColumn)}, ${dateColumn === null ? 'NULL' : ident(dateColumn)} FROM ${ident(table)}`;
}

class RelationReading {
  readonly #ids = new Map<string, IdFacts>();
  #listRows = 0;
  #listWithoutId = 0;
  #rows = 0;
  #rowsWithoutId = 0;
  #afterAsOf = 0;
  #latest: string | null = null;

  takeListed(id: unknown, date: unknown): void {
    this.#listRows++;
    if (id === null) {
      this.#listWithoutId++;
      return;
    }
    const facts = this.#factsOf(String(id));
    facts.listRows++;
    if (typeof date === 'string') facts.listed = later(facts.listed, date.slice(0, 10));
  }

  take(id: unknown, date: unknown, asOf: string | null): void {
    this.#rows++;
    const day = typeof date === 'string' ? date.slice(0, 10) : null;
    if (day !== null) {
      this.#latest = later(this.#latest, day);
      if (asOf !== null && day > asOf) this.#afterAsOf++;
    }
    if (id === null) {
      this.#rowsWithoutId++;
      return;
    }
    const facts = this.#factsOf(String(id));
    facts.rows++;
    if (day !== null) facts.latest = later(facts.latest, day);
  }

  check(asked: { hasAsOf: boolean; hasLastPurchase: boolean }): RelationCheck {
    const repeated: IdCount[] = [];
    const orphans: IdCount[] = [];
    const withoutRow: string[] = [];
    let customers = 0;
    let matchedRows = 0;
    let matchedCustomers = 0;
    for (const [id, { listRows, rows }] of this.#ids) {
      if (listRows === 0) {
        orphans.push({ id, rows });
        continue;
      }
      customers++;
      matchedRows += rows;
      if (rows > 0) matchedCustomers++;
      else if (withoutRow.length < mostExamples) withoutRow.push(id);
      if (listRows > 1) repeated.push({ id, rows: listRows });
    }
    return {
      list: {
        rows: this.#listRows,
        customers,
        rowsWithoutId: this.#listWithoutId,
        repeatedIds: repeated.length,
        repeatedRows: rowsOf(repeated),
        repeatedExamples: mostRows(repeated),
      },
      rows: this.#rows,
      rowsWithoutId: this.#rowsWithoutId,
      matchedRows,
      matchedCustomers,
      customersWithoutRow: customers - matchedCustomers,
      withoutRowExamples: withoutRow,
      orphanRows: rowsOf(orphans),
      orphanIds: orphans.length,
      orphanExamples: mostRows(orphans),
      nearMatches: nearMatches(
        this.#listedIds(),
        new Map(orphans.map(({ id, rows }) => [id, rows])),
      ),
      afterAsOf: asked.hasAsOf ? { rows: this.#afterAsOf, latest: this.#latest } : null,
      lastPurchase: asked.hasLastPurchase ? this.#lastPurchase() : null,
    };
  }

  *#listedIds(): Generator<string> {
    for (const [id, { listRows }] of this.#ids) if (listRows > 0) yield id;
  }

  #lastPurchase(): LastPurchaseCheck {
    const check = { compared: 0, equal: 0, listEarlier: 0, listLater: 0, missingInList: 0 };
    let example: LastPurchaseCheck['example'] = null;
    for (const [id, { listRows, listed, latest }] of this.#ids) {
      if (listRows === 0 || latest === null) continue;
      if (listed === null) {
        check.missingInList++;
        continue;
      }
      check.compared++;
      if (listed === latest) {
        check.equal++;
        continue;
      }
      if (listed < latest) check.listEarlier++;
      else check.listLater++;
      example ??= { id, listed, latest };
    }
    return { ...check, example };
  }

  #factsOf(id: string): IdFacts {
    let facts = this.#ids.get(id);
    if (!facts) {
      facts = { listRows: 0, listed: null, rows: 0, latest: null };
      this.#ids.set(id, facts);
    }
    return facts;
  }
}

function later(known: string | null, date: string): string {
  return known === null || date > known ? date : known;
}

function rowsOf(counts: readonly IdCount[]): number {
  return counts.reduce((sum, { rows }) => sum + rows, 0);
}

function mostRows(counts: readonly IdCount[]): IdCount[] {
  return counts.toSorted((one, other) => other.rows - one.rows).slice(0, mostExamples);
}
