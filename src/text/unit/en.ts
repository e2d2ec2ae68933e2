import type { UnitWords } from './ko.ts';

export const unitEn: UnitWords = {
  title: 'Unit economics: what one customer costs and leaves',
  sub: (control) =>
    `At what the experiment did cost. Incremental leaves out as many as responded in ${control}.`,
  planLabel: 'Unit economics',
  costsSame:
    'Costs are the same, gross and incremental: contacts and carrots are also paid for those who would have come anyway.',
  best: (carrot, roi) =>
    `For the money spent, ${carrot} earns most: an incremental return on investment of ${roi}.`,
  fewer: (gross, incremental) =>
    `Where a report without a control would have said ${gross}, it is ${incremental}.`,
  carrot: 'Carrot',
  gross: 'Gross',
  incremental: 'Incremental',
  column: {
    contact: 'Per contact',
    reward: 'Carrot per response',
    margin: 'Margin per response',
    left: 'Left per response',
    breakEven: 'Break-even response',
    responses: 'Responses',
    cac: 'CAC (cost per customer won)',
    roas: 'ROAS (sales per cost)',
    roi: 'ROI',
    interval: '95% interval of incremental ROI',
  },
  define: {
    title: 'Definitions',
    measure: 'Measure',
    cac: 'CAC',
    cacGross:
      'Total cost by customers who responded: those who would have come anyway count as won.',
    cacIncremental: 'Total cost by customers who responded because of the carrot.',
    roas: 'ROAS',
    roasGross:
      'All sales of those who responded, by total cost. It knows no margin: above 1 may still be a loss.',
    roasIncremental: 'Sales that the carrot added, without those cannibalised, by total cost.',
    roi: 'ROI',
    roiGross: '(Margin on all sales − total cost) by total cost.',
    roiIncremental: '(Margin on added sales − total cost) by total cost. Above 0 money was earned.',
  },
  explain: {
    contact: 'What sending to one customer costs.',
    reward: 'The value of the carrot times the share of the responders who redeem it.',
    margin:
      'Sales of a response, with later orders and without what is cannibalised, times the margin.',
    left: 'Margin of a response less its carrot: contacts must be paid from this.',
    breakEven:
      'The cost of a contact by what a response leaves. With fewer responses money is lost.',
    responsesGross: 'Customers with this carrot who responded.',
    responsesIncremental: 'Less as many as responded in the control.',
  },
  assumptions: 'What a response is worth',
  field: {
    margin: 'Contribution margin',
    cannibalised: 'Cannibalised share',
    cannibalisedHint: 'Of the sales: would have been made anyway, later or of another product',
    laterOrders: 'Later orders a month',
    laterOrdersHint:
      'How often a customer orders in a month after the first order. The history below can tell.',
    months: 'Months after',
    discount: 'Discount per month',
    orderValue: 'Order value',
    contactCost: 'Cost per contact',
    rewardCost: 'Carrot cost',
    redemption: 'Redeemed share',
  },
  terms: 'Prices of each carrot',
  lifetime: {
    title: 'What customers’ own history says of later orders',
    sub: (day, months) =>
      `In transactions up to ${day}: how much those who bought again after a gap went on buying in the ${months} months after.`,
    state: 'Gap before buying again',
    active: 'under a month (active)',
    band: (from, to) => (from === to ? `${from} months` : `${from}–${to} months`),
    open: (from) => `${from} months or more`,
    anyDormant: (from) => `all of ${from} months or more (dormant)`,
    customers: 'Customers',
    customerMonths: 'Customer-months watched',
    orders: 'Later orders',
    perMonth: 'Orders a month',
    orderValue: 'Value of a later order',
    worth: 'Later margin of a customer',
    take: 'Use orders a month',
    takeValue: 'Use order value',
    taken: 'in use',
    explainPerMonth:
      'For each month since the return, its orders by the customers watched so long; the months are averaged. Who came back lately counts only for the months watched. A customer counts once for each gap, with the first such return.',
    explainWorth:
      'Orders a month × months (discounted) × order value × margin. The first order is not in it.',
    explainCount: 'Customers, months and orders as counted.',
    method: 'Mean cumulative function with robust variance',
    source: 'Lawless & Nadeau (1995)',
    caution:
      'These customers came back by themselves. Those whom a carrot brought may leave sooner: use with care.',
    waiting: 'Counting the history…',
    none: 'There are no transactions to tell from. Please fill the fields above yourself.',
    failed: 'The history could not be counted.',
  },
  reason: {
    'no-responses': 'no responses',
    'no-incremental-responses': 'no more than in the control',
    'no-cost': 'nothing was spent',
    'reward-exceeds-margin': 'the carrot costs more than the margin',
    'never-breaks-even': 'not even a response from everybody pays',
    'no-interval': 'no interval',
    'too-few-returns': 'too few such customers',
    'not-watched-so-long': 'too few were watched so long',
    'no-amounts': 'no amounts',
    unknown: 'cannot be computed',
  },
};
