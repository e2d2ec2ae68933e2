import type { ComparisonWords } from './ko.ts';

export const comparisonsEn: ComparisonWords = {
  arm: 'Arm',
  difference: 'Difference from control',
  lift: 'Relative lift',
  adjusted: 'p adjusted',
  metrics: {
    title: 'By metric',
    sub: (confidence, rule) =>
      `All customers together · ${confidence} intervals · ${rule} · every metric is adjusted by itself`,
    tableTitle: 'Purchases and orders',
    value: 'Value',
    names: {
      response: 'Response',
      purchase: 'Purchase',
      'whole-money': 'Money per customer (as it is)',
      'capped-money': 'Money per customer (large amounts capped)',
      orders: 'Orders per customer',
      'money-per-order': 'Money per order',
    },
    notes: {
      response: 'The share of all customers of the arm who responded',
      purchase: 'The share of all customers of the arm who bought',
      'whole-money': 'The mean over all customers, 0 for those who bought nothing',
      'capped-money': 'The mean over all customers, 0 for those who bought nothing',
      orders: 'The mean over all customers, 0 for those who ordered nothing',
      'money-per-order': 'All money of the arm ÷ all its orders',
    },
    methods: {
      response: 'Wilson interval, Miettinen–Nurminen score comparison',
      purchase: 'Wilson interval, Miettinen–Nurminen score comparison',
      'whole-money': 'Student t interval, Welch’s t',
      'capped-money': 'Student t interval, Welch’s t (one cap for all arms)',
      orders: 'Student t interval, Welch’s t',
      'money-per-order': 'Delta method (customers are the units)',
    },
    sources: {
      response: 'Wilson (1927) · Miettinen & Nurminen (1985)',
      purchase: 'Wilson (1927) · Miettinen & Nurminen (1985)',
      'whole-money': 'Welch (1947) · R t.test',
      'capped-money': 'Dixon & Tukey (1968) · Welch (1947)',
      orders: 'Welch (1947) · R t.test',
      'money-per-order': 'Deng, Knoblich & Lu (2018)',
    },
    caution: {
      'few-customers': 'With 30 customers or fewer the interval may be rough.',
      'weak-denominator': 'With so few orders the interval may be rough.',
    },
    explainValue: (arm, metric, note, method, source) => ({
      title: `${arm}: ${metric}`,
      meaning: `${note}.`,
      method,
      source,
    }),
    explainDifference: (arm, control, metric, together, method, source) => ({
      title: `${arm}: difference in ${metric.charAt(0).toLowerCase()}${metric.slice(1)}`,
      meaning: `How much higher it is than in ${control}. ${together}`,
      method,
      source,
    }),
  },
  cap: {
    title: 'With large amounts capped',
    limit: 'Limit:',
    explain: (share, above, customers) =>
      `It is that of the highest ${share} of all amounts; what lies above it counts as this. There is one limit for all arms together; ${above} of ${customers} customers were above it.`,
    byArm: (parts) => `By arm: ${parts}.`,
    armCount: (arm, count) => `${arm} ${count}`,
    nothing: (share) =>
      `Fewer than ${share} of the customers have any money, so that the cap would be 0: nothing was capped. Choose a smaller share.`,
    mean: 'Per customer, capped',
    whole: 'Difference as it is',
    capped: 'Difference capped',
    changes: (arms) =>
      `${arms}: the answer depends on the cap. See whether a few large buyers made the difference.`,
    same: 'The cap changes the answer for no carrot.',
    valueExplain: {
      title: 'Cap on money',
      meaning:
        'Amounts above this count as this, so that a few very large orders do not drag the mean along.',
      method: 'Quantile of all arms together (interpolated, R type 7)',
      source: 'Dixon & Tukey (1968) · R quantile',
    },
  },
  before: {
    title: (column) => `Adjusted for “${column}” from before the experiment (CUPED)`,
    outcome: 'Outcome',
    outcomes: {
      response: 'Response',
      'whole-money': 'Money per customer',
      'capped-money': 'Money per customer (capped)',
    },
    plain: 'Difference unadjusted',
    corrected: 'Difference adjusted',
    shrunk: 'Interval shorter by',
    customers: (count) => `Only the ${count} customers whose value is known take part.`,
    explain: (arm, column, slope) => ({
      title: `${arm}: difference adjusted for “${column}”`,
      meaning:
        'What is left of the difference without the part that was there before. Where arms were drawn at random it aims at the same value with a shorter interval. Never adjust for anything measured after sending.',
      formula: `slope ${slope}`,
      method: 'CUPED (one slope from both arms, Welch’s t)',
      source: 'Deng, Xu, Kohavi & Walker (2013)',
    }),
    shrunkExplain: {
      title: 'Interval shorter by',
      meaning:
        'How much shorter the interval is than that of the same customers unadjusted. A fifth shorter is worth more than half as many customers again.',
    },
  },
  spend: {
    title: 'Where the difference in money comes from',
    sub: 'Money per customer = share of buyers × money per buyer. The two parts add up to the whole difference (not adjusted).',
    buyers: 'Buyers',
    buyerShare: 'share of customers',
    perBuyer: 'Per buyer',
    whole: 'Difference per customer',
    moreBuyers: 'From more buyers',
    biggerBaskets: 'From bigger purchases',
    partExplain: (arm, part) => ({
      title: `${arm}: ${part.charAt(0).toLowerCase()}${part.slice(1)}`,
      meaning:
        'The change in the share of buyers is valued at the middle of both arms’ money per buyer, and the other way round, so that neither part depends on which is taken to change first. Who buys depends on the carrot: money per buyer is not about the same customers.',
      method: 'Midpoint decomposition, delta method',
      source: 'Das Gupta (1993)',
    }),
  },
  days: {
    title: 'Days until they responded',
    since: (day) =>
      `Days since ${day}, which is day 0. Who responds depends on the carrot itself, so that arms are not tested against each other.`,
    median: 'Half by day',
    most: 'Nine in ten by day',
    dated: 'Responses with a day',
    undated: (count) => `${count} without`,
    none: 'no response with a day',
    unit: '',
    explain: (arm, confidence) => ({
      title: `${arm}: days until they responded`,
      meaning: `The day by which half (nine in ten) of the responders whose day is known had responded. The interval beneath is that of the median, ${confidence}; with too few of them there is none.`,
      method: 'Binomial interval of order statistics',
      source: 'Thompson (1936)',
    }),
  },
  robust: {
    offer: 'A few large purchases can sway money.',
    show: 'Check by other methods',
    reading: (place, all) => `Drawing customers again… ${place} of ${all}`,
    failed: 'It cannot be computed now. Read the result again and try once more.',
    title: 'The difference in money by other methods',
    sub: (confidence) =>
      `Within the strata · ${confidence} intervals · not adjusted for the number of carrots · the table above decides`,
    resampled: 'Difference, drawn again (BCa)',
    ranks: 'p by ranks',
    superiority: 'Pairs won by the carrot',
    shift: 'Typical difference',
    agree: 'Drawing again leads to the same conclusion as the table above.',
    disagree: (arms) =>
      `${arms}: the interval by drawing again and the table above disagree about whether there is a difference. See whether a few large amounts made it, and put off the conclusion.`,
    tooMany: (most) => `more than ${most} customers with money`,
    explainResampled: (arm, replicates, seed, most) => ({
      title: `${arm}: difference, drawn again`,
      meaning: `Customers were drawn ${replicates} times with replacement inside their stratum and arm, to see how far the difference moves; the interval is corrected for skewness. Strata weigh by their customers, so that it may differ a little from the table above. It is not done for more than ${most} customers with money: with so many the interval above is good.`,
      formula: `Σ W_h(x̄₁h − x̄₀h), seed ${seed}`,
      method: 'Stratified bootstrap, BCa interval',
      source: 'Efron (1987) · R boot::boot.ci',
    }),
    explainRanks: (arm) => ({
      title: `${arm}: money by ranks`,
      meaning:
        'Of all pairs of a carrot’s customer and one of the control in the same stratum, the share in which the carrot’s spent more (equal amounts count as half). 50% is no difference. How much more does not matter, so that large amounts cannot sway it.',
      method: 'van Elteren’s stratified rank test (without strata: Mann–Whitney)',
      source: 'van Elteren (1960) · R coin::independence_test',
    }),
    explainShift: (arm) => ({
      title: `${arm}: typical difference`,
      meaning:
        'The middle of the differences of all pairs of a carrot’s customer and one of the control. Where most bought nothing it is 0. Not within strata.',
      method: 'Hodges–Lehmann estimate and interval (no continuity correction)',
      source: 'Hodges & Lehmann (1963) · R wilcox.test(conf.int = TRUE)',
    }),
  },
  beside: {
    title: 'Beside the comparison',
    sub: 'The comparison above decides; these are answers to other questions about the same numbers.',
    enoughTitle: 'Is it enough, and is it harmless?',
    more: 'Customers still needed',
    exact: 'Test for few responses',
    exactTests: {
      boschloo: 'Boschloo’s exact test',
      fisher: 'Fisher’s exact test',
      'miettinen-nurminen': 'Score test',
    },
    enough: 'Enough responses',
    allEnough:
      'No carrot has too few responses (5 or more are expected in every arm): the test above holds without an exact one.',
    tooMany: 'Too many customers for an exact test',
    expected: (count) => `smallest expected count ${count}`,
    exactExplain: (arm, test, expected, rule) => ({
      title: `${arm}: ${test}`,
      meaning: `If both arms were the same, ${expected} responders (or others) would be expected in one of them, fewer than 5: so a test that does not lean on the normal curve. p is ${rule}.`,
      method: test,
      source: 'Cochran (1954) · Boschloo (1970) · Fisher (1935)',
    }),
    exactRule: {
      none: 'not adjusted',
      bonferroni: 'adjusted by Bonferroni',
      holm: 'adjusted by Holm',
      dunnett: 'adjusted by Holm (exact tests have no limit of Dunnett’s)',
    },
    margin: 'As good, or not worse?',
    marginSub: (margin, alpha, interval) =>
      `Within ±${margin} counts as the same. Two one-sided tests at ${alpha} each · ${interval} intervals`,
    noMargin:
      'Set a margin under “How this was read” to judge whether a carrot is as good as the control, or not worse.',
    findings: {
      equivalent: 'As good as the control',
      'not-worse': 'Not worse than the control',
      worse: 'Worse than the control by more than the margin',
      'not-shown': 'Neither shown to be as good nor not worse',
    },
    notWorseP: 'p not worse',
    equivalentP: 'p as good',
    marginExplain: (arm, margin, within) => ({
      title: `${arm}: as good, or not worse?`,
      meaning: `One-sided tests of a difference above −${margin} (not worse) and of one within ±${margin} (as good). A carrot counts as good where its interval lies within the margin. Several carrots share alpha by Bonferroni.`,
      method: within
        ? 'Mantel–Haenszel difference, Sato variance (within strata)'
        : 'Miettinen–Nurminen score',
      source: 'Schuirmann (1987) · Farrington & Manning (1990)',
    }),
    settled: 'settled',
    perArm: (count) => `${count} more per arm`,
    sameSize:
      'Arms of this size should have shown such a difference: more customers alone are no answer',
    noSize: 'Too close to 0 to tell',
    visible: 'Visible at this size:',
    visibleExplain: (arm, alpha) => ({
      title: `${arm}: the difference visible at this size`,
      meaning: `If the true difference is this large, an experiment of this size finds it eight times in ten. Alpha is ${alpha}, shared among the carrots.`,
      method: 'Power by the normal approximation',
      source: 'Fleiss (1981) · R power.prop.test',
    }),
    moreExplain: (arm, alpha) => ({
      title: `${arm}: customers still needed`,
      meaning: `If the true difference is what it looks like now, so many more per arm would settle it eight times in ten. Alpha is ${alpha}, shared among the carrots.`,
      method: 'Power by the normal approximation',
      source: 'Fleiss (1981) · R power.prop.test',
    }),
    beliefs: 'How likely each arm is the best',
    beliefsSub:
      'Response: every share equally likely beforehand, beta(1, 1) · Money: every amount equally likely beforehand · all customers together, not adjusted for the number of carrots',
    best: 'Highest response',
    loss: 'Response lost by choosing it',
    moneyBest: 'Most money per customer',
    moneyLoss: 'Money lost by choosing it',
    pooledDisagrees: (arms) =>
      `${arms}: within the strata the answer is another, so do not trust this chance of all customers together.`,
    bestExplain: (arm) => ({
      title: `${arm}: chance of being the best`,
      meaning:
        'How far the data make one believe that this arm’s true response is the highest of all arms, the control included. This is no p-value.',
      method: 'Beta posterior, uniform prior beta(1, 1), numerical integration',
      source: 'Stucchio (2015)',
    }),
    lossExplain: (arm) => ({
      title: `${arm}: what choosing it loses`,
      meaning:
        'What is given up on average by choosing this arm while another is better, weighted by how likely that is.',
      method: 'Expected loss of the posterior, numerical integration',
      source: 'Stucchio (2015)',
    }),
    moneyBestExplain: (arm) => ({
      title: `${arm}: chance of the most money`,
      meaning:
        'How far the data make one believe that this arm’s true money per customer is the highest of all arms.',
      method: 'Student t posterior (flat prior), numerical integration',
      source: 'Gelman et al. (2013), 3.2',
    }),
  },
  rules: {
    multiplicity: 'Adjustment for several carrots',
    multiplicityHint:
      'For the comparisons with the control. Carrots among themselves are always adjusted by Holm.',
    names: {
      none: 'Not adjusted',
      bonferroni: 'Bonferroni',
      holm: 'Holm',
      dunnett: 'Dunnett',
    },
    differs: (declared) =>
      `The plan of the experiment says: ${declared}. An adjustment changed after seeing the result is worth less.`,
    standard: (rule) => `The plan states no rule of its own. That of the standard plan is ${rule}.`,
    restore: 'As planned',
    cap: 'Cap large amounts',
    capHint:
      'So large a share of the highest amounts counts as the limit. Empty: amounts stay as they are.',
    capError: 'Above 0% and below 50%.',
    before: 'A value from before',
    beforeHint:
      'A number measured before sending, such as last year’s spending, makes intervals shorter.',
    none: 'None',
    margin: 'Difference that counts as none',
    points: 'pp',
    marginHint: 'Response shares that differ by less count as the same. Empty: not judged.',
    marginError: 'Above 0 and below 100 points.',
    severalArms: 'Customers in two arms',
    severalArmsRules: { count: 'Counted in each arm', 'leave-out': 'Left out' },
    severalArmsHint: 'A customer who is in two arms may have got both carrots.',
    label: 'Rules of reading',
  },
};
