import type { RolloutPolicy } from '../ko/rollout-policy.ts';

/** The words of the panel "which carrot for whom". They load with the panel. */
export const rolloutPolicy: RolloutPolicy = {
  title: 'Which carrot for whom',
  sub: 'For each cell the carrot that leaves most, within the budget. Money is profit beyond what the control would have brought.',
  wait: 'Finding a carrot for each cell…',
  failed: 'The calculation stopped. Please reload the page.',
  planLabel: 'Carrot for each cell',
  sentence: {
    gain: (spend, people, profit) =>
      `Spending ${spend} on the right carrot for ${people} would probably earn about ${profit} more.`,
    loss: (spend, people, loss) =>
      `Spending ${spend} on ${people} is the best there is to see, but by customers it was not chosen from it would lose about ${loss}.`,
    sure: (low, high) =>
      `The confidence interval runs from ${low} to ${high}: a profit even at its low end.`,
    unsure: (low, high) =>
      `But the confidence interval runs from ${low} to ${high}, so it may also be a loss. Begin with some cells and keep a holdout.`,
    nobody: 'As things are, no carrot pays in any cell.',
    nobodyAdvice:
      'Look again at what a response leaves (margin, later orders), find a cheaper channel, or a cheaper carrot.',
    noBudget: 'With a budget of 0 nobody gets anything. Raise it to see a plan.',
    bound: (gap) =>
      `With the limits of the channels, this plan may fall short of the best one by up to ${gap}.`,
  },
  budget: {
    label: 'Budget',
    hint: (most) => `Left empty, as much is spent as pays (${most}).`,
    slider: 'Move the budget',
    next: (money) => `What the next ${money} would earn`,
    spend: 'Money spent',
    customers: 'Customers with a carrot',
    profit: 'Profit',
    unclear: 'Cells that cannot be told yet',
  },
  limits: {
    title: 'What to keep to',
    holdout: 'Monitoring holdout (per cell)',
    holdoutHint: 'Share of every cell that is left out, so that the effect can still be measured.',
    same: 'The same carrot within',
    sameFree: 'Each cell by itself',
    sameHint: 'For example, everybody in a region gets the same carrot.',
    capacity: (channel) => `Customers that ${channel} can contact`,
    capacityHint: 'Left empty, there is no limit.',
    worth: (contacts, money) => `${contacts} more contacts would earn ${money} more.`,
    basis: 'How the effect is measured',
    basisResponse: 'Responses × what one is worth',
    basisMoney: 'Money spent in the experiment',
    basisHint: 'Money swings with a few large purchases: the intervals get wider.',
    consent: (channels) =>
      `Channels that ask for consent (${channels}) reach only those who gave it. The columns are chosen where the list is made.`,
    outOfRange: 'Enter 0% up to less than 100%.',
    whole: 'Enter a whole number, 0 or more.',
    negative: 'Enter 0 or more.',
  },
  table: {
    title: 'The carrot of each cell',
    sub: 'Effects are drawn towards the mean of all cells. Where the confidence interval holds 0, the cell cannot be told yet.',
    cell: 'Cell',
    nobody: 'Nothing sent',
    lift: 'Response difference',
    profit: 'Profit per customer',
    unclear: 'cannot tell yet',
    untried: 'not tested',
    bestLeft: (carrot) => `at best ${carrot}`,
  },
  curve: {
    title: 'Profit by budget',
    sub: (confidence) =>
      `The band is the ${confidence} confidence interval, by customers the carrots were not chosen from.`,
    axis: 'Budget',
    crossFitted: 'Profit to expect',
    raw: 'Taken at face value',
    label: (budget, profit) => `A budget of ${budget} earns ${profit}`,
    budget: 'Budget',
    low: 'Low',
    high: 'High',
  },
  curse: {
    title: 'Why are there three profits? (the winner’s curse)',
    text: 'Among many cells and carrots some always come out well by luck. Whoever picks those and believes their numbers sees too much profit. So effects are drawn towards the mean before choosing, and the profit is counted again by customers that had no part in the choice. Plan with the last number.',
    raw: 'Chosen and counted at face value',
    believed: 'Drawn towards the mean',
    crossFitted: 'Counted by customers that had no part in the choice',
    method: (folds, repeats) =>
      `Customers are cut at random into ${folds} parts; all but one choose and the one left out counts, in turn; the mean of ${repeats} cuts (cross-fitting by hypergeometric folds, version 1).`,
  },
  compare: {
    title: 'Beside simple ways',
    sub: 'All with the same budget, by customers that had no part in the choice.',
    rule: 'Way',
    profit: 'Profit',
    behind: 'What this plan earns more',
    own: 'This plan',
    everyone: (carrot) => `${carrot} for all`,
    raw: 'In each cell the carrot that looked best',
    bestCell: 'Only the cell that looked best',
    nobody: 'Nothing for anybody',
  },
  explain: {
    profit:
      'What this plan would earn beyond the control, counted by responses of customers that had no part in choosing the carrots.',
    profitFormula: (margin) =>
      `Sum over cells of customers × (${margin} × response difference − reward × response with the carrot − contact)`,
    profitMethod:
      'Multiple-choice knapsack along convex hulls, cross-fitted by hypergeometric folds',
    profitSource: 'Sverdrup, Wu, Athey & Wager 2025; Chernozhukov et al. 2018',
    raw: 'Chosen by what the experiment showed and counted by the same numbers: too high, since lucky cells are chosen.',
    believed: 'Chosen and counted by effects drawn towards the mean of all cells.',
    believedMethod: 'Empirical Bayes (Morris 1983)',
    spend: 'The contacts and rewards that this plan is expected to cost.',
    spendFormula: 'Sum of customers × (contact + reward × response)',
    customers: 'Customers who get a carrot, the holdout left out.',
    next: (money) =>
      `How much the profit grows with ${money} more. At 0 there is no reason to spend more.`,
    nextFormula: (budget, money) => `profit(${budget} + ${money}) − profit(${budget})`,
    unclear:
      'Cells in which the confidence interval of the profit per customer holds 0, for the carrot that is sent or the best one.',
    cellCustomers: 'Customers of this cell who get this carrot.',
    cellLift: 'Response share with the carrot less that of the control, in this cell.',
    cellProfit: 'What is left of sending the carrot to one customer of this cell.',
    cellProfitFormula: (lift, share, margin, reward, contact) =>
      `${margin} × ${lift} − ${reward} × ${share} − ${contact}, drawn towards the mean of all cells`,
    rule: 'What this way would earn with the same budget.',
    behind: 'The difference of this plan and this way, counted by the same customers.',
  },
  problem: {
    nothingTried: 'No cell has customers both with a carrot and in the control.',
    nobodyToReach: 'There is nobody to send to. Check consent and the holdout.',
    columnMissing: (column) =>
      `The consent column ${column} is not in the customer list. Choose it again where the list is made.`,
    negative: 'Budget and limits must be 0 or more.',
    noCells: 'The result is not divided into cells.',
    other: 'This cannot be calculated. Check costs and values.',
  },
};
