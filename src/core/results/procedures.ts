/**
 * Names and versions of the procedures behind a result. A version is raised when a procedure gives other numbers for the same
 * totals; what was concluded with the one before then says so.
 */
export const resultProcedures = [
  'score-interval-1',
  'mantel-haenszel-sato-1',
  'welch-1',
  'holm-dunnett-1',
  'interaction-likelihood-ratio-1',
  'wald-contrasts-1',
  'verdict-1',
] as const;
