const cellEnd = /^(?:\t|\r|\n|$)/;

/**
 * The text of cells as a spreadsheet puts it on the clipboard, in a form that every reader of tab-separated text reads
 * alike. A spreadsheet quotes a cell with a line break or a tab in it, and leaves one that merely begins with a quote as
 * it is ("A" 등급, "닫지 않은 말): such a cell is quoted here, its own quotes doubled. Text without a tab is given back as it
 * is: it may be separated by something else.
 * Example: `'id\t"A" 등급'` becomes `'id\t"""A"" 등급"'`.
 */
export function strictCells(text: string): string {
  if (!text.includes('\t') || !text.includes('"')) return text;
  let strict = '';
  let at = 0;
  for (;;) {
    const end = text[at] === '"' ? quotedEnd(text, at) : null;
    const next = end ?? plainEnd(text, at);
    const cell = text.slice(at, next);
    strict += end === null && cell.startsWith('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
    if (next >= text.length) return strict;
    strict += text[next];
    at = next + 1;
  }
}

/** Where a well-formed quoted cell ends, or null where the quote only begins the text. */
function quotedEnd(text: string, start: number): number | null {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] === '"') at++;
    else return cellEnd.test(text.slice(at + 1, at + 2)) ? at + 1 : null;
  }
  return null;
}

function plainEnd(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (character === '\t' || character === '\n' || character === '\r') return at;
  }
  return text.length;
}
