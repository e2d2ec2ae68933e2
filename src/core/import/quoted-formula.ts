const formula = /^="((?:[^"]|"")*)"$/;

/** Whether a field is text that is written as a formula so that Excel does not take it for a number: ="007". */
export function isQuotedFormula(text: string): boolean {
  return text.startsWith('=') && formula.test(text);
}

/**
 * What Excel shows for a field that is written as a formula of a text; other fields as they are. Back offices of malls
 * write ids so. Example: `plainField('="007"')` is '007'.
 */
export function plainField(text: string): string {
  if (!text.startsWith('=')) return text;
  const inner = formula.exec(text)?.[1];
  return inner === undefined ? text : inner.replaceAll('""', '"').trim();
}
