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
    gainByCell: (people, profit) =>
      `Sending each cell its best carrot, ${people} in all, would probably earn about ${profit}.`,
    lossByCell: (people, loss) =>
      `Even sending each cell its best carrot, ${people} in all, would probably lose about ${loss}.`,
    doubt: (chance, low, high) =>
      `The chance to earn anything is ${chance}; the interval is ${low} to ${high}.`,
    next: {
      goAhead: 'Go ahead, and keep 5–10% as a holdout.',
      partFirst: 'Roll out to a part first, keep a holdout, and check.',
      fewer: (people, profit) =>
        `Sending only to the ${people} whose cells earn most would probably earn about ${profit}.`,
      cheaper: 'Try a cheaper channel, only the customers who respond, or a cheaper carrot.',
    },
  },
  caveats: {
    title: 'What these numbers do not know',
    winner: (carrots) =>
      `This is the best-looking of ${carrots} carrots, and some of that is luck: a rollout usually brings less (winner’s curse). To be careful, look at the lower end.`,
    populationUnknown:
      'How many customers each cell has is not known, so the mix of the experiment is taken for that of all.',
    orderValue:
      'Sales and costs per response are taken as entered: the interval allows for responses only.',
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
    negativeInput: 'Money and customers must be 0 or more, shares between 0% and 100%.',
    margin: 'The margin must be between 0% and 100%.',
    whole: 'Customers must be a whole number.',
    moreResponded: 'More customers came back than were contacted.',
    moreRetained: 'More customers stayed than came back.',
    nobody: 'At least one customer must be contacted.',
    rewardExceedsMargin: 'a response does not even pay for its carrot',
    nobodyIsSent: 'This plan sends nothing to anybody, so there is nothing to reckon.',
    responseAboveEverybody:
      'Under these assumptions the response of a cell would exceed 100%. Lower the season.',
    effectDoesNotPay: 'a larger effect would not raise the profit',
    noCommonScale:
      'The standard errors of the cells are too unlike to be seen together. Choose each cell as it was.',
    costCouldBeNothing: 'the cost cannot be told from 0, so the return has no interval',
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
    text: 'Once the lists are sent, hold the responses against the monitoring holdout, and see whether the forecast was right.',
    history: 'Go to History',
  },
};
