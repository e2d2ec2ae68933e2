import type { Catalogue } from '../ko.ts';

const list = (words: readonly string[], joint: string): string =>
  words.length < 2
    ? (words[0] ?? '')
    : `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1) ?? ''}`;

export const resultsVerdict: Catalogue['results']['verdict'] = {
  reading: 'Reading the result…',
  controlOnly: 'There is only a control. Add at least one carrot and run the experiment again.',
  mustNotRead: 'This cannot be read as a result yet',
  brokenSplit: 'Do not read this result: the split is broken.',
  brokenSplitDetail: (pValue) =>
    `The arms differ from the planned sizes by more than chance allows${pValue === null ? '' : ` (p ${pValue})`}. Find out first whether customers went missing from one side in drawing, sending or counting. The numbers below are for reference only.`,
  noOutcome: {
    'nobody-responded': {
      headline: () => 'Nobody responded, so there is nothing to compare yet.',
      detail: (responders) =>
        `${responders} responses. Check that the outcome column is the right one and that the response window is over.`,
    },
    'everybody-responded': {
      headline: () => 'Everybody responded, so there is nothing to compare.',
      detail: (responders) =>
        `${responders} responses. Check that the outcome column is the right one and that the file does not hold responders only.`,
    },
    'nobody-in-control': {
      headline: (control) =>
        `Nobody can be read in the control, ${control}: nothing to compare with.`,
      detail: (responders) =>
        `The carrots have ${responders} responses but no yardstick. Check that the outcome of the control is not empty and that the control is the right arm.`,
    },
    'nobody-in-carrots': {
      headline: (control) =>
        `Nobody can be read in any carrot: nothing to compare with ${control}.`,
      detail: (responders) =>
        `The control has ${responders} responses. Check that the outcome of the carrots is not empty.`,
    },
  },
  withinCells: 'Customers were compared within cells.',
  withinCellsBut: (arms) =>
    `Customers were compared within cells, except for ${arms}, which shares no cell with the control.`,
  pooledDisagrees: (arm, difference) =>
    `Without cells, ${arm} would seem to differ by ${difference}, but that mixes in who was in which arm: do not go by it.`,
  winner: (best, control, difference) => `Use ${best}: ${difference} in response over ${control}.`,
  winnerByLevel: (best, control, difference, choices) =>
    `${best} leads overall, ${difference} above ${control}, but it depends on the customer. Give ${choices}.`,
  noWinnerByLevel: (choices, control, differences) =>
    `No single winner. Give ${choices}: ${differences} above ${control}.`,
  chooseByCost: (better, control, differences) =>
    `No single winner. ${better} beat ${control} (${differences}) but cannot be told apart: choose the cheaper one.`,
  chooseByCostOne: (best, control, difference) =>
    `${best} is ${difference} in response over ${control}, but is not yet clearly better than the other carrots.`,
  harmful: (arms, control, differences) =>
    `Stop ${arms}: fewer customers responded than in ${control} (${differences}).`,
  cannotTell: (best, control, difference) =>
    `Cannot tell yet. Even the best, ${best}, is only ${difference} away from ${control}, which may be chance.`,
  choices: (attribute, groups) =>
    list(
      groups.map(
        ({ levels, arms }, place) =>
          `${arms} where ${place === 0 ? attribute : 'it'} is ${list(levels, 'or')}`,
      ),
      'and',
    ),
  withoutCarrot: (attribute, levels, control) =>
    `Where ${attribute} is ${list(levels, 'or')}, no carrot beat ${control}: send none there.`,
  armList: (arms) => list(arms, 'and'),
  or: (arms) => list(arms, 'or'),
  range: (low, high) => `${low} to ${high}`,
  interval: (low, high, confidence) => `The ${confidence} interval is ${low} to ${high}.`,
  bestInterval: (best, low, high, confidence) =>
    `The ${confidence} interval of ${best} is ${low} to ${high}.`,
  lead: (contenders, difference, low, high) =>
    `Between ${contenders} the difference is ${difference} (${low} to ${high}): which is better cannot be told yet.`,
  money: (best, money, low, high) => `${best} brought ${money} per customer (${low} to ${high}).`,
  moneyDoubt: (best, money, low, high) =>
    `In money per customer, ${best} differs by ${money} (${low} to ${high}), which may be chance.`,
  alsoHarmful: (arms) => `${arms} did worse than the control.`,
  undecided: (arms) => `About ${arms} nothing can be told yet.`,
  moreToSettle: (customers) => `${customers} more customers per arm would settle it.`,
  moreNotNeeded: 'You need not: the answer depends on the customer anyway.',
  smallestDetectable: (difference) =>
    `The smallest difference that arms of this size would have shown is ${difference}.`,
  nextStep: {
    'roll-out-best': 'See what it would earn on the whole list.',
    'roll-out-by-level': 'Plan the rollout with the carrot that suits each customer.',
    'choose-by-cost': 'Compare the rollout of the carrots with their costs.',
    'stop-carrot': 'Redesign without this carrot.',
    enlarge: 'Repeat with more customers.',
    'find-cause': 'Find and mend the cause, then read again.',
    'check-outcome': 'Check the outcome column.',
    'add-carrot': 'Redesign with a carrot.',
  },
};
