import type { Catalogue } from '../ko.ts';

/** Example: `1 completed month`, `6 completed months`. */
const monthsOf = (count: string) => `${count} completed ${count === '1' ? 'month' : 'months'}`;

export const customers: Catalogue['customers'] = {
  title: {
    empty: 'See where your customers stand',
    dormant: (dormant: string, buyers: string) => `${dormant} of ${buyers} buyers have gone quiet`,
    noBuyers: 'Nobody has bought yet',
  },
  lede: 'Choose an as-of date, and stages, dormancy and the concentration of sales are counted at it. Any group that stands out can be handed to an experiment, as its target or as an attribute.',
  empty: {
    noProject: 'A customer list is all it takes',
    noProjectText:
      'Customers are put in five stages (prospect, new, active, inactive, reactivated); you see how long they have been quiet and who holds the sales. Look at the sample first or use your own file.',
    noSource: 'No table is the customer list yet',
    noSourceText:
      'In the step Data, set the use of a table to “Customer list” and give a column the role of customer id and one of last purchase. With transactions, the last purchase is counted from them.',
    noDates: 'Nothing says when customers bought',
    noDatesText:
      'Give a column of the customer list the role “Last purchase”, or add transactions with a customer id and an order date: stages and dormancy are counted from them.',
    noAsOf: 'Choose an as-of date',
    noAsOfText:
      'Dormancy is counted in completed months up to the as-of date. Take the day of the data extract, or the day the campaign starts.',
    toImport: 'Go to Data',
  },
  counting: 'Counting customers by stage…',
  asOf: {
    label: 'As-of date',
    hint: 'Purchases are counted up to this day',
    error: 'Write an existing date such as 2017-03-26',
    edit: 'changing the as-of date',
    future: (count: string) =>
      `${count} customers bought after the as-of date and are in no stage. Check that the date is not earlier than the data.`,
  },
  strip: {
    customers: 'Customers',
    buyers: 'Have bought',
    buyersNote: (share: string) => `${share} of all`,
    dormant: 'Dormant',
    dormantNote: (months: string) => `no purchase for ${months}+ completed months`,
    topShare: 'Sales held by the top 20%',
    topShareNote: 'ranked by spend',
    noAmounts: 'unknown without amounts',
  },
  stages: {
    title: 'Stages of the customer journey',
    sub: (date: string) => `as of ${date} · every customer is in one stage only`,
    names: {
      prospect: 'Prospect',
      new: 'New',
      active: 'Active',
      inactive: 'Inactive',
      'wake-up': 'Reactivated',
    },
    stage: 'Stage',
    customers: 'Customers',
    share: 'Share of all',
    action: 'Experiment',
    definitions: {
      prospect: () => 'Signed up but never bought',
      new: (months: string, orders: string) =>
        `Bought less than ${monthsOf(months)} ago, ${orders} orders at most`,
      active: (months: string, orders: string) =>
        `Bought less than ${monthsOf(months)} ago, more than ${orders} orders`,
      activeWithoutOrders: (months: string) => `Bought less than ${monthsOf(months)} ago`,
      inactive: (months: string) => `Last bought ${monthsOf(months)} ago or earlier`,
      'wake-up': (months: string, gap: string) =>
        `Came back after a gap of ${monthsOf(gap)} or more, less than ${monthsOf(months)} ago`,
    },
    unknown: 'cannot be told without transactions',
    needsTransactions:
      'New and reactivated customers are told by the number of their orders and the gaps between them. Without transactions both are counted as active.',
    addTransactions: 'Add transactions',
    rules: {
      title: 'Where one stage ends and the next begins',
      inactive: 'Inactive from',
      inactiveUnit: 'months',
      newOrders: 'New up to',
      newOrdersUnit: 'orders',
      gap: 'Reactivated after a gap of',
      gapUnit: 'months',
      error: (least: string, most: string) => `Write a whole number from ${least} to ${most}`,
      edit: 'changing the stage rules',
    },
    explainMeaning: (stage: string, definition: string) => `${stage}: ${definition}.`,
    explainMethod:
      'Completed months: the difference of calendar months, less one where the day of the month is not reached.',
    explainSource: 'Customer journey of the AP Mall CRM frame (five stages)',
  },
  dormancy: {
    title: 'Dormancy',
    chartTitle: (share: string, months: string) =>
      `${share} of buyers have been quiet for ${months}+ months`,
    sub: (date: string) => `customers by completed months since their last purchase, as of ${date}`,
    band: 'Dormancy',
    months: 'Completed months',
    customers: 'Customers',
    share: 'Share of buyers',
    levels: ['short', 'mid', 'long'],
    active: 'recent',
    range: (from: string, to: string) =>
      from === to ? `${from} ${from === '1' ? 'month' : 'months'}` : `${from}–${to} months`,
    open: (from: string) => `${from}+ months`,
    cuts: 'Months that divide the bands',
    cutsHint: 'With commas. From the first number on, customers are dormant.',
    cutsError: 'Write whole numbers from 1 to 24, smallest first, with commas: 1, 3, 6',
    edit: 'changing the dormancy bands',
    axisEnd: '24+',
    axis: 'completed months',
    explainMeaning: (range: string) => `Customers whose last purchase is ${range} ago.`,
    explainFormula: (asOf: string) => `${asOf} − last purchase, in completed months`,
    explainMethod:
      'The difference of calendar months, less one where the day of the month is not reached. Month ends are not clamped.',
    explainSource: 'Dormant is said of behaviour here; it is no legal status.',
  },
  concentration: {
    title: 'Concentration of sales',
    before: 'The top 20% of customers hold ',
    after: ' of sales',
    chartTitle: (share: string) => `The top 20% of customers hold ${share} of sales`,
    sub: 'cumulative share of sales, biggest spenders first',
    axisCustomers: 'customers, biggest spenders first',
    axisSales: 'cumulative sales',
    equal: 'if all spent the same',
    claimLabel: 'the common claim',
    claim: {
      fits: (ten: string, twenty: string) =>
        `It is often said that “10–20% of customers hold 60–80% of sales”. Here the top 10% hold ${ten} and the top 20% ${twenty}, which agrees.`,
      flatter: (ten: string, twenty: string) =>
        `It is often said that “10–20% of customers hold 60–80% of sales”. Here the top 10% hold ${ten} and the top 20% ${twenty}: sales are spread more evenly than that, and caring for the top alone would miss most of them.`,
      steeper: (ten: string, twenty: string) =>
        `It is often said that “10–20% of customers hold 60–80% of sales”. Here the top 10% alone hold ${ten} and the top 20% ${twenty}: more concentrated than that, so a few customers leaving would be felt.`,
    },
    compare: 'Top 20% in public data: CDNOW 67.8%, Online Retail 74.6%.',
    top: 'Top',
    share: 'Share of sales',
    least: 'Spend to get in',
    noAmounts:
      'Concentration is counted from what each customer spent. Add transactions with an order date and an amount to see it.',
    explainTitle: 'Sales held by the top 20%',
    explainMeaning:
      'With customers ranked by all they have spent, the part of all sales that the first 20% account for. Only customers who spent more than zero count.',
    explainFormula: (share: string) => `spend of the top 20% ÷ spend of all = ${share}`,
    explainMethod: 'The Lorenz curve, read at the top 20%',
    explainSource: 'The claim compared: Channel Talk lecture notes (10–20% hold 60–80% of sales)',
  },
  act: {
    target: 'Target these',
    targetOf: (group: string) => `Make ${group} customers the target of the experiment`,
    attributeStage: 'Divide by stage',
    attributeDormancy: 'Divide by dormancy',
    attributeValue: 'Divide by top 20%',
    topGroup: 'Top 20%',
    restGroup: 'Other 80%',
    attributeNames: { stage: 'Journey stage', dormancy: 'Dormancy', value: 'Spend' },
    targeted: (group: string, experiment: string) =>
      `“${experiment}” is now for ${group} customers only.`,
    divided: (attribute: string, experiment: string) =>
      `Added to “${experiment}” as an attribute: ${attribute}`,
    startedTargeted: (group: string, experiment: string) =>
      `Started the experiment “${experiment}” for ${group} customers.`,
    startedDivided: (attribute: string, experiment: string) =>
      `Started the experiment “${experiment}” with the attribute: ${attribute}`,
    goToDesign: 'See the design',
    experimentName: (group: string) => `Experiment: ${group}`,
    edit: (what: string) => `adding to the experiment: ${what}`,
  },
  next: {
    title: 'Next',
    text: 'Now that you see whom to move, decide what to try first.',
    ideas: 'Go to Ideas',
    design: 'Go to Design',
    how: '“Target these” next to a stage, a band or the top customers puts a filter for just those customers into the design. An attribute becomes one side of the quota table.',
  },
  currentTitle: 'In the current experiment',
  currentFilters: (count: string) => `${count} target filters`,
  currentAttributes: (count: string) => `${count} attributes`,
};
