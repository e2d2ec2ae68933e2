import type { AnswerTexts } from './ko.ts';

const list = (words: readonly string[]): string =>
  words.length < 2
    ? (words[0] ?? '')
    : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;

export const answersEn: AnswerTexts = {
  title: 'One sentence per question',
  sub: (weighting, rule) => `${weighting} · ${rule}`,
  weighting: {
    population: 'Cells weighed by their eligible customers: the answers hold for the whole list',
    sample: 'Cells weighed by the customers read',
  },
  rule: {
    none: 'each question by itself',
    bonferroni: 'Bonferroni over the questions',
    holm: 'Holm over the questions',
  },
  standard: 'The plan has no questions of its own: these are the standard ones.',
  otherWeights:
    'The headline compares the customers drawn, cell by cell; here cells weigh as much as on the list, so the numbers may differ.',
  withheld: 'No answer is shown while the alarm stands. See above what to do about it first.',
  none: 'There is no question to answer.',
  problem: 'The questions could not be answered. Check the control and the strata.',
  state: {
    yes: 'yes',
    opposite: 'the reverse',
    alike: 'no difference',
    'cannot-tell': 'cannot tell yet',
    'too-few': 'too few responses',
    refused: 'no answer',
  },
  list,
  sized: (name, size) => `${name} ${size}`,
  head: {
    better: (arm, control, size) => `${arm} drew ${size} in response over ${control}.`,
    severalBetter: (sized, control) => `Several carrots beat ${control}: ${sized}.`,
    worse: (arm, control, size) => `${arm} drew fewer responses than ${control} (${size}).`,
    severalWorse: (sized, control) =>
      `No carrot beats ${control}, and some drew fewer responses: ${sized}.`,
    sameAsControl: (arm, control, size) =>
      `${arm} is practically the same as ${control}: ${size} is within the declared margin.`,
    nobodyDiffers: (control) =>
      `No carrot is practically different from ${control}: all differences are within the declared margin.`,
    cannotTell: (arm, control, size) =>
      `Cannot tell yet: ${arm} is ${size} from ${control}, which may be chance.`,
    cannotTellBest: (arm, control, size) =>
      `Cannot tell yet: even the best, ${arm}, is only ${size} from ${control}, which may be chance.`,
    wins: (first, second, size) => `${first} drew ${size} in response over ${second}.`,
    cannotTellPair: (first, second, size) =>
      `Cannot tell yet: ${first} is ${size} ahead of ${second}, which may be chance.`,
    tie: (first, second) => `Cannot tell yet: ${first} and ${second} drew exactly the same share.`,
    samePair: (first, second, size) =>
      `${first} and ${second} are practically the same: ${size} is within the declared margin.`,
    differs: (carrot, by, most, mostSize, least, leastSize) =>
      `The effect of ${carrot} differs ${by}: most at ${most} (${mostSize}), least at ${least} (${leastSize}).`,
    sameEverywhere: (carrot, by) =>
      `The effect of ${carrot} is practically the same ${by}: all differences are within the declared margin.`,
    differsUnknown: (carrot, by, size) =>
      `Cannot tell yet: there is no evidence that the effect of ${carrot} differs ${by} (largest difference ${size}, which may be chance).`,
    which: (by, choices) => `The answer differs ${by}: ${choices}.`,
    whichSame: (by, arm) =>
      `The lead of the carrots differs ${by}, yet ${arm} comes first everywhere.`,
    whichAlike: (by) =>
      `The carrots rank practically the same ${by}: all differences are within the declared margin.`,
    whichUnknown: (by, size) =>
      `Cannot tell yet: there is no evidence that the best carrot differs ${by} (largest difference ${size}, which may be chance).`,
    choice: (level, arm) => `${arm} at ${level}`,
    moreChoices: (count) => `${count} more cells in the table`,
    byAttribute: (attribute) => `by ${attribute}`,
    byCell: 'from cell to cell',
    rises: (path, size) => `As expected: ${size} per step along ${path}.`,
    falls: (path, size) => `The reverse of what was expected: ${size} per step along ${path}.`,
    flat: (path, size) =>
      `Practically no change along ${path}: ${size} per step is within the declared margin.`,
    risesUnknown: (path, size) =>
      `Cannot tell yet: it seems to move by ${size} per step along ${path}, which may be chance.`,
    matters: (factor, best, bestShare, worst, worstShare) =>
      `${factor} matters: ${best} has the highest response (${bestShare}), ${worst} the lowest (${worstShare}).`,
    mattersNot: (factor, size) =>
      `${factor} makes no practical difference: ${size} is within the declared margin.`,
    mattersUnknown: (factor, size) =>
      `Cannot tell yet: the difference of ${size} by ${factor} may be chance.`,
    notAdditive: (first, second, size) =>
      `The effects of ${first} and ${second} do not simply add up: together they are ${size} off the sum.`,
    additive: (first, second, size) =>
      `The effects of ${first} and ${second} may be taken to add up: ${size} off the sum is within the declared margin.`,
    additiveUnknown: (first, second, size) =>
      `Cannot tell yet: there is no evidence that the effects of ${first} and ${second} fail to add up (${size} off the sum, which may be chance).`,
    tooFew:
      'Cannot tell yet: there are too few responses, or none on one side, for the planned method.',
  },
  money: {
    gain: (arm, size, low, high) =>
      `In money ${arm} is ${size} per customer ahead (${low} to ${high}).`,
    loss: (arm, size, low, high) =>
      `Yet in money ${arm} is behind: ${size} per customer (${low} to ${high}).`,
    alsoLoss: (arm, size, low, high) =>
      `In money ${arm} is behind too: ${size} per customer (${low} to ${high}).`,
    unclear: (arm, size, low, high) =>
      `In money ${arm} differs by ${size} per customer (${low} to ${high}), which may be chance.`,
    gapClear: (size, low, high) =>
      `That largest difference is ${size} per customer (${low} to ${high}).`,
    gapUnclear: (size, low, high) =>
      `In money it is ${size} per customer (${low} to ${high}), which may be chance.`,
    stepClear: (size, low, high) =>
      `In money it is ${size} per customer and step (${low} to ${high}).`,
    stepUnclear: (size, low, high) =>
      `In money it is ${size} per customer and step (${low} to ${high}), which may be chance.`,
  },
  doubt: {
    interval: (low, high, confidence, pValue) =>
      `${confidence} interval ${low} to ${high}, p ${pValue}.`,
    joint: (pValue) => `Chance alone would show as much with p ${pValue}.`,
    noProof: (pValue) => `p ${pValue}.`,
    within: (margin) => `The margin is ±${margin}.`,
    detectable: (size, power) =>
      `At this size only ${size} or more would have been found with a power of ${power}.`,
    more: (more, factor) =>
      `If it is truly as it looks, ${more} more customers (${factor} times as many) would tell.`,
    nothing: 'The difference looks so small that more customers would hardly tell.',
  },
  step: {
    'roll-out': 'See what it would earn on the whole list.',
    'choose-by-cost': 'Put in the costs and take the carrot that earns most.',
    'weigh-money': 'Response rose but money fell: weigh the profit first.',
    stop: 'Stop this carrot.',
    'take-cheaper': 'Take whichever costs less.',
    'by-level': 'Give customers what suits them.',
    'one-for-all': 'Until more is known, give everybody the same.',
    'start-at-top': 'Start with the customers where the effect is largest.',
    rethink: 'Revise the hypothesis and ask again in the next experiment.',
    'use-level': 'Use the one with the highest response.',
    'choose-together': 'Choose the combination, not each by itself.',
    'choose-apart': 'Choose the best of each and use them together.',
    enlarge: 'Repeat with more customers.',
    'decide-by-cost': 'Decide by cost rather than repeat.',
  },
  why: {
    'no-variation':
      'Nobody, or everybody, responded in the arms compared: the difference cannot be computed.',
    'empty-groups': 'In some cell of this question an arm has no customers that were read.',
    'no-cells-in-question': 'No cell has customers of every arm: there is nothing to compare.',
  },
  table: {
    title: "The analyst's table",
    sub: 'How each question was tested, with its numbers. Click a number for its formula.',
    question: 'Question',
    what: 'What',
    difference: 'Difference',
    method: 'Method',
    statistic: 'Statistic',
    pValue: 'p-value',
    adjusted: 'Adjusted p',
    detectable: 'Could have found',
    more: 'More customers',
    whole: 'largest difference',
    perStep: 'per step',
    atLevel: (level, arm) => `${level} · ${arm}`,
    methods: {
      single: 'Wald z, observed variances',
      'one-sided': 'Wald z, one-sided, observed variances',
      dunnett: 'Dunnett (multivariate normal), many to one',
      holm: 'Wald z, Holm over the carrots',
      none: 'Wald z, not adjusted',
      joint: (degrees) => `joint Wald chi-square, ${degrees} degrees of freedom`,
    },
    settled: 'none needed',
    nothing: 'no difference to find',
    show: "Show the analyst's table",
    hide: "Hide the analyst's table",
  },
  explain: {
    difference: 'Difference and interval',
    differenceMeaning:
      'The difference of the response shares of two arms in every cell, put together by the weights of the cells. The largest difference of a question about several levels has an interval by Scheffé.',
    differenceFormula: 'Σ weight × share, variance Σ weight² × p(1−p)/n',
    pValue: 'p-value',
    pValueMeaning:
      'How likely chance alone makes a difference as large. Adjusted among the carrots first (Dunnett, Holm), then over the questions.',
    needed: 'More customers',
    neededMeaning: (power) =>
      `If the difference is truly as it looks: how many more customers, in the same proportions, would tell it with a power of ${power}. Reckoned from what was seen, so a rough figure.`,
    detectable: 'What could have been found',
    detectableMeaning: (power) =>
      `The smallest difference that an experiment of this size, with the variances observed, finds with a power of ${power}.`,
  },
};
