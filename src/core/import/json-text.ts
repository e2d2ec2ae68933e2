/** How a JSON document of objects begins, for a document that is cut off and so cannot be parsed. */
const objectStart = /^(?:\{|\[\s*\{)\s*"(?:[^"\\]|\\.)*"\s*:/;

/**
 * Whether a text is JSON rather than a table: it starts with `{` or `[` and parses, or its first line is an object of its
 * own (JSON Lines). A table may start with a bracket too; it does not parse.
 * `text`: the beginning of a file. `isWhole`: whether that is all of it; a part is judged by its first key.
 * Example: `isJsonText('[{"id": 1}]', true)` is true, `isJsonText('[id],name\n1,a', true)` is false.
 */
export function isJsonText(text: string, isWhole: boolean): boolean {
  const start = text.trimStart();
  if (start[0] !== '{' && start[0] !== '[') return false;
  if (isWhole && parses(start)) return true;
  if (start[0] === '{' && parses(start.split('\n', 1)[0] ?? '')) return true;
  return !isWhole && objectStart.test(start.slice(0, 1024));
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
