import { cellName } from '#core/design/cell-name.ts';
import { isInIdSample } from '#core/design/id-sample.ts';
import { writeCsv, type CsvCell } from './csv/write-csv.ts';
import { ident } from './database.ts';
import { drawnList, type DrawnCustomer } from './drawn-list.ts';
import type { Engine } from './engine.ts';
import type { ListFile, ListQuestion } from './assignment-protocol.ts';
import type { Params } from './protocol.ts';

/** Which customers of a list are wanted, and what is added to their lines. */
interface ListPart {
  /** Places of arms in the design; null for all. */
  readonly arms: readonly number[] | null;
  /** Headings of empty columns at the end. */
  readonly toFill: readonly string[];
  /** See `ListFile`. */
  readonly sample?: ListFile['sample'];
}

/** The drawn list of an experiment, or of one arm, as CSV: customer, cell, arm, and the wanted customer columns. */
export function assignmentList(
  engine: Engine,
  { arm, ...asked }: Params<'assignment-list'>,
): Uint8Array {
  return listWriter(engine, asked)({ arms: arm === undefined ? null : [arm], toFill: [] });
}

/** Several parts of a drawn list, and texts that go with them, as one zip file. */
export async function listFiles(
  engine: Engine,
  { lists, texts, ...asked }: Params<'list-files'>,
): Promise<Uint8Array> {
  const { zipFiles } = await import('./zip-files.ts');
  const write = listWriter(engine, asked);
  const encoder = new TextEncoder();
  return zipFiles([
    ...lists.map(({ fileName, arms, toFill = [], sample }) => ({
      fileName,
      bytes: write({ arms, toFill, sample }),
    })),
    ...texts.map(({ fileName, text }) => ({ fileName, bytes: encoder.encode(text) })),
  ]);
}

/** Reads list and customers once, and writes any part of them. */
function listWriter(
  engine: Engine,
  { source, design, experiment, columns, headers, after = 0 }: ListQuestion,
): (part: ListPart) => Uint8Array<ArrayBuffer> {
  const details = customerDetails(engine, source.table, source.idColumn, columns);
  const list = drawnList(engine, experiment, after);
  return ({ arms, toFill, sample }) => {
    const line = ({ customer, cell, arm }: DrawnCustomer): CsvCell[] => {
      // A customer who is no longer in the table keeps an empty place for every column.
      const [id = customer, ...values] = details.get(customer) ?? [];
      return [
        id,
        cellName(design.attributes, cell),
        design.arms[arm]?.name ?? String(arm),
        ...columns.map((_, place) => values[place] ?? null),
        ...toFill.map(() => null),
      ];
    };
    const head = [headers.customer, headers.cell, headers.arm, ...columns, ...toFill];
    if (sample) {
      // Before any rule, and so in no cell: who is held out of everything.
      const held = [...details].filter(([id]) => isInIdSample(sample.seed, id, sample.share));
      return writeCsv([
        head,
        ...held.map(([, [id, ...values]]) => [
          id ?? null,
          '',
          sample.name,
          ...values,
          ...toFill.map(() => null),
        ]),
      ]);
    }
    const wanted = list.filter(({ arm }) => arms === null || arms.includes(arm));
    return writeCsv([head, ...wanted.map(line)]);
  };
}

/** The id as it is stored (a number stays one) and the wanted columns, by the id as text. */
export function customerDetails(
  engine: Engine,
  table: string,
  idColumn: string,
  columns: readonly string[],
): Map<string, CsvCell[]> {
  const names = [idColumn, ...columns].map(ident).join(', ');
  const details = new Map<string, CsvCell[]>();
  engine.database.each(`SELECT ${names} FROM ${ident(table)}`, [], (values) => {
    details.set(String(values[0]), values as CsvCell[]);
  });
  return details;
}
