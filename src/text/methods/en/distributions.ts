import type { MethodId, MethodText } from '../method-text.ts';

export const distributions = {
  betaLowerTail: {
    name: 'Beta distribution: lower tail',
    answers: 'How likely is a beta-distributed share to lie below a value?',
  },
  betaUpperTail: {
    name: 'Beta distribution: upper tail',
    answers: 'How likely is a beta-distributed share to lie above a value?',
  },
  betaDensity: {
    name: 'Beta distribution: density',
    answers: 'How densely does a beta distribution lie around a share?',
  },
  betaQuantile: {
    name: 'Beta distribution: quantile',
    answers: 'Below which share does a given part of a beta distribution lie?',
  },
  binomialProbability: {
    name: 'Binomial distribution: probability',
    answers: 'How likely is exactly this number of responders?',
  },
  binomialLowerTail: {
    name: 'Binomial distribution: lower tail',
    answers: 'How likely are at most this many responders?',
  },
  binomialUpperTail: {
    name: 'Binomial distribution: upper tail',
    answers: 'How likely are at least this many responders?',
  },
  binomialQuantile: {
    name: 'Binomial distribution: quantile',
    answers: 'What is the smallest count whose lower tail reaches a given chance?',
  },
  binomialUpperQuantile: {
    name: 'Binomial distribution: upper quantile',
    answers: 'What is the smallest count with at most a given chance above it?',
  },
  chiSquareUpperTail: {
    name: 'Chi-square distribution: upper tail',
    answers: 'What is the p-value of a chi-square statistic?',
  },
  chiSquareLowerTail: {
    name: 'Chi-square distribution: lower tail',
    answers: 'How likely is a chi-square value to lie below this one?',
  },
  chiSquareDensity: {
    name: 'Chi-square distribution: density',
    answers: 'How densely does a chi-square distribution lie around a value?',
  },
  chiSquareQuantile: {
    name: 'Chi-square distribution: quantile',
    answers: 'Below which value does a given part of a chi-square distribution lie?',
  },
  chiSquareUpperQuantile: {
    name: 'Chi-square distribution: upper quantile (critical value)',
    answers: 'Which value must a chi-square statistic exceed at a significance level?',
  },
  dunnettUpperTail: {
    name: 'Dunnett’s distribution: adjusted p-value',
    answers: 'What is a comparison’s p-value, adjusted for all others with the same control?',
  },
  dunnettCriticalValue: {
    name: 'Dunnett’s distribution: critical value',
    answers:
      'How wide must every comparison with one control be so that all intervals hold together?',
  },
  fUpperTail: {
    name: 'F distribution: upper tail',
    answers: 'What is the p-value of an F statistic?',
  },
  fLowerTail: {
    name: 'F distribution: lower tail',
    answers: 'How likely is an F value to lie below this one?',
  },
  fDensity: {
    name: 'F distribution: density',
    answers: 'How densely does an F distribution lie around a value?',
  },
  fQuantile: {
    name: 'F distribution: quantile',
    answers: 'Below which value does a given part of an F distribution lie?',
  },
  fUpperQuantile: {
    name: 'F distribution: upper quantile (critical value)',
    answers: 'Which value must an F statistic exceed at a significance level?',
  },
  gammaTails: {
    name: 'Gamma distribution: both tails',
    answers: 'How likely is a gamma-distributed value to lie below, and above, this one?',
  },
  gammaDensity: {
    name: 'Gamma distribution: density',
    answers: 'How densely does a gamma distribution lie around a value?',
  },
  gammaQuantile: {
    name: 'Gamma distribution: quantile',
    answers: 'Below which value does a given part of a gamma distribution lie?',
  },
  hypergeometricProbability: {
    name: 'Hypergeometric distribution: probability',
    answers: 'How likely are exactly this many marked customers among those drawn from a list?',
  },
  hypergeometricLowerTail: {
    name: 'Hypergeometric distribution: lower tail',
    answers: 'How likely are at most this many marked customers among those drawn from a list?',
  },
  hypergeometricUpperTail: {
    name: 'Hypergeometric distribution: upper tail',
    answers: 'How likely are at least this many marked customers among those drawn from a list?',
  },
  hypergeometricQuantile: {
    name: 'Hypergeometric distribution: quantile',
    answers:
      'What is the smallest count of marked customers whose lower tail reaches a given chance?',
  },
  hypergeometricUpperQuantile: {
    name: 'Hypergeometric distribution: upper quantile',
    answers: 'What is the smallest count of marked customers with at most a given chance above it?',
  },
  maximumUpperTail: {
    name: 'Distribution of the largest comparison: upper tail',
    answers: 'How likely is at least one of several related comparisons to exceed a limit?',
  },
  noncentralChiSquareUpperTail: {
    name: 'Noncentral chi-square distribution: upper tail',
    answers: 'What is the power of a chi-square test?',
  },
  noncentralChiSquareLowerTail: {
    name: 'Noncentral chi-square distribution: lower tail',
    answers: 'How likely is a chi-square test to miss a true difference?',
  },
  noncentralChiSquareQuantile: {
    name: 'Noncentral chi-square distribution: quantile',
    answers: 'Below which value does a given part of a noncentral chi-square distribution lie?',
  },
  noncentralChiSquareNoncentrality: {
    name: 'Noncentral chi-square distribution: noncentrality',
    answers: 'How large must the true difference be for a chi-square test of the wanted power?',
  },
  noncentralFUpperTail: {
    name: 'Noncentral F distribution: upper tail',
    answers: 'What is the power of an analysis of variance?',
  },
  noncentralFLowerTail: {
    name: 'Noncentral F distribution: lower tail',
    answers: 'How likely is an analysis of variance to miss a true difference?',
  },
  noncentralFQuantile: {
    name: 'Noncentral F distribution: quantile',
    answers: 'Below which value does a given part of a noncentral F distribution lie?',
  },
  noncentralFNoncentrality: {
    name: 'Noncentral F distribution: noncentrality',
    answers: 'How far apart must the true means lie for the wanted power?',
  },
  noncentralStudentUpperTail: {
    name: 'Noncentral t distribution: upper tail',
    answers: 'What is the power of a t-test?',
  },
  noncentralStudentLowerTail: {
    name: 'Noncentral t distribution: lower tail',
    answers: 'How likely is a t-test to miss a true difference?',
  },
  noncentralStudentQuantile: {
    name: 'Noncentral t distribution: quantile',
    answers: 'Below which value does a given part of a noncentral t distribution lie?',
  },
  noncentralStudentNoncentrality: {
    name: 'Noncentral t distribution: noncentrality',
    answers: 'How many standard errors must the true difference be for the wanted power?',
  },
  normalUpperTail: {
    name: 'Normal distribution: upper tail',
    answers: 'How likely is a standard normal value to lie above this one?',
  },
  normalLowerTail: {
    name: 'Normal distribution: lower tail',
    answers: 'How likely is a standard normal value to lie below this one?',
  },
  normalTwoSided: {
    name: 'Normal distribution: two-sided p-value',
    answers: 'What is the two-sided p-value of a z statistic?',
  },
  normalDensity: {
    name: 'Normal distribution: density',
    answers: 'How densely does the standard normal distribution lie around a value?',
  },
  millsRatio: {
    name: 'Normal distribution: Mills’ ratio',
    answers: 'How large is a normal tail compared with the density where it begins?',
  },
  normalQuantile: {
    name: 'Normal distribution: quantile',
    answers: 'Below which value does a given part of the standard normal distribution lie?',
  },
  poissonProbability: {
    name: 'Poisson distribution: probability',
    answers: 'How likely are exactly this many events where a mean number is expected?',
  },
  poissonLowerTail: {
    name: 'Poisson distribution: lower tail',
    answers: 'How likely are at most this many events where a mean number is expected?',
  },
  poissonUpperTail: {
    name: 'Poisson distribution: upper tail',
    answers: 'How likely are at least this many events where a mean number is expected?',
  },
  poissonQuantile: {
    name: 'Poisson distribution: quantile',
    answers: 'What is the smallest number of events whose lower tail reaches a given chance?',
  },
  poissonUpperQuantile: {
    name: 'Poisson distribution: upper quantile',
    answers: 'What is the smallest number of events with at most a given chance above it?',
  },
  studentTwoSided: {
    name: 'Student’s t distribution: two-sided p-value',
    answers: 'What is the two-sided p-value of a t statistic?',
  },
  studentUpperTail: {
    name: 'Student’s t distribution: upper tail',
    answers: 'How likely is a t value to lie above this one?',
  },
  studentLowerTail: {
    name: 'Student’s t distribution: lower tail',
    answers: 'How likely is a t value to lie below this one?',
  },
  studentDensity: {
    name: 'Student’s t distribution: density',
    answers: 'How densely does a t distribution lie around a value?',
  },
  studentQuantile: {
    name: 'Student’s t distribution: quantile',
    answers: 'Below which value does a given part of a t distribution lie?',
  },
  studentUpperQuantile: {
    name: 'Student’s t distribution: upper quantile (critical value)',
    answers: 'Which value must a t statistic exceed at a significance level?',
  },
  studentisedRangeUpperTail: {
    name: 'Studentised range distribution: upper tail',
    answers: 'How likely are equal means to spread this far, smallest to largest, by chance?',
  },
  studentisedRangeCriticalValue: {
    name: 'Studentised range distribution: critical value',
    answers: 'How far apart must two of several means lie when all pairs are compared?',
  },
  binomialSumInterval: {
    name: 'Sum of binomial numbers: exact interval',
    answers:
      'Between which totals do binomial numbers times amounts lie, such as what rewards cost?',
  },
  expectedMaximum: {
    name: 'Expected maximum of normal values',
    answers:
      'How large is the largest of several values with means and spreads of their own, on average?',
  },
} satisfies Partial<Record<MethodId, MethodText>>;
