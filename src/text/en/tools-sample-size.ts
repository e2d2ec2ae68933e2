import type { Catalogue } from '../ko.ts';

export const sampleSizeTool: Catalogue['tools']['sampleSize'] = {
  name: 'Sample size',
  sentence: 'How many customers it takes not to miss the difference you are looking for.',
  metric: 'Outcome',
  rate: 'Response rate (yes or no)',
  mean: 'Mean (money, counts)',
  baseline: 'Response of the control',
  baselineHint: 'What happened in past campaigns to customers who got nothing',
  lift: 'Difference to find',
  liftHint: 'The smallest difference that would pay for its cost',
  liftHintOpen: 'Leave it empty to see which difference this size can find.',
  sd: 'Standard deviation',
  sdHint: 'Of the amount per customer, 0 for those who do not buy',
  alpha: 'Significance level α',
  power: 'Power',
  powerHint: 'How often a true difference is found',
  ratio: 'Treated : control',
  ratioHint: 'Treated customers per control customer',
  n: 'Customers in the control (if fixed)',
  nHint: 'Leave it empty to compute the size.',
  population: 'Customers on the list (optional)',
  populationHint: 'Applies the finite population correction, for statements about this list only.',
  populationUnused: 'Used only when the size is computed.',
  points: 'pp',
  people: '',
  times: '×',
  headline: {
    size: (perArm: string, total: string) =>
      `You need ${perArm} customers per arm, ${total} in all.`,
    sizes: (control: string, treatment: string, total: string) =>
      `You need ${control} control and ${treatment} treated customers, ${total} in all.`,
    power: (power: string, lift: string) =>
      `A true difference of ${lift} is found with a probability of ${power}.`,
    lift: (lift: string) => `The smallest difference this size can find is ${lift}.`,
    none: 'No plan is possible with these inputs.',
  },
  lede: {
    rate: (from: string, to: string, power: string) =>
      `To tell a response of ${from} from ${to} with a power of ${power}.`,
    mean: (lift: string, sd: string, power: string) =>
      `To find a difference of means of ${lift} at a standard deviation of ${sd} with a power of ${power}.`,
    weak: 'That is less than an even chance: a carrot that works would probably be missed.',
    impossible: (baseline: string, lift: string, sum: string) =>
      `${baseline} and ${lift} make ${sum}, but a response lies between 0% and 100%.`,
    noLift:
      'A difference of 0 cannot be found by any number of customers. Enter the difference you are looking for.',
  },
  perArm: 'Customers per arm',
  control: 'Control customers',
  treatment: 'Treated customers',
  total: 'In all',
  powerLabel: 'Power',
  detectable: 'Minimum detectable effect',
  exact: (value: string) => `the formula gives ${value}, rounded up`,
  given: 'as entered',
  corrected: (population: string) => `corrected for a list of ${population}`,
  listOnly: (power: string) =>
    `These sizes are reduced for the list. They do for totals on this list; as a test of the carrot itself they have a power of ${power}.`,
  fewExpected:
    'Fewer than 10 responses are expected in one of the arms. The normal approximation gets rough: plan more generously than this.',
  curve: {
    title: 'Power by size',
    sub: (lift: string) => `Difference ${lift} · by customers in the control`,
    size: 'Control customers',
    power: 'Power',
    wanted: 'wanted',
  },
  others: {
    title: 'Why other calculators differ',
    sub: 'Customers in the control for the same inputs.',
    method: 'Method',
    size: 'Customers per arm',
    why: 'What differs',
    r: 'R power.prop.test (this page)',
    rWhy: 'Takes the variance under “no difference” from the pooled response.',
    evanMiller: 'Evan Miller',
    evanMillerWhy: 'Uses the control’s response twice under “no difference”.',
    arcsine: 'Arcsine (G*Power, statsmodels)',
    arcsineWhy:
      'Turns responses into angles, so that their variance does not depend on the response.',
  },
  method: {
    rate: 'The form of R’s power.prop.test (Fleiss). Sizes for planning are always rounded up.',
    mean: 'The noncentral t distribution, as in R’s power.t.test, with the same standard deviation in both arms.',
    sides: 'Two-sided: a change for the worse is found, too.',
    population:
      'The finite population correction holds for “what is the total on this list” only. Leave the list empty if the carrot shall be judged for future customers.',
    many: 'With several carrots, divide α by the number of comparisons.',
  },
  significanceLink: 'Results are in? Compare the arms',
  explain: {
    perArm:
      'Customers per arm needed to find this difference with the wanted power. The value is the formula’s own; the screen shows it rounded up.',
    total: 'Both arms together. The screen shows the sum of the rounded sizes.',
    power: 'How likely these arms give a significant result if the entered difference is true.',
    detectable: 'The smallest rise that these arms find with the wanted power.',
    source: 'Fleiss, Levin & Paik (2003) 4.2; R power.prop.test',
    sourceMean: 'R power.t.test',
    methodRate: 'Difference of two proportions, two-sided, normal approximation',
    methodMean: 'Difference of two means, two-sided, noncentral t',
  },
};
