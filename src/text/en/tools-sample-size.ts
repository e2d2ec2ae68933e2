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
  populationNotCounted: 'Not used where outcomes are counted.',
  treatments: 'Carrots to compare',
  treatmentsHint: 'Without the control. Two or more are adjusted by Dunnett.',
  kinds: '',
  sides: 'Direction',
  twoSided: 'Both',
  oneSided: 'One only',
  twoSidedHint: 'Recommended: a change for the worse is found, too.',
  oneSidedHint: 'Of a result on the other side nothing can be said, however large.',
  sizeMethod: 'Method',
  sizeMethodHint: {
    r: 'Recommended: the same as in R.',
    exact: 'The most accurate for small sizes.',
    arcsine: 'To match G*Power.',
    'evan-miller': 'To match Evan Miller’s calculator.',
  },
  methodLabel: {
    r: 'Fleiss (R)',
    exact: 'Every outcome counted',
    arcsine: 'Arcsine',
    'evan-miller': 'Evan Miller',
  },
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
    several: (count: string, alpha: string, level: string) =>
      `${count} carrots share one control: to keep the risk of ${alpha} over all of them, each is held against ${level} (Dunnett).`,
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
  counted: 'every outcome counted',
  given: 'as entered',
  corrected: (population: string) => `corrected for a list of ${population}`,
  listOnly: (power: string) =>
    `These sizes are reduced for the list. They do for totals on this list; as a test of the carrot itself they have a power of ${power}.`,
  fewExpected:
    'Fewer than 10 responses are expected in one of the arms. The normal approximation gets rough: plan more generously than this.',
  reach: {
    title: 'How many conversions must the variant reach?',
    before: (events: string, trials: string, treated: string) =>
      `If ${events} of ${trials} control customers respond, then of ${treated} treated customers`,
    unit: '',
    after: 'or more must respond to be significantly better.',
    compare: (share: string, expected: string) =>
      `That is a rate of ${share}. If the difference you look for is true, ${expected} respond on average.`,
    meaning:
      'The fewest conversions at which the variant is significantly better, if the control responds exactly at its baseline.',
  },
  longRun: {
    title: 'If this plan were repeated for ever',
    sub: 'Found by counting every possible outcome, not by an approximation.',
    power: 'Chance to find it',
    powerMeaning: 'The exact chance of a significant result if the entered difference is true.',
    falseAlarm: 'False alarms',
    falseAlarmMeaning:
      'The exact chance of a significant result if there is no difference at all. It should be close to the level that was set.',
    signError: 'Wrong sign',
    signErrorMeaning:
      'Of the significant results, the share that points the wrong way (type S error).',
    exaggeration: 'Exaggeration',
    exaggerationMeaning:
      'A significant difference is this many times larger than the true one on average (type M error): the more, the weaker the plan.',
    times: '×',
    method: 'the chances of all outcomes added up',
    source: 'Gelman & Carlin (2014)',
  },
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
    used: (name: string) => `${name} · this page`,
    counted: 'Every outcome counted',
    countedWhy:
      'The smallest size from which on the exact power of the score test stays above the goal.',
    r: 'R power.prop.test (Fleiss)',
    rWhy: 'Takes the variance under “no difference” from the pooled response.',
    evanMiller: 'Evan Miller',
    evanMillerWhy: 'Uses the control’s response twice under “no difference”.',
    arcsine: 'Arcsine (G*Power, statsmodels)',
    arcsineWhy:
      'Turns responses into angles, so that their variance does not depend on the response.',
  },
  method: {
    of: {
      r: 'The form of R’s power.prop.test (Fleiss). Sizes for planning are always rounded up.',
      exact:
        'The chances of all possible outcomes are added up, which gives the exact power of the score test. One customer more can lower it, so the answer is the size from which on it never falls below the goal.',
      arcsine:
        'Shares are turned into angles, whose variance is the same everywhere (G*Power, statsmodels).',
      'evan-miller': 'The formula of Evan Miller’s calculator.',
    },
    mean: 'The noncentral t distribution, as in R’s power.t.test, with the same standard deviation in both arms.',
    sides: 'Two-sided: a change for the worse is found, too.',
    oneSided: 'One-sided: only a difference in the entered direction is found.',
    population:
      'The finite population correction holds for “what is the total on this list” only. Leave the list empty if the carrot shall be judged for future customers.',
    many: 'Several carrots are adjusted by Dunnett, so that the risk of any wrong pick stays at α. The power is that of each carrot.',
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
    methodOf: {
      r: 'Difference of two proportions, normal approximation (Fleiss)',
      exact: 'Difference of two proportions, score test, every outcome counted',
      arcsine: 'Difference of two proportions, arcsine transformation',
      'evan-miller': 'Difference of two proportions, Evan Miller’s formula',
    },
    methodMean: 'Difference of two means, noncentral t',
  },
};
