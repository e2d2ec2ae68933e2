import type { MethodId, MethodText } from '../method-text.ts';

export const checks = {
  exactMultinomialTest: {
    name: 'Exact multinomial test',
    answers: 'With a handful of customers, do the arm sizes agree with the planned shares?',
  },
  missingOutcomesCheck: {
    name: 'Check for missing outcomes',
    answers: 'Does the share of customers whose outcome is missing depend on the arm?',
  },
  omnibusBalance: {
    name: 'Hansen–Bowers omnibus balance test',
    answers: 'Did the arms differ before the experiment by more than the draw explains?',
  },
  sampleRatioByStratum: {
    name: 'Sample ratio mismatch test: within strata',
    answers: 'Do the arms have their planned sizes in every stratum?',
  },
  sampleRatioCheck: {
    name: 'Sample ratio mismatch test (SRM)',
    answers: 'Do the arms have the sizes that were planned?',
  },
  standardisedMeanDifference: {
    name: 'Standardised mean difference',
    answers: 'How far apart were the arms beforehand in a numeric covariate, such as past spend?',
  },
  standardisedLevelDifference: {
    name: 'Standardised difference: categorical covariate',
    answers: 'How far apart were the arms beforehand in a covariate with levels, such as dormancy?',
  },
} satisfies Partial<Record<MethodId, MethodText>>;
