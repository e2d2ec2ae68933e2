const longest = 300;

/**
 * A text of a file as a grid shows it: a cell may hold megabytes, which a browser lays out for minutes.
 * Example: a text of 1,000 letters is its first 300 and an ellipsis.
 */
export function shownText(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
