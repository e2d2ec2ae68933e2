import type { Rollout } from '../ko/rollout.ts';

export const rollout: Rollout = {
  empty: {
    title: 'What it would earn for everyone',
    noProjectTitle: 'Take the result to everyone',
    noProjectText:
      'What the effect of a small experiment would earn, and could lose, if every eligible customer got the carrot. Open the sample to try it on a finished win-back experiment.',
    noResultTitle: 'A rollout needs a result',
    noResultText:
      'Once the experiment has been read, you see the profit of the chosen carrot with its interval. The win-back sum below works without a result.',
    toResults: 'Go to Results',
  },
  contents: 'On this page',
  headline: {
    withheld: 'Nothing is projected from this result.',
    waiting: 'Reading the result…',
    gain: (carrot, people, profit) =>
      `Sending ${carrot} to all ${people} would probably earn about ${profit}.`,
    loss: (carrot, people, loss) =>
      `Sending ${carrot} to all ${people} would probably lose about ${loss}.`,
    cannot: 'What the rollout would earn cannot be computed yet.',
    gainSure: (low, high) =>
      `The interval is ${low} to ${high}, all of it a gain. Only responses beyond the control are counted.`,
    gainUnsure: (low, high) =>
      `But the interval is ${low} to ${high}, so it may lose money. Roll out to a part first, keep a holdout, and check.`,
    lossSure: (high) =>
      `Even the upper end of the interval is ${high}. Try a cheaper channel, only the customers who respond, or a cheaper carrot.`,
    lossUnsure: (low, high) =>
      `The interval is ${low} to ${high}. Lower costs or a narrower target may change that.`,
  },
  inputs: {
    title: 'The chosen carrot for everyone',
    sub: (people, strata) => `${people} · ${strata}`,
    postStratified: 'effect of each cell, weighted by its customers',
    pooled: 'effect of the whole experiment, as it is',
    carrot: 'Carrot',
    population: 'Customers to send to',
    populationHint: 'Everyone who meets the conditions of the design.',
    populationFree: 'Leave empty for all that the design finds eligible.',
    orderValue: 'Sales per response',
    orderValueMeasured: (money) => `measured in the experiment: ${money}`,
    orderValueHint: 'To count the months after as well, enter the sum.',
    margin: 'Contribution margin',
    costPerContact: 'Cost per contact',
    costPerReward: 'Carrot cost per response',
    planLabel: 'Rollout plan',
  },
  figures: {
    incrementalResponses: 'More responses',
    incrementalSales: 'More sales',
    totalCost: 'Total cost',
    contactCost: 'Contact cost',
    rewardCost: 'Carrot cost',
    profit: 'Profit',
    roi: 'Return on investment',
    grossRoi: 'ROI a report without control would show',
    breakEven: 'Break-even difference',
    breakEvenNote: (difference) => `difference found: ${difference}`,
  },
  explain: {
    incrementalResponses: 'Customers who would not have responded as a control.',
    incrementalSales: 'Sales of those additional customers.',
    totalCost: 'Contacting everyone, and the carrot for everyone who responds.',
    contactCost: 'Contacting every eligible customer.',
    rewardCost:
      'The carrot for everyone who responds, those included who would have come back anyway.',
    profit: 'Margin on the additional sales, less all costs.',
    roi: 'Additional profit per unit of money spent. 0 breaks even.',
    grossRoi:
      'The return if every response were credited to the carrot: a report without a control overstates by this much.',
    breakEven: 'The difference from control at which the profit is 0. Below it, money is lost.',
    method: {
      'post-stratified': 'Post-stratified estimate, cells weighted by their customers',
      pooled: 'Miettinen–Nurminen score interval',
    },
    source: 'Cochran (1977), 5A.9',
  },
  chart: {
    title: 'Profit of each carrot',
    sub: (confidence) => `Sent to everyone, ${confidence} interval. Left of 0 is a loss.`,
    better: (carrot, profit) =>
      `On the same terms ${carrot} does better (${profit}): the whole list has another mix of customers than the experiment.`,
    low: 'Low',
    high: 'High',
    label: (arm, profit) => `${arm} ${profit}`,
  },
  caveats: {
    title: 'What these numbers do not know',
    winner: (carrots) =>
      `This is the best-looking of ${carrots} carrots, and some of that is luck: a rollout usually brings less (winner’s curse). To be careful, look at the lower end.`,
    withoutVariation: (certain, strata) =>
      `In ${certain} of ${strata} cells nobody, or everybody, of an arm responded. The calculation takes such shares for certain, so the interval is narrower than it should be.`,
    populationUnknown:
      'How many customers each cell has is not known, so the mix of the experiment is taken for that of all.',
    season:
      'Season, the age of the list and what competitors do may differ from the time of the experiment.',
    holdout:
      'Keep 5–10% as a holdout in the rollout too. Only then will you know whether this forecast was right.',
  },
  winBack: {
    title: 'Win-back with a thanks call',
    sub: 'What it costs and earns to contact customers and keep those who come back with a call.',
    planLabel: 'Win-back sum',
  },
  problem: {
    noPopulation: 'How many customers it would be sent to is not known. Enter a number above.',
    noVariation: 'Nobody responded, so there is no effect to project.',
    stratumWithoutArm:
      'One cell has customers but nobody in this carrot or in the control. Choose other strata in Results.',
    invalidPopulation:
      'One cell had more customers in the experiment than it has now. Did the as-of date or the customer file change?',
    negativeInput: 'Money and customers must be 0 or more.',
    margin: 'The margin must be between 0% and 100%.',
    whole: 'Customers must be a whole number.',
    moreResponded: 'More customers came back than were contacted.',
    moreRetained: 'More customers stayed than came back.',
    nobody: 'At least one customer must be contacted.',
    rewardExceedsMargin: 'a response does not even pay for its carrot',
    everybodyIsNotEnough: 'not even a response from everybody would pay the costs',
    noCost: 'nothing was spent',
    nothingCompares:
      'No carrot could be compared with the control, so there is no effect to project. Results says why.',
    withheld:
      'An alarm says not to read this result, so nothing is projected from it. Find the cause in Results first.',
    other: 'This cannot be computed from these inputs.',
  },
  next: {
    title: 'Next',
    text: 'After the rollout, import what really happened and keep in History whether the forecast held.',
    history: 'Go to History',
  },
};
