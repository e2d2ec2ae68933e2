import type { DrawWords } from './ko.ts';

export const drawEn: DrawWords = {
  balance: {
    title: 'Balance of the control factors',
    sub: 'Each arm against the holdout, in standard deviations; only what was known before the draw',
    caption:
      'Means and shares of the control factors, and standardised differences from the holdout',
    even: (factor, difference, limit) =>
      `All control factors are evenly divided. The largest difference is ${difference}, in ${factor}: within the limit of ${limit}.`,
    byChance: (arm, factor, difference, limit) =>
      `In ${arm}, ${factor} differs by ${difference} standard deviations, more than the limit of ${limit}. All factors together differ no more than random draws usually do. Read the result by this factor as well.`,
    odd: (arm, factor, difference) =>
      `The control factors of ${arm} differ as random draws hardly ever make them. The largest difference is ${difference}, in ${factor}. Check first whether the customer data have changed since the draw.`,
    unknown: 'No control factor has enough values to compare the arms.',
    none: 'This design names no control factors. Name what should come out alike, such as sex, age and region, in Design, and its balance is shown here.',
    toDesign: 'Go to Design',
    counting: 'Counting the control factors…',
    failed: 'The control factors could not be counted. Please reload the page.',
    absent: (count) =>
      `${count} customers of the list are no longer in the customer data, and not in this table.`,
    factor: 'Control factor',
    value: 'Mean, share',
    difference: 'Difference',
    differenceOf: (arm) => `${arm}, standardised difference`,
    level: (factor, level) => `${factor} ${level}`,
    missing: 'no value',
    others: (count) => `${count} other values`,
    levels: (count) => `${count} levels`,
    showLevels: 'Show levels',
    all: 'All factors together',
    allP: 'All factors together (p)',
    omnibus: (statistic, degrees) => `chi-square ${statistic}, ${degrees} degrees of freedom`,
    notComparable: 'not comparable',
    noArm: '–',
    tooManyLevels: 'too many levels',
    noVariation: 'nothing varies',
    how: 'How this is computed',
    howMean:
      'Numbers and dates (in days): the difference of the means over the root of the mean variance, (m₁ − m₀) / √((s₁² + s₀²) / 2).',
    howShare:
      'Categories: the same with the shares of each level, (p₁ − p₀) / √((p₁(1 − p₁) + p₀(1 − p₀)) / 2). Folded up, the level that differs most is shown. Customers without a value are a level too.',
    howOmnibus:
      'All factors together: how often arms drawn anew within the cells would differ this much. The chi-square test of Hansen & Bowers (2008), its p adjusted by Holm for the number of arms.',
    howSource: 'Austin (2009); the formulas of bal.tab(s.d.denom = "pooled") in R’s cobalt.',
    fileName: 'control-factor-balance',
  },
  rule: {
    use: 'Try seeds until the control factors come out even',
    hint: 'The limit is stated before the draw and kept in its record. The first list within it is taken; if there is none, nothing is drawn.',
    limit: 'Largest standardised difference',
    limitHint: 'In every factor and arm',
    tries: 'Seeds to try at most',
    triesHint: 'seed#2, seed#3 and so on',
    searching: 'Looking for an even list…',
    cancel: 'Stop looking',
    cancelled: 'Stopped. Nothing was drawn.',
    notMet: (tries, limit, nearest, seed) =>
      `None of ${tries} seeds gave a list within ${limit}, so nothing was drawn. The nearest is ${nearest}, with the seed “${seed}”. Allow more than ${nearest}, or more seeds.`,
    notComparable:
      'No control factor has enough values to compare the arms, so the limit says nothing.',
    invalidLimit: 'The limit must be above 0.',
    invalidTries: (most) => `Between 1 and ${most} seeds can be tried.`,
    title: 'Balance rule',
    met: (limit, tries, most, largest) =>
      `Standardised differences up to ${limit}. Of at most ${most} seeds, number ${tries} kept it (largest difference ${largest}).`,
    firstSeed: (seed) => `First seed: ${seed}`,
  },
};
