import { defaultFormat, type ColumnFormat } from './column-format.ts';
import type { Column } from './column.ts';
import { giveRole } from './give-role.ts';
import { columnNames } from './header-names.ts';
import { matchColumns } from './match-columns.ts';

/** A column with the way its values are written in a file. */
export interface WrittenColumn extends Column {
  readonly format: ColumnFormat;
}

/** How the rows of a file go below those of a table. */
export interface AppendedColumns {
  /** The columns of both, those of the table first. */
  readonly columns: readonly WrittenColumn[];
  /** For each of them, the place of its field in a row of the file; null where the file has none. */
  readonly places: readonly (number | null)[];
  /** Names of the columns of the table that the file does not have: its rows have nothing there. */
  readonly missing: readonly string[];
  /** Names of the columns that the file brings: the rows of before have nothing there. */
  readonly added: readonly string[];
}

/**
 * Fits the columns of a file to a table that is there. Names decide (see `matchColumns`); the table's kinds, roles and
 * marks stay. A column that the file brings keeps its role only where no column of the table plays it. Null where not one
 * name matches.
 */
export function appendColumns(
  table: readonly Column[],
  file: readonly WrittenColumn[],
): AppendedColumns | null {
  const tableNames = table.map(({ name }) => name);
  const fileNames = file.map(({ name }) => name);
  const { places, added } = matchColumns(tableNames, fileNames);
  if (places.every((place) => place === null)) return null;
  const names = columnNames([...tableNames, ...added.map((place) => fileNames[place] as string)]);
  const own = table.map((column, at): WrittenColumn => {
    const match = file[places[at] ?? -1];
    return { ...column, format: match?.format ?? defaultFormat };
  });
  const brought = added.map((place, at): WrittenColumn => {
    return { ...(file[place] as WrittenColumn), name: names[table.length + at] as string };
  });
  return {
    columns: table.reduce<readonly WrittenColumn[]>(
      (given, { name, role }) => giveRole(given, name, role),
      [...own, ...brought],
    ),
    places: [...places, ...added],
    missing: tableNames.filter((_, at) => places[at] === null),
    added: names.slice(table.length),
  };
}
