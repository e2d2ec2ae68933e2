import type { Catalogue } from '../ko.ts';

export const significanceTool: Catalogue['tools']['significance'] = {
  name: 'Difference between arms',
  sentence: 'Whether a carrot did better than the control, by how much, and how sure that is.',
  metric: 'Outcome',
  rate: 'Response rate (yes or no)',
  mean: 'Mean (money, counts)',
  alpha: 'Significance level α',
  alphaHint: 'The risk you accept of seeing a difference where there is none.',
  armsTitle: 'What each arm gave',
  armsSub: 'The first arm is the control.',
  control: (label: string) => `${label} (control)`,
  arm: (label: string) => `Arm ${label}`,
  parts: {
    rate: ['Customers', 'Conversions'],
    mean: ['Customers', 'Mean', 'Standard deviation'],
  },
  partOf: (part: string, arm: string) => `${part}, ${arm}`,
  addArm: 'Add an arm',
  removeArm: (arm: string) => `Remove ${arm}`,
  armProblem: (arm: string, problem: string) => `${arm} · ${problem}`,
  moreEventsThanTrials: 'There are more conversions than customers.',
  arms: {
    missing: '“arms” has no value, so example arms are used.',
    malformedRate: (written: string) =>
      `“${written}” in arms: write customers:conversions, for example 1000:120,1000:150`,
    malformedMean: (written: string) =>
      `“${written}” in arms: write customers:mean:deviation, for example 1000:12400:38000,1000:16900:43000`,
    tooFew: 'A comparison needs at least two arms.',
    tooMany: (count: string, limit: string) =>
      `There are ${count} arms. Only the first ${limit} are computed.`,
  },
  verdict: {
    betterRate: (arm: string, difference: string) =>
      `${arm} responds ${difference} more than the control.`,
    worseRate: (arm: string, difference: string) =>
      `${arm} responds ${difference} less than the control.`,
    betterMean: (arm: string, difference: string) =>
      `${arm} has a mean ${difference} above the control.`,
    worseMean: (arm: string, difference: string) =>
      `${arm} has a mean ${difference} below the control.`,
    undecided: 'Whether there is a difference cannot be told yet.',
    notComputable: (reason: string) => `No verdict is possible: ${reason}.`,
    interval: (confidence: string, low: string, high: string) =>
      `The ${confidence} interval runs from ${low} to ${high}.`,
    pValue: (pValue: string) => `p ${pValue.startsWith('<') ? '' : '= '}${pValue}.`,
    pValueAdjusted: (pValue: string) =>
      `p ${pValue.startsWith('<') ? '' : '= '}${pValue}, adjusted for several comparisons.`,
    narrow:
      'One end of the interval is close to 0: confirm it once more before much money depends on it.',
    alsoBetter: (arms: string) =>
      `${arms} also did better than the control. Which of them is best, this comparison does not tell.`,
    alsoWorse: (arms: string) => `${arms} did worse than the control.`,
    undecidedInterval: (arm: string, low: string, high: string) =>
      `For ${arm} the difference may be anything from ${low} to ${high}.`,
    detectable: (rise: string) =>
      `At this size only a rise of ${rise} or more is found four times out of five. If a smaller one matters, repeat with more customers.`,
    fewEvents: 'A comparison has fewer than 10 conversions: too few to judge alone.',
    nextBetter: 'See in the win-back calculator whether the difference pays for its cost.',
    nextWorse: 'Do not roll it out; look for the cause first.',
  },
  perArm: 'Each arm',
  perArmSubRate: (confidence: string) => `Response rate with its ${confidence} Wilson interval`,
  perArmSubMean: (confidence: string) => `Mean with its ${confidence} t interval`,
  against: 'Each arm against the control',
  againstSubRate: (confidence: string) =>
    `Miettinen–Nurminen score · ${confidence} interval · Holm-adjusted`,
  againstSubMean: (confidence: string) => `Welch’s t · ${confidence} interval · Holm-adjusted`,
  column: {
    arm: 'Arm',
    size: 'Customers',
    conversions: 'Conversions',
    rate: 'Rate',
    mean: 'Mean',
    interval: 'Interval',
    best: 'Chance to be best',
    loss: 'Expected loss if chosen',
    plot: 'Difference and interval',
    difference: 'Difference',
    lift: 'Relative lift',
    pValue: 'p-value',
    adjusted: 'p adjusted',
  },
  markLabel: (arm: string, difference: string, low: string, high: string) =>
    `${arm}: difference ${difference}, interval ${low} to ${high}`,
  split: {
    title: 'Was the split as planned?',
    equal: 'If arms of equal size were planned, a deviation like this is common.',
    alarm:
      'If arms of equal size were planned, a split like this hardly ever happens by chance: check the draw and the counting before you read the result. If you planned unequal arms, ignore this check.',
    onlyIfEqual: 'It means something only if arms of equal size were planned.',
    label: 'p-value of an equal split',
  },
  method: {
    rate: 'The interval and the p-value of the difference are Miettinen–Nurminen scores; the relative lift is the score interval of the ratio. The interval leaves out 0 exactly when the p-value is below α.',
    mean: 'Means are compared by Welch’s t, which allows different variances; the relative lift by Fieller’s interval, which knows that the control mean is uncertain.',
    holm: 'With several arms the verdict goes by the Holm-adjusted p-value.',
    looks:
      'The p-value is not valid if you look several times and stop when it pleases. Read it once, when the planned window has closed.',
  },
  sizeLink: 'How many customers would be enough?',
  winBackLink: 'Work out cost and profit',
  explain: {
    size: 'Customers assigned to this arm: the denominator of its rate.',
    conversions: 'Customers of this arm who responded.',
    rate: 'Customers who responded, divided by customers assigned. The interval is where the true rate plausibly lies.',
    mean: 'The mean per assigned customer. Customers who bought nothing count as 0.',
    difference: 'How much more often customers responded with this arm than with the control.',
    differenceMean: 'By how much the mean of this arm is above that of the control.',
    lift: 'The difference as a share of the control. With a small control even a small difference looks large.',
    pValue:
      'How often chance alone would give a difference at least as large if there were none. It is not the probability that the carrot works.',
    adjusted: 'The p-value made larger, so that comparing several arms does not find one by luck.',
    best: 'The probability that the true rate of this arm is the highest, when nothing was known of the rates before.',
    loss: 'The response rate given up on average if this arm is chosen and another one is better.',
    split: 'How often equal arms would turn out at least as uneven as these.',
  },
  methodName: {
    wilson: 'Wilson score interval',
    studentInterval: 'Student t interval',
    score: 'Miettinen–Nurminen score',
    scoreRatio: 'Miettinen–Nurminen score interval of the ratio',
    welch: 'Welch’s t',
    fieller: 'Fieller interval',
    holm: 'Holm',
    beta: 'Beta-binomial, numerical integration',
    chiSquare: 'Chi-square goodness of fit',
  },
};
