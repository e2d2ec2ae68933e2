import type { Catalogue } from '../ko.ts';

export const significanceTool: Catalogue['tools']['significance'] = {
  name: 'Difference between arms',
  sentence: 'Whether a carrot did better than the control, by how much, and how sure that is.',
  metric: 'Outcome',
  rate: 'Response rate (yes or no)',
  mean: 'Mean (money, counts)',
  alpha: 'Significance level α',
  test: 'Test',
  testHint: {
    score:
      'Recommended: p-value and interval come from one method and never contradict each other.',
    boschloo: 'Exact: for a handful of conversions; less cautious than Fisher’s.',
    fisher: 'Exact: holds the number of conversions in both arms fixed. Cautious.',
    'pooled-z': 'The z test (chi-square) of most online calculators.',
    welch: 'Recommended: the arms may vary differently.',
    student: 'Right only where both arms vary alike.',
  },
  recommended: (name: string) => `${name} (recommended)`,
  adjust: 'Several comparisons',
  adjustHint: {
    holm: 'Keeps the risk of even one wrong pick at α.',
    dunnett: 'Keeps the same risk and widens the intervals so that all of them hold together.',
    bonferroni: 'The simplest and the most cautious.',
    none: 'The more arms, the more findings by luck.',
  },
  adjustment: {
    holm: 'Holm-adjusted',
    dunnett: 'Dunnett-adjusted',
    bonferroni: 'Bonferroni-adjusted',
    none: 'not adjusted',
  },
  alphaHint: 'The risk you accept of seeing a difference where there is none.',
  armsTitle: 'What each arm gave',
  armsSub: 'The first arm is the control.',
  control: (label: string) => `${label} (control)`,
  arm: (label: string) => `Arm ${label}`,
  pair: (label: string, other: string) => `Arm ${label} − arm ${other}`,
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
      `${arms} also did better than the control. How they compare among themselves stands below.`,
    alsoWorse: (arms: string) => `${arms} did worse than the control.`,
    undecidedInterval: (arm: string, low: string, high: string) =>
      `For ${arm} the difference may be anything from ${low} to ${high}.`,
    detectable: (rise: string) =>
      `At this size only a rise of ${rise} or more is found four times out of five. If a smaller one matters, repeat with more customers.`,
    exactDisagrees: (pValue: string) =>
      `Fewer than 5 conversions are expected somewhere, so the exact test was asked too: its p-value, ${pValue}, is above α. Do not rely on this yet.`,
    exactAgrees: (pValue: string) =>
      `Fewer than 5 conversions are expected somewhere, so the exact test was asked too: with a p-value of ${pValue} it agrees.`,
    fewEvents: 'A comparison has fewer than 10 conversions: too few to judge alone.',
    nextBetter: 'See in the win-back calculator whether the difference pays for its cost.',
    nextWorse: 'Do not roll it out; look for the cause first.',
  },
  perArm: 'Each arm',
  perArmSubRate: (confidence: string) => `Response rate with its ${confidence} Wilson interval`,
  perArmSubMean: (confidence: string) => `Mean with its ${confidence} t interval`,
  against: 'Each arm against the control',
  againstSub: (test: string, confidence: string) => `${test} · ${confidence} interval`,
  simultaneous: (confidence: string) => `simultaneous ${confidence}`,
  scoreInterval: 'interval: Miettinen–Nurminen score',
  among: 'The carrots among themselves',
  overall: 'Do the arms differ at all?',
  overallSub: 'Not which arm is better: only whether all of them could be the same.',
  overallLabel: 'Chance of such a spread if all were the same',
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
    exact: 'Exact p',
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
  others: {
    title: 'The same numbers by other methods',
    sub: (arm: string) =>
      `${arm} against the control · each method asks a slightly different question.`,
    choose: 'Arm',
    column: {
      method: 'Method',
      pValue: 'p-value',
      interval: 'Interval of the difference',
      why: 'When to use it',
    },
    oddsTitle: 'As an odds ratio',
    oddsMeaning:
      'How many times the odds of a response (responses ÷ no responses) are those of the control. It is not a ratio of rates.',
    oddsColumn: { method: 'Method', ratio: 'Odds ratio', interval: 'Interval' },
    noInterval: 'this method has no interval',
    infinite: 'infinite',
    open: 'open',
    noPValue: 'an interval only',
    name: {
      score: 'Miettinen–Nurminen score',
      boschloo: 'Boschloo’s exact test',
      fisher: 'Fisher’s exact test',
      'pooled-z': 'Pooled z (chi-square), Wald interval',
      yates: 'Chi-square with Yates’ correction',
      g: 'G test (likelihood ratio)',
      newcombe: 'Newcombe interval',
      'agresti-caffo': 'Agresti–Caffo interval',
      welch: 'Welch’s t',
      student: 'Student’s t',
    },
    why: {
      score: 'The default: keeps its confidence at small rates and with unequal arms.',
      boschloo: 'For a handful of conversions: false alarms stay below α whatever the true rate.',
      fisher: 'Where custom asks for it: real false alarms are far below α, so effects are missed.',
      'pooled-z': 'To match other calculators: its interval is too narrow near 0% and 100%.',
      yates: 'To match old reports: as cautious as Fisher’s.',
      g: 'Beside likelihood-ratio tests of several factors.',
      newcombe: 'Two Wilson intervals combined: easy to check by hand.',
      'agresti-caffo': 'Adds one success and one failure to each arm.',
      welch: 'The default: arms may differ in variance and in size.',
      student: 'Only with a reason to think that the variances are equal.',
    },
    odds: {
      score: 'Score (as the p-value above)',
      woolf: 'Woolf’s log odds ratio',
      conditional: 'Conditional maximum likelihood (Fisher)',
    },
  },
  takes: {
    title: 'What would it take?',
    sub: 'For one comparison at the significance level α',
    subMany: 'At the significance level divided by the number of comparisons',
    better: 'Conversions that would be better',
    worse: 'Conversions that would be worse',
    atLeast: 'or more',
    atMost: 'or fewer',
    reached: 'reached',
    missing: (count: string) => `${count} short of it`,
    detectable: 'Rise that this size finds',
    customers: 'Customers per arm if the difference seen is true',
    explainBetter:
      'With the control as it is and this arm of the same size, so many conversions or more are significantly better.',
    explainWorse:
      'With the control as it is and this arm of the same size, so many conversions or fewer are significantly worse.',
    explainDetectable:
      'The smallest rise that these sizes find four times out of five, if the control responds as it did.',
    explainCustomers:
      'If the difference seen is the true one, arms of this size find it four times out of five. What was seen may look larger than it is: plan with more.',
    methodRate: 'Difference of two shares, two-sided, normal approximation (power 80%)',
    methodMean: 'Difference of two means, two-sided, noncentral t (power 80%)',
  },
  method: {
    rate: 'The interval and the p-value of the difference are Miettinen–Nurminen scores; the relative lift is the score interval of the ratio. The interval leaves out 0 exactly when the p-value is below α.',
    mean: 'Means are compared by Welch’s t, which allows different variances; the relative lift by Fieller’s interval, which knows that the control mean is uncertain.',
    holm: 'With several arms the verdict goes by the adjusted p-value: Holm’s by default; choose Dunnett’s where all intervals must hold together. Carrots among themselves are always adjusted by Holm.',
    exact:
      'Where fewer than 5 conversions are expected in some cell, the p-value of Boschloo’s exact test stands beside.',
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
    exact:
      'The p-value found by counting every possible outcome, without approximation: false alarms stay below α whatever the true rate.',
    overall:
      'How often chance alone would spread the results so far if all arms were truly the same.',
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
    boschloo: 'Boschloo’s exact test',
    fisher: 'Fisher’s exact test',
    pooledZ: 'pooled z (chi-square)',
    shareHomogeneity: 'chi-square of homogeneity',
    anova: 'one-way analysis of variance',
    welchAnova: 'Welch’s analysis of variance',
    welch: 'Welch’s t',
    student: 'Student’s t',
    fieller: 'Fieller interval',
    beta: 'Beta-binomial, numerical integration',
    chiSquare: 'Chi-square goodness of fit',
  },
};
