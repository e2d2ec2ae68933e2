import type { QuestionWords } from './ko.ts';

export const questionsEn: QuestionWords = {
  title: 'What each question gets',
  sub: (power) =>
    `For a power of ${power} · cells weighed by their customers · several carrots against the holdout adjusted by Dunnett`,
  question: 'Question',
  alpha: 'Alpha',
  power: 'Power',
  detectable: 'Smallest found',
  answer: 'With this plan',
  ask: {
    anyCarrot: 'Does any carrot beat the holdout?',
    versusHoldout: (carrot) => `Does ${carrot} beat the holdout?`,
    carrots: (first, second) => `Is ${first} or ${second} better?`,
    same: (carrot, attribute) => `Does the effect of ${carrot} depend on ${attribute}?`,
    sameCells: (carrot) => `Does the effect of ${carrot} differ between cells?`,
    which: (attribute) => `Does the best carrot depend on ${attribute}?`,
    whichCells: 'Does the best carrot differ between cells?',
    smallest: (cell, carrot) =>
      `Does the smallest cell ${cell} alone show the effect of ${carrot}?`,
    path: (from, to) => `${from} → ${to}`,
    risingEffect: (path, carrot) => `Does the effect of ${carrot} grow along ${path}?`,
    risingResponse: (path, carrot) => `Does the response to ${carrot} grow along ${path}?`,
    mainEffect: (factor) => `Does ${factor} matter?`,
    additive: (first, second) => `Do the effects of ${first} and ${second} simply add up?`,
    anyOfThem: 'the carrots',
    goneArm: 'a removed carrot',
    goneAttribute: 'a removed attribute',
    goneFactor: 'a removed factor',
  },
  within: (cells) => `in cell ${cells} only`,
  withinMany: (cells, first) => `in ${cells} cells only (${first} …)`,
  inCells: (question, cells) => `${question} (${cells})`,
  withinGone: 'the chosen cells are no longer in the table',
  state: {
    answered: 'answered',
    'too-small': 'too small',
    'no-effect-expected': 'large differences only',
    'wrong-direction': 'wrong direction',
    'not-asked': 'not possible',
  },
  answered: (power) => `If the difference is real, it is found ${power} of the time.`,
  low: (power) => `Even if the difference is real, it is found only ${power} of the time.`,
  onlyLarger: (difference, wanted) =>
    `A difference of ${difference} or more is found ${wanted} of the time; a smaller one is easily missed.`,
  enlarge: (factor, needed, wanted) =>
    `With ${factor} times the customers behind this question, ${needed}, it is ${wanted}.`,
  tooFew: (factor, cell, wanted, available, power) =>
    `${power} would take ${factor} times as many, but cell ${cell} has only ${available} of the ${wanted} customers.`,
  wholeList: (power) => `With all of those customers it is ${power}.`,
  wholeListEnough: (power) =>
    `Allocated otherwise, with all of those customers, it could be as much as ${power}.`,
  larger: (difference) => `At this size only a difference of ${difference} or more is found.`,
  wrongDirection:
    'What is expected goes against this hypothesis, or nowhere: more customers would not answer it.',
  why: {
    other: 'The plan has no cells or arms for this question.',
    'unknown-arm':
      'The carrot of this question has left the plan. Remove the question or ask anew.',
    'unknown-attribute':
      'The attribute of this question has left the quota table. Remove the question or ask anew.',
    'unknown-cell':
      'The cell of this question has left the quota table. Remove the question or ask anew.',
    'no-cells-in-question':
      'The cells of this question have left the quota table, or nobody is drawn from them. Remove the question or ask anew.',
    'unknown-factor': 'No arm has the factor of this question. Remove the question or ask anew.',
    'too-few-levels': 'Only one level has customers, so that there is nothing to compare.',
    'too-few-carrots': 'It takes two carrots to ask this.',
    'no-holdout': 'It takes a holdout to ask this.',
    'no-carrot': 'It takes a carrot to ask this.',
    'same-arm-twice': 'An arm cannot be compared with itself.',
    'combination-missing':
      'The arms lack a combination of the factors, so that this effect cannot be told from that of another factor.',
    'empty-groups':
      'An arm has no customers in one of the cells of this question. Enlarge the sample or leave that cell out.',
    'invalid-alpha': 'The significance level is out of range.',
    'invalid-power': 'The wanted power must lie above the significance level and below 100%.',
  },
  none: 'Each question is worked out once the holdout response and the expected rises lie between 0% and 100% and the sample fits.',
  noQuestions: 'No question is asked. Add one, or go back to the standard questions.',
  wait: 'Working out the questions…',
  failed: 'The questions could not be worked out. Change the design a little to try again.',
  edit: {
    add: 'Add a question',
    standard: 'Standard questions',
    standardNote: 'These are the standard questions of this plan. Change one and they are yours.',
    ownNote: 'These are your own questions. They are frozen and kept with the plan.',
    up: (question) => `Move up: ${question}`,
    down: (question) => `Move down: ${question}`,
    remove: (question) => `Remove the question: ${question}`,
    undoAdd: 'Add a question',
    undoRemove: 'Remove a question',
    undoMove: 'Reorder the questions',
    undoStandard: 'Back to the standard questions',
    undoRule: 'Change the adjustment for many questions',
    undoPower: 'Change the wanted power',
  },
  form: {
    title: 'What do you want to know?',
    kind: 'Kind of question',
    kinds: {
      'any-carrot': 'Is any carrot better than none?',
      'carrot-versus-holdout': 'Is this carrot better than none?',
      'carrot-versus-carrot': 'Which of two carrots is better?',
      'same-everywhere': 'Is the effect the same everywhere?',
      'carrot-for-customer': 'Which carrot for which customer?',
      trend: 'Does it grow along the levels? (hypothesis)',
      'main-effect': 'Does this factor matter?',
      additive: 'Do two factors simply add up?',
    },
    carrot: 'Carrot',
    allCarrots: 'All carrots',
    second: 'Compared with',
    attribute: 'Attribute',
    everyCell: 'Every cell against every other',
    outcome: 'What grows',
    outcomes: { effect: 'The rise over the holdout', response: 'The response' },
    direction: 'Direction',
    factor: 'Factor',
    secondFactor: 'Other factor',
    within: 'In which cells',
    allCells: 'All cells that are drawn from',
    chosenCells: 'Chosen cells only',
    cells: 'Cells',
    preview: 'The question',
    add: 'Add',
    cancel: 'Cancel',
    incomplete: 'Choose everything that is compared to add the question.',
    noCells: 'Choose at least one cell.',
    already: 'This question is asked already.',
  },
  family: {
    legend: 'When there are many questions',
    rules: { none: 'Each by itself', bonferroni: 'Bonferroni', holm: 'Holm' },
    hints: {
      none: (alpha) =>
        `Every question uses ${alpha} for itself. The more questions there are, the more easily one of them looks true by chance.`,
      bonferroni: (alpha, questions, each) =>
        `${questions} questions share ${alpha} equally, ${each} each. The chance that any of them is a false alarm stays within ${alpha}.`,
      holm: (alpha, questions, each) =>
        `${questions} questions are judged one after the other, the smallest p-value first. That keeps the chance of any false alarm within ${alpha} as Bonferroni does, and finds more. Planned here with the strictest, first step of ${each}.`,
    },
    dunnett:
      'A question that compares several carrots with one holdout, such as whether any beats none, is adjusted once more within itself, by Dunnett.',
    power: 'Wanted power',
    powerHint: 'The chance of finding a difference that is real',
    powerRange: 'Enter 50% to 99.9%.',
  },
  summary: {
    answered: 'Questions answered',
    of: (asked) => `of ${asked}`,
    counts: (large, small) => `${large} find large differences only, ${small} too small`,
    notAsked: (count) => `${count} not possible`,
    worst: 'The question with the least power',
    power: 'Power',
    mark: (wanted) => `wanted: ${wanted}`,
    meter: (question, power) => `${question} Power ${power}`,
    noPower: 'No question expects a difference yet. Enter an expected rise below to see its power.',
    needs: 'Customers per arm that answer the questions too small',
    enlarge: (size) => `Enlarge to ${size} per arm`,
    proportional: (size) => `${size} per arm, cells in proportion`,
    beyond:
      'The questions that are too small cannot be answered with everybody on the list. Look for a larger difference, or leave them out.',
    beyondSome: 'Even so, the list is too short for some of the questions.',
    see: 'See each question',
  },
  lifts: {
    legend: 'Expected rise of each carrot (optional)',
    hint: 'An empty field takes the least rise above. Where carrots differ, questions between them get a power too.',
    impossible: 'Added to the holdout response it must lie between 0% and 100%.',
    undo: 'Change the expected rise of a carrot',
  },
  sheet: {
    title: 'Questions to be answered',
    family: {
      none: 'each question by itself',
      bonferroni: 'adjusted by Bonferroni',
      holm: 'adjusted by Holm (first step)',
    },
    note: (rule, alpha, power, from, to) =>
      `${rule} · alpha ${alpha} in all · wanted power ${power} · assuming responses of ${from} → ${to} · several carrots against the holdout by Dunnett`,
  },
  explain: {
    alpha: 'Alpha of the question',
    alphaMeaning:
      'The chance of saying that there is an effect when there is none, after the adjustment for many questions.',
    power: 'Power of the question',
    powerMeaning:
      'The chance of a significant answer if responses rise as expected. Cells count by their eligible customers.',
    detectable: 'Smallest difference found',
    detectableMeaning: (wanted) =>
      `The smallest difference that this plan finds ${wanted} of the time, whichever level or carrot it lies between.`,
    method:
      'Each question is a contrast over cells and arms, by normal approximation. Several carrots: Dunnett (multivariate normal); several levels: one joint chi-square test.',
    needed: 'Customers per arm needed',
    neededMeaning:
      'The size of the smallest arm with which all questions that are too small, and that the list can answer, reach the wanted power. The larger plan was judged again to make sure.',
  },
};
