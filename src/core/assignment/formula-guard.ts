/**
 * A text that a spreadsheet will not run: one that begins with = + - @, a tab, a line break or a full-width ＝ ＋ － ＠
 * gets an apostrophe in front. Only for text; numbers are written as they are, so that -0.38 stays a number.
 * Source: OWASP, "CSV Injection". Example: `guardFormula('=1+1')` is "'=1+1".
 */
export function guardFormula(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
}
