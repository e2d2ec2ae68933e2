import { columnNames } from './header-names.ts';

/** How the columns of a file fit a table that is there. */
export interface ColumnMatch {
  /** For each column of the table, the place of the file's column of that name; null where the file has none. */
  readonly places: readonly (number | null)[];
  /** Places of the file's columns that the table does not have. */
  readonly added: readonly number[];
}

/**
 * Matches columns by their names, in any order: first those that are the same to the letter, then those that differ only
 * in case, spaces, underscores and width (고객 ID and 고객id, Ａｍｏｕｎｔ and amount). Each column is used once.
 * `table`, `file`: names in order. Example: of ['id', 'Points'] and ['points', 'city', 'ID'] the places are [2, 0], and
 * 1 is added.
 */
export function matchColumns(table: readonly string[], file: readonly string[]): ColumnMatch {
  const free = new Set(file.keys());
  const places: (number | null)[] = table.map(() => null);
  for (const sameAs of [exact, folded]) {
    table.forEach((name, column) => {
      if (places[column] !== null) return;
      for (const place of free) {
        if (sameAs(file[place] as string) !== sameAs(name)) continue;
        places[column] = place;
        free.delete(place);
        return;
      }
    });
  }
  return { places, added: [...free] };
}

/**
 * The names that a file's columns take in a table that is there: the table's own where they match, and others that are
 * not taken in it. Example: of ['id', 'Points'] and ['points', 'city'] they are ['Points', 'city'].
 */
export function namesInTable(table: readonly string[], file: readonly string[]): string[] {
  const { places, added } = matchColumns(table, file);
  const names = [...file];
  places.forEach((place, column) => {
    if (place !== null) names[place] = table[column] as string;
  });
  const all = columnNames([...table, ...added.map((place) => file[place] as string)]);
  added.forEach((place, index) => (names[place] = all[table.length + index] as string));
  return names;
}

/**
 * Which of several files have the same columns, in whatever order, so that they can be read as one table: groups of at
 * least two, as places in `files`. Files without columns belong to none.
 * Example: of [['id', 'won'], ['city'], ['Won', 'id']] it is [[0, 2]].
 */
export function filesOfOneShape(files: readonly (readonly string[])[]): number[][] {
  const groups = new Map<string, number[]>();
  files.forEach((names, place) => {
    if (names.length === 0) return;
    const shape = JSON.stringify(names.map(folded).toSorted());
    groups.set(shape, [...(groups.get(shape) ?? []), place]);
  });
  return [...groups.values()].filter(({ length }) => length > 1);
}

function exact(name: string): string {
  return name;
}

function folded(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_]+/gu, '');
}
