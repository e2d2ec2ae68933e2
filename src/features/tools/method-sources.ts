import type { MeanAnswer, OddsAnswer, ShareAnswer } from './method-answers.ts';

/** Who published each method, and the program that computes the same. */
export const methodSources: Record<ShareAnswer | MeanAnswer, string> = {
  score: 'Miettinen & Nurminen (1985)',
  boschloo: 'Boschloo (1970); SciPy boschloo_exact',
  fisher: 'Fisher (1935); R fisher.test',
  'pooled-z': 'Pearson (1900); R prop.test(correct = FALSE)',
  yates: 'Yates (1934); R prop.test',
  g: 'Wilks (1938); SciPy chi2_contingency',
  newcombe: 'Newcombe (1998)',
  'agresti-caffo': 'Agresti & Caffo (2000)',
  welch: 'Welch (1947); R t.test',
  student: 'Student (1908); R t.test(var.equal = TRUE)',
};

export const oddsSources: Record<OddsAnswer, string> = {
  score: 'Miettinen & Nurminen (1985)',
  woolf: 'Woolf (1955)',
  conditional: 'Fisher (1935); SciPy odds_ratio',
};
