import type { Catalogue } from '../ko.ts';

export const guide: Catalogue['guide'] = {
  methods: {
    eyebrow: 'Methods and evidence',
    title: 'Where the numbers come from, and what checked them',
    lede: 'Every statistical method that Carrotlab has, with its source and the other program whose answers it was compared with.',
    count: 'Methods',
    checked: 'Compared with another program',
    cases: 'Cases compared',
    find: 'Find',
    findExample: 'e.g. Fisher, power',
    found: (count: string) => `${count} methods`,
    nothing: 'No method has these words.',
    column: { method: 'Method', source: 'Source', checked: 'Checked with' },
    casesOf: (count: string) => `${count} cases`,
    properties:
      'No other program has the same computation: checked only by the properties it must have.',
    how: 'How it is checked',
    paragraphs: [
      'This table is made from the comments of the source code and from the test data. Nobody edits it by hand.',
      'The answers to agree with come from R, SciPy, statsmodels and mpmath. The scripts that made them stand beside the data in tests/oracles, so anyone can make them again.',
      'The relative error must be below 10⁻⁹; for the ends of intervals that are found by search 10⁻⁶, for probability distributions 10⁻¹².',
      'Beyond single values, properties are tried on random inputs: at the end of an interval the p-value is exactly α, and the order of the arms does not matter.',
    ],
    topics: {
      proportions: 'Comparing response rates',
      means: 'Means and money',
      stratified: 'Comparing within cells (strata)',
      multiplicity: 'Many comparisons',
      power: 'Power and sample size',
      sequential: 'Looking early',
      bayes: 'Bayesian comparison',
      models: 'Models and factor effects',
      checks: 'Checks before reading a result',
      shrinkage: 'Shrinkage and meta-analysis',
      allocation: 'Sharing out a sample',
      distributions: 'Probability distributions',
    },
  },
};
