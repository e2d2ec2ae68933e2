import type { RolloutOutlook } from '../ko/rollout-outlook.ts';

/** The texts of what a rollout would earn. */
export const rolloutOutlook: RolloutOutlook = {
  title: 'What it would earn',
  sub: (people, how) => `${people} · ${how}`,
  postStratified: 'effect of each cell, weighted by its customers',
  pooled: 'effect of the whole experiment, as it is',
  files: {
    csv: 'CSV',
    json: 'JSON',
    print: 'Print',
    csvHead: ['figure', 'carrot', 'value', 'low', 'high'],
    carrots: 'by carrot',
    chosen: 'chosen plan',
    byShare: 'by customers sent to',
  },
  plan: {
    title: 'What goes to whom',
    scope: 'Carrot to send',
    byCell: 'Each cell its own carrot (policy)',
    toAll: (carrot) => `${carrot} to everyone`,
    population: 'Customers to send to',
    populationHint:
      'Everyone who meets the conditions of the design, those of the experiment included.',
    populationFree:
      'Taken as other customers of the same mix. Leave empty for all that the design finds eligible.',
    effects: 'Effects to believe',
    effect: { shrunken: 'Cells seen together (shrunken)', raw: 'Each cell as it was' },
    effectsHint: (other, money) => `${other}: profit ${money}`,
    oneCell:
      'There is one cell only and none to see it together with, so its effect is used as it was.',
    label: 'Rollout plan',
  },
  figures: {
    profit: 'Profit',
    gain: 'Chance to earn anything',
    roi: 'Return on investment',
    incrementalResponses: 'More responses',
    incrementalSales: 'More sales',
    totalCost: 'Total cost',
    contactCost: 'Contact cost',
    rewardCost: 'Carrot cost',
    grossRoi: 'ROI a report without control would show',
    breakEven: 'Break-even difference',
    breakEvenResponse: 'Break-even response',
    kept: 'Effect it takes to break even',
    selection: 'What choosing may have added',
    loss: 'Chance to lose more',
  },
  notes: {
    breakEven: (difference) => `difference believed: ${difference}`,
    breakEvenResponse: (response, control) => `expected ${response}, without a carrot ${control}`,
    kept: (kept) => `${kept} is assumed`,
    selection: 'this much at the most',
  },
  explain: {
    profit:
      'Margin on the additional sales, less all costs. The interval holds all that is not known of the effect and of what customers will do.',
    gain: 'How likely the profit, and with it the return, is above 0. The profit is taken as normally distributed.',
    roi: 'Additional profit per unit of money spent. 0 breaks even. The cost depends on the responses too, so the interval is Fieller’s.',
    incrementalResponses:
      'Customers who would not have responded without the carrot. Those who got it in the experiment have answered and count as they did.',
    incrementalSales: 'Sales of those additional customers.',
    totalCost: 'Contacting everyone, and the carrot for those who respond.',
    contactCost: 'Contacting everyone who gets a carrot.',
    rewardCost:
      'The carrot for everyone who responds, those included who would have come back anyway.',
    grossRoi:
      'The return if every response were credited to the carrot: a report without a control overstates by this much.',
    breakEven: 'The difference from control at which the profit is 0. Below it, money is lost.',
    breakEvenResponse:
      'The response with the carrot at which the profit is 0: the control’s response and the break-even difference.',
    kept: 'If this share of the effect remains, the costs are paid. Above 100% more than was found would be needed.',
    selection:
      'Even if all carrots were truly alike, the best-looking would look this much better on average (winner’s curse). The more they differ, the less it is. It is not taken off the profit above.',
    loss: 'How likely the profit is worse than the loss that was set.',
    doubt: {
      effect:
        'What the experiment could not tell of the effect and of the responses that come anyway. A longer list does not make it smaller; a larger experiment does.',
      chance:
        'Even with the response shares known, the customers left may happen to respond more or less.',
      spared:
        'Those who got this carrot in the experiment have answered: that is no longer unknown (finite population correction).',
      error:
        'The standard error of the profit. With new customers only nobody would have answered yet, and it would be larger.',
    },
    so: (customers) => `The profit when ${customers} are sent to, the cells that earn most first.`,
    method: {
      raw: 'Post-stratified estimate, cells weighted by their customers',
      morris: 'Post-stratified, drawn together by empirical Bayes (Morris)',
      blup: 'Post-stratified, drawn together by empirical Bayes (BLUP)',
    },
    source: 'Cochran (1977), 5A.9; Morris (1983)',
    fieller: 'Fieller (1954)',
    winner: 'Tippett (1925)',
  },
  whatIf: {
    title: 'If things change',
    effectKept: 'Effect left once the novelty is gone',
    effectKeptHint: 'A new carrot works less when it is repeated.',
    responseFactor: 'Season: all response',
    responseFactorHint: 'The experiment is 100%. Responses without a carrot move along.',
    costFactor: 'Costs',
    costFactorHint: 'Contacts and carrots; the experiment is 100%.',
    reset: 'As in the experiment',
    label: 'Assumptions of the outlook',
    lossLimit: 'Money you may lose',
    answered: (answered) =>
      `The responses and costs of the ${answered} who have answered stay as they are.`,
  },
  fan: {
    title: 'Profit as more customers are sent to',
    sub: 'The cells that earn most go first. Bands hold 50%, 80% and 95%.',
    axis: 'Customers sent to',
    best: (people, profit) => `${profit} with ${people}`,
    label: (people, profit) => `Sent to all ${people}: profit ${profit}`,
    middle: 'Expected',
    low: '95% low',
    high: '95% high',
  },
  doubt: {
    title: 'What makes it uncertain',
    sub: (error, elsewhere) =>
      `Standard error of the profit ${error}; ${elsewhere} if all customers were new.`,
    effect: 'What the effect truly is',
    chance: 'What the customers left will do',
    spared: 'Known: they have answered',
    label: (effect, chance) => `effect ${effect}, behaviour of customers ${chance}`,
    part: 'Part',
    share: 'Share of the variance',
  },
  chart: {
    carrot: 'Carrot',
    title: 'Profit of each carrot',
    sub: (confidence) => `Sent to everyone, ${confidence} interval. Left of 0 is a loss.`,
    better: (carrot, profit) =>
      `On the same terms ${carrot} does better (${profit}): the whole list has another mix of customers than the experiment.`,
    low: 'Low',
    high: 'High',
    label: (arm, profit) => `${arm} ${profit}`,
  },
};
