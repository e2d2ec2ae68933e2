/** What SQLite calls the row id of a table, where no column hides the name. */
export const rowIdNames: readonly string[] = ['rowid', '_rowid_', 'oid'];

/**
 * Names for the columns of a table from the header of a file: trimmed, without control characters, each different from
 * the others whatever the case (SQLite compares names so). An empty header becomes `column_3` by its place, a repeated
 * one gets `_2`, `_3`, …. So does the last of `rowid`, `_rowid_` and `oid` where all three are there: SQLite keeps one of
 * them to tell the rows apart.
 * Example: `columnNames(['amount', '', 'Amount'])` is ['amount', 'column_2', 'Amount_2'].
 */
export function columnNames(headers: readonly string[]): string[] {
  const taken = new Set<string>();
  return headers.map((header, index) => {
    const wanted = header.replace(/\p{Cc}+/gu, ' ').trim() || `column_${index + 1}`;
    let name = wanted;
    for (let copy = 2; isTaken(name, taken); copy++) name = `${wanted}_${copy}`;
    taken.add(foldCase(name));
    return name;
  });
}

function isTaken(name: string, taken: ReadonlySet<string>): boolean {
  const folded = foldCase(name);
  const others = rowIdNames.filter((rowId) => rowId !== folded);
  return taken.has(folded) || (others.length < 3 && others.every((rowId) => taken.has(rowId)));
}

/** SQLite folds the case of ASCII letters only; folding more is harmless here. */
function foldCase(name: string): string {
  return name.toLowerCase();
}
