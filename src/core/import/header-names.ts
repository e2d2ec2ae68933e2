/**
 * Names for the columns of a table from the header of a file: trimmed, without control characters, each different from
 * the others whatever the case (SQLite compares names so). An empty header becomes `column_3` by its place, a repeated
 * one gets `_2`, `_3`, ….
 * Example: `columnNames(['amount', '', 'Amount'])` is ['amount', 'column_2', 'Amount_2'].
 */
export function columnNames(headers: readonly string[]): string[] {
  const taken = new Set<string>();
  return headers.map((header, index) => {
    const wanted = header.replace(/\p{Cc}+/gu, ' ').trim() || `column_${index + 1}`;
    let name = wanted;
    for (let copy = 2; taken.has(foldCase(name)); copy++) name = `${wanted}_${copy}`;
    taken.add(foldCase(name));
    return name;
  });
}

/** SQLite folds the case of ASCII letters only; folding more is harmless here. */
function foldCase(name: string): string {
  return name.toLowerCase();
}
