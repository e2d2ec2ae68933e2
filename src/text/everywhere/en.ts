import type { EverywhereWords } from './ko.ts';

export const everywhereEn: EverywhereWords = {
  panel: {
    title: 'Same everywhere, or not?',
    sub: (strata) => `Strata: ${strata}. Customers are compared within their stratum only.`,
    differs: (attribute) => `Which carrot is best depends on ${attribute}`,
    strengthDiffers: (attribute) =>
      `How much the carrots add depends on ${attribute}; which is best does not`,
    sameEverywhere: (attribute) => `No sign that the effect of the carrots depends on ${attribute}`,
    cannotTell: (attribute) => `Whether it depends on ${attribute} cannot be computed`,
    bestCaption:
      'The carrot with the highest response at each level (picked by looking, so slightly flattered)',
    gridTitle: 'Best arm of each cell',
    gridCaption:
      'The arm most likely to be best in each cell (from the customers of that cell alone, so small cells are less sure)',
    bestChance: 'best with',
    closeCall: 'close call',
    stratifiedCaption: 'Each carrot against control within the strata',
    statistic: 'CMH\u00a0χ²',
    pValue: 'p stratified',
    oddsRatio: 'Common odds ratio',
    pointsDifference: 'Stratified difference',
    homogeneity: 'p homogeneity',
    interactionLine: (attribute) => `Carrot × ${attribute}`,
    cell: 'Cell',
    cellsTitle: 'Response by cell',
    cellsSub:
      'The highest carrot of each cell is bold. A cell alone has too few customers to choose by.',
  },
  answer: {
    notAsked:
      'This was read without strata. Choose some under “How this result is read” to see whether the effect depends on the customer.',
    oneStratum:
      'All customers that were read are in one stratum, so there is nothing to compare. Try another column as strata.',
    turned: (arm, control, crude, stratified) =>
      `Put together, it looks the wrong way round: ${arm} is ${crude} from ${control}, but ${stratified} once customers are compared within their stratum. The arms hold different customers. Go by the comparison within the strata.`,
    differs: (attribute, choices) =>
      `Not the same everywhere: which carrot is best depends on ${attribute}. Give ${choices}.`,
    differsOpen: (attribute) =>
      `Not the same everywhere: the carrots differ along ${attribute}, though none beats the control at any level.`,
    levelGain: (level, gain) => `${level} (${gain})`,
    strengthDiffers: (attributes, most, least) =>
      `How much the carrots add depends on ${attributes}, but the best carrot is the same everywhere. It adds most where that is ${most} and least where it is ${least}. There is no need to split carrots; if not everybody can be sent one, begin where it adds most.`,
    notComputable: (attribute, reason) =>
      `Whether it is the same everywhere cannot be computed. Along ${attribute} there is nothing to compare: ${reason}.`,
    cannotTell: (attribute, level, power) =>
      `Cannot tell yet. There is no sign of a difference, but had the carrots done nothing where ${attribute} is ${level}, this experiment would have noticed with a chance of only ${power}. For now give everybody the same carrot; a larger experiment is needed to be sure.`,
    cannotTellUntested: (attribute) =>
      `Cannot tell yet. There is no sign of a difference, but with so few responses nobody can say whether one along ${attribute} would have been noticed. For now give everybody the same carrot.`,
    same: (power) =>
      `The same everywhere, as far as this can tell. There is no sign of a difference, and had the carrots done nothing at some level, this experiment would have noticed with a chance of at least ${power}. Give everybody the same carrot.`,
  },
  power: {
    label: 'chance to notice',
    explain: (attribute, level, alpha) => ({
      title: `Carrot × ${attribute}: power`,
      meaning: `The chance that this test notices a difference if the carrots did nothing at ‘${level}’ and worked elsewhere as they did. Reckoned for every level; this is the lowest. Below 80%, finding nothing means “cannot tell”, not “no difference”.`,
      formula: `alpha ${alpha}`,
      method: 'Power of the likelihood-ratio test (noncentral chi-square)',
      source: 'Self, Mauritsen & Ohara (1992)',
    }),
  },
  warning: {
    title: 'Put together, it looks different (Simpson’s paradox)',
    reversed: (arm, crude, stratified) =>
      `${arm} is ${crude} all together, but ${stratified} within the strata: opposite directions, and chance explains neither.`,
    turned: (arm, crude, stratified) =>
      `${arm} is ${crude} all together, but ${stratified} within the strata: opposite directions.`,
    vanished: (arm, crude, stratified) =>
      `${arm} is clearly apart all together (${crude}), but within the strata (${stratified}) it may be chance.`,
    appeared: (arm, crude, stratified) =>
      `${arm} may be chance all together (${crude}), but is clearly apart within the strata (${stratified}).`,
    advice:
      'This happens when the arms hold different customers. Go by the comparison within the strata.',
    crude: 'All together',
    stratified: 'Within the strata',
    explainCrude: (arm, control) => ({
      title: `${arm}: all together`,
      meaning: `The difference in response from ${control} without strata. Where the arms hold different customers, that difference is mixed in.`,
      method: 'Miettinen–Nurminen score interval',
      source: 'Simpson (1951) · Miettinen & Nurminen (1985)',
    }),
    explainStratified: (arm, control) => ({
      title: `${arm}: within the strata`,
      meaning: `The difference in response from the ${control} customers of the same stratum, put together over the strata.`,
      method: 'Stratified Miettinen–Nurminen score',
      source: 'Miettinen & Nurminen (1985)',
    }),
  },
  map: {
    title: 'Carrot × customer: who gets how much from which',
    sub: (confidence) =>
      `Difference from control in percentage points with its ${confidence} interval. The stronger the colour, the larger; blue is above the control, red below`,
    level: 'Customers',
    tooFew: 'too few alone',
    range: (low, high) => `${low} to ${high}`,
    explain: (arm, level, control) => ({
      title: `${level} · ${arm}`,
      meaning: `By how many points the response is above ${control} among these customers alone. Where there are other strata, customers are compared within them.`,
      method: 'Mantel–Haenszel risk difference, Sato variance',
      source: 'Greenland & Robins (1985) · Sato (1989)',
    }),
  },
  reason: {
    'too-few-runs': 'only one arm has customers',
    'no-effect': 'these arms tell no effect of any factor',
    'unequal-precision': 'the effects differ in precision, so no one margin fits them',
    'too-few-effects': 'fewer than three effects',
    'no-variation': 'too few responses to measure a difference',
    'stratum-without-arm': 'a cell with eligible customers has none in this carrot or in control',
    'invalid-population':
      'a cell has fewer eligible customers now than took part in the experiment',
    'no-population': 'no eligible customers in the cells',
    'too-few-cells': 'fewer than two cells to compare',
    'no-visible-difference': 'no sign that the cells differ',
  },
  forest: {
    title: (arm) => `Effect of ${arm}, cell by cell`,
    sub: (confidence) =>
      `Difference from control, ${confidence} interval · strong marks: all cells looked at together; faint marks: the cell by itself`,
    subRaw: (confidence) =>
      `Difference from control, ${confidence} interval · cells too small to judge alone show the overall effect, their own faintly`,
    carrot: 'Carrot shown',
    cell: 'Cell',
    raw: 'The cell by itself',
    shrunken: 'All cells together',
    worth: 'Worth of cells',
    tooFew: 'too few to judge alone',
    overall: 'Overall (stratified)',
    eligible: 'All eligible customers',
    spreadLabel: 'True spread between cells',
    spreadSentence: (cells) =>
      `How much the effect differs between the ${cells} cells beyond chance. The larger it is, the more a cell is believed by itself; the smaller, the more it is drawn to the whole.`,
    noSpread:
      'The cells lie no further apart than chance would place them, so no cell has a value of its own to believe. Use the overall effect everywhere.',
    standIn: 'the overall effect stands in',
    eligibleLabel: 'If all eligible customers got it',
    explain: {
      raw: (arm, cell, formula) => ({
        title: `${cell} · ${arm}: the cell by itself`,
        meaning:
          'The difference in response from control among the customers of this cell alone. With few customers, chance moves it a lot.',
        formula,
        method: 'Miettinen–Nurminen score interval',
        source: 'Miettinen & Nurminen (1985)',
      }),
      shrunken: (arm, cell, borrowed, method) => ({
        title: `${cell} · ${arm}: all cells together`,
        meaning:
          'What to believe of the difference in this cell once the other cells are looked at too. The weaker a cell’s own data, the more it is drawn to the mean of all cells.',
        formula: `drawn ${borrowed} of the way to the mean`,
        method: `Empirical Bayes (${method})`,
        source: 'Morris (1983) · R metafor',
      }),
      worth: (cell) => ({
        title: `${cell}: worth of cells`,
        meaning:
          'How many cells like this one it would take to be as sure. Above 1, the other cells lent information; below 1, this cell is so unlike them that it has become less sure.',
        formula: '(standard error of the cell ÷ that of the shrunken value)²',
      }),
      spread: (method) => ({
        title: 'True spread between cells (τ)',
        meaning:
          'The standard deviation of the true effect from cell to cell. What chance alone makes them differ is taken out.',
        method,
        source: 'Paule & Mandel (1982) · Viechtbauer (2007) · R metafor::confint',
      }),
      eligible: (arm) => ({
        title: `${arm}: if all eligible customers got it`,
        meaning:
          'The differences of the cells, weighted by the eligible customers who are really in them rather than by those who were drawn.',
        formula: 'Σ (eligible in the cell ÷ all eligible) × difference in the cell',
        method: 'Post-stratification',
        source: 'Cochran (1977), 5A.9',
      }),
    },
    methods: {
      morris: 'Morris’ shrinkage, Paule–Mandel variance',
      blup: 'best linear unbiased prediction, REML variance',
    },
  },
  factors: {
    title: 'Effects of the factors',
    sub: 'How much each factor of the arms changes the response, averaged over the other factors.',
    nothingClear: 'No factor has an effect that is hard to put down to chance.',
    clear: (effects) =>
      `Clear effects: ${effects.join(', ')}. Adjusted by Holm for looking at several at once.`,
    sized: (effect, size) => `${effect} (${size})`,
    step: (factor, level, against) => `${factor}: ${level} − ${against}`,
    chart: 'Main effects and interactions',
    chartSub: (confidence, hasMargin) =>
      `Difference in response with its ${confidence} interval${hasMargin ? ' · inside the faint band an effect may be chance, judged by the effects alone (Lenth)' : ''}`,
    effect: 'Effect',
    difference: 'Difference in response',
    pValue: 'p-value',
    adjusted: 'p adjusted',
    lenth: 'What chance may make of an effect (Lenth)',
    simultaneous: 'of several looked at together',
    mixed: (effect, others) =>
      `What is shown of ${effect} also holds ${others
        .map(({ name, share }) =>
          share === null ? `all of ${name}` : `part of ${name} (${share})`,
        )
        .join(', ')}: these arms cannot keep them apart.`,
    untold: (effects) => `Not told on their own by these arms: ${effects.join(', ')}`,
    explain: {
      main: (effect) => ({
        title: effect,
        meaning:
          'How much higher the response is at the first level than at the second, averaged over all levels of the other factors. The holdout has no part in it.',
        method: 'Least-squares contrast of the arms’ response, variance of independent shares',
        source: 'Box, Hunter & Hunter (2005), chapter 5 · R lm',
      }),
      pair: (effect) => ({
        title: effect,
        meaning:
          'Half of how much one factor’s effect changes with the level of the other. At 0 the two simply add up.',
        method: 'Least-squares contrast of the arms’ response, variance of independent shares',
        source: 'Box, Hunter & Hunter (2005), chapter 5 · R lm',
      }),
      lenth: (confidence) => ({
        title: 'Lenth’s margin of error',
        meaning: `Reckoned from the sizes of the effects alone, most of which are taken to be none. One effect beyond it is hard to put down to chance at ${confidence}.`,
        formula: 'PSE × t(1 − alpha/2, number of effects ÷ 3)',
        method: 'Lenth’s method',
        source: 'Lenth (1989)',
      }),
      simultaneous: (confidence) => ({
        title: 'Lenth’s simultaneous margin',
        meaning: `The margin at ${confidence} for all effects together: one beyond it stands out even though several were looked at.`,
        method: 'Lenth’s method',
        source: 'Lenth (1989)',
      }),
    },
  },
  slices: {
    title: 'Other ways to divide the customers',
    sub: 'Each carrot against control, customers divided by a column that is chosen after the experiment.',
    exploratory: 'Exploratory · finds questions for the next experiment, settles none',
    choose: 'Divide by',
    chooseHint:
      'Choose only what was already settled when the experiment began: dividing by what came after the carrot bends the comparison.',
    none: 'Nothing chosen',
    controlFactor: (column) => `${column} (control factor)`,
    waiting: 'Dividing the customers…',
    failed: 'The data engine did not answer. Choose the column again.',
    caption: (column, confidence) =>
      `Difference from control with its ${confidence} interval, by ${column}`,
    customers: 'customers',
    customersHead: 'Customers',
    adjusted: 'p adjusted',
    tooFew: 'too few to judge alone',
    notWithin: 'Not compared within the strata of the experiment.',
    family: (tested) =>
      `The ${tested} comparisons that were tested are one family, adjusted by FDR (Benjamini–Hochberg).`,
    differ: (column) =>
      `That it is clear in one place and not in another does not make the two differ. Whether the effect depends on ${column}:`,
    nothingTested: 'With so few responses nothing was tested.',
    noneStandsOut: 'After the FDR adjustment nothing stands out from control.',
    standOut: (found, tested) =>
      `${found} of ${tested} comparisons still differ from control after the FDR adjustment. The way to divide was chosen by looking: confirm it in a new experiment before treating customers differently.`,
    problem: {
      tooMany: (column, most) =>
        `${column} has more than ${most} values. Choose a column with fewer.`,
      one: (column) => `${column} has too few values to divide by. Choose another column.`,
    },
    explain: {
      difference: (arm, slice, control) => ({
        title: `${slice} · ${arm}`,
        meaning: `By how many points the response is above ${control} among these customers alone.`,
        method:
          'Mantel–Haenszel risk difference (Sato variance) where there are strata, Miettinen–Nurminen score interval where there are none',
        source: 'Sato (1989) · Miettinen & Nurminen (1985)',
      }),
      differ: (column) => ({
        title: `Carrot × ${column}: p-value`,
        meaning: `How often the carrots would come apart this much along ${column} if their effect did not depend on it. The column was chosen by looking, so this tends to come out too small.`,
        method: 'Likelihood-ratio test of a logistic model',
        source: 'R anova(glm(…), test = "LRT")',
      }),
      adjusted: (arm, slice, tested, alone) => ({
        title: `${slice} · ${arm}: adjusted p-value`,
        meaning: `Of ${tested} comparisons looked at together some look good by luck. The p-value is raised so that, of all that are called different, the share of false ones is held down.`,
        formula: `p before adjustment = ${alone}`,
        method: 'False discovery rate (Benjamini–Hochberg)',
        source: 'Benjamini & Hochberg (1995) · R p.adjust',
      }),
    },
  },
};
