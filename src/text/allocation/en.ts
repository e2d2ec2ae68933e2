import type { AllocationWords } from './ko.ts';

export const allocationEn: AllocationWords = {
  kinds: {
    'root-control': {
      name: 'A holdout √k times as large',
      hint: 'With k carrots the holdout is √k times as large as each of them. Every carrot is compared with it, so the comparisons are then as exact as they can be together.',
    },
    neyman: {
      name: 'More where the response varies more (Neyman)',
      hint: 'The nearer an expected response is to 50%, the more it varies by chance. Such arms get more customers, for the smallest error overall.',
    },
    'cost-optimal': {
      name: 'As exact as a budget allows',
      hint: 'Arms that cost less and vary more get more customers. The expected cost never exceeds the budget.',
    },
    optimised: {
      name: 'Best for the questions',
      hint: 'Looks at all questions of the experiment and searches for the size of every cell and arm.',
    },
  },
  holdoutWeight: (cost) =>
    `A holdout costs nothing, but its customers could have had a carrot: they are weighed at ${cost} each, the mean of the carrots. The budget does not pay for them.`,
  budgetOf: 'Budget for carrots',
  goal: 'What to search for',
  goals: {
    cheapest: 'The cheapest way to answer every question',
    'best-worst': 'The best answer to the weakest question within a budget',
  },
  power: 'Power that every question needs',
  powerHint: 'The chance of finding a real difference',
  least: 'At least, per cell and arm',
  leastHint:
    'Guards against expectations that turn out wrong; it begins at a tenth of an even split. A cell with fewer customers gives what it has, evenly.',
  compute: 'Search',
  again: 'Search again',
  cancel: 'Stop',
  searching: (seconds) => `Searching… ${seconds} s`,
  notYet: 'Not searched yet. Until then the present allocation stays.',
  cancelled: 'Stopped. The allocation stays as it was.',
  changed:
    'The plan or its customers have changed since this allocation was found. It is kept as found; search again to fit it to the plan.',
  wishChanged: 'The goal is another one than was searched for. Search again to apply it.',
  found: 'What was found',
  cost: 'Expected cost',
  question: 'Question',
  reached: 'Power',
  reachedMeaning:
    'The chance that this allocation answers the question. Whether any carrot beats the holdout is judged by the carrot that is hardest to find; cells are weighed by their customers.',
  unsteered: 'Did not steer the search: no difference is expected, or nobody can be asked.',
  method: 'Found by convex programming (Bethel 1989), made whole by Wright’s method.',
  binds: 'What keeps it from being better',
  bindsCells: (cells) => `Cell ${cells} gives all its customers.`,
  bindsMoreCells: (cells, more) => `Cells ${cells} and ${more} more give all their customers.`,
  bindsLeast: (groups) => `${groups} groups are at their least.`,
  bindsBudget: 'The budget is used up.',
  outOfReach: (power) => `Even the whole list does not give every question ${power}.`,
  shortOf: (question, power) => `${question} At most ${power}`,
  takeNearest: (sample, cost) => `Use the nearest (${sample} customers, ${cost})`,
  problems: {
    'no-questions':
      'No question expects a difference, so there is nothing to search for. Check the smallest rise and the questions.',
    'share-out-of-range': 'The expected responses must lie between 0% and 100%.',
    'invalid-power': 'The power must lie above the significance level and below 100%.',
    'invalid-budget': 'The budget must be above 0.',
    'budget-below-limits':
      'The budget does not even pay for the least of every cell and arm. Lower that, or raise the budget.',
    'all-cells-off': 'All cells are switched off: there is nobody to draw.',
    other: 'First settle the limits of the cells and the arms.',
  },
  failed: 'The search stopped. Please try again.',
  budget: {
    title: 'Budget',
    sub: 'How far the expected cost may move',
    limit: 'Budget limit',
    limitHint: 'Empty for none',
    expected: 'Expected cost',
    byChance: 'With chance (95%)',
    withRange: 'From carrots that do nothing to twice the effect',
    highest: 'If all respond',
    left: 'Left of the limit',
    over: 'Over the limit',
    wait: 'Working out the range of the cost…',
    reason: 'known once the sample fits',
    none: 'The range of the cost could not be computed. Check the costs of the arms and the assumptions.',
    picture: (expected, low, high) => `Expected cost ${expected}, with chance ${low} to ${high}`,
    limitMark: 'limit',
    expectedMeaning: 'The contacts, and the carrots for those expected to respond and redeem.',
    byChanceMeaning:
      'Even if the expected response is right, how many respond is a matter of chance. The range is counted from the exact binomial distribution.',
    withRangeMeaning:
      'In case the expectation is wrong: from carrots that move no more than the holdout to carrots with twice the expected rise.',
    rangeMethod:
      'Convolution of binomial distributions; Cornish–Fisher where there are too many totals',
    leftMeaning: 'The budget limit minus the expected cost.',
  },
  cells: {
    off: 'off',
    on: (cell) => `Draw from cell ${cell}`,
    least: 'least',
    most: 'most',
    leastOf: (cell) => `Least from cell ${cell}`,
    mostOf: (cell) => `Most from cell ${cell}`,
    atLeast: (count) => `at least ${count}`,
    atMost: (count) => `at most ${count}`,
  },
};
