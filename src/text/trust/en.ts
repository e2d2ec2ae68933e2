import type { TrustWords } from './ko.ts';

/** The texts of what is looked at before a result is read. */
export const trustEn: TrustWords = {
  passed: (count) => `${count} checks passed`,
  raised: (count) => `To know first: ${count}`,
  waiting: 'Checking the rest…',
  details: 'What was checked',
  passedTitle: 'Passed',
  notPossibleTitle: 'Not possible with these data',
  severity: { stop: 'Stop', doubt: 'Careful', note: 'Note' },
  advice: {
    'stop-reading': 'Do not read the result; find the cause first.',
    exclude: 'Leave these customers out and read again.',
    wait: 'Wait, then bring the file of responses again.',
    'look-at': 'Look at this before you use the numbers.',
  },
  checks: {
    split: 'Arms have the planned sizes',
    'split-by-cell': 'Arms have the planned sizes in every cell',
    waves: 'All waves were shared among the arms alike',
    'several-arms': 'No customer in two arms',
    'other-lists': 'No customer on the list of another running experiment',
    'missing-outcomes': 'No outcome missing',
    delivery: 'Delivered alike in all arms',
    'largest-amounts': 'Money does not hang on a few large amounts',
    'over-time': 'First days and later ones show the same effect',
    window: 'Responses within the window, and up to its end',
    'rows-used': 'All rows used',
    'repeated-customers': 'No customer twice',
  },
  notPossible: {
    split: 'Nobody stated the planned sizes.',
    'split-by-cell': 'Read without strata, or the plan of the cells is not known.',
    waves: 'The list was drawn at once.',
    'several-arms': 'No customer id, or counts only.',
    'other-lists': 'The list was not drawn here.',
    'missing-outcomes': 'Counts only.',
    delivery: 'No column tells of deliveries.',
    'largest-amounts': 'No column of money, or no share to cut at.',
    'over-time': 'No day of response, or too few responses.',
    window: 'No response window is set.',
    'rows-used': 'Not known.',
    'repeated-customers': 'No customer id.',
  },
  alarm: {
    'split-broken': {
      title: 'The split is broken',
      text: 'The arms do not have the planned sizes. Somewhere in drawing, sending or counting, customers of one arm went missing.',
    },
    'split-uneven': {
      title: 'The split is a little off the plan',
      text: (isRare) =>
        isRare
          ? 'Chance alone does this less than once in a hundred times (from once in a thousand on, nothing is read). See at which step customers went missing.'
          : 'It may well be chance.',
    },
    'split-broken-in-cell': {
      title: (cell) => `The split is off in “${cell}”`,
      text: (sizes, cells, basis) => {
        const after = {
          planned: 'Compare the counts of this cell in the list, in what was sent and in what was counted, in this order.', // prettier-ignore
          'others-fit':
            'The arms of the other cells are of equal size, so customers of one arm went missing in this one. Compare its counts in the list, in what was sent and in what was counted, in this order.',
          assumed: 'If it was planned like that, go by the comparison within the cells.',
        };
        return `The arms of this cell hold ${sizes}. Cells that are off: ${cells}. The whole may look right while customers go missing inside a cell. ${after[basis]}`;
      },
    },
    'in-several-arms': {
      title: 'Customers are in two arms',
      text: (examples, limit) =>
        `They may have got both carrots, which blurs the effect. Above ${limit} of all customers nothing is read. For example: ${examples}`,
    },
    'several-arms-left-out': {
      title: 'Customers in two arms were left out',
      text: (examples) =>
        `None of their rows counts in any arm. If what put them in two arms goes with how they responded (those sent another carrot because they had not, say), leaving them out tilts the comparison too.${examples === '' ? '' : ` For example: ${examples}`}`,
    },
    'on-other-lists': {
      title: 'Customers are on the list of another running experiment',
      text: (experiments) =>
        `${experiments} writes to them too. All arms have their share of it, so the comparison is blurred rather than turned.`,
    },
    'missing-outcomes-differ': {
      title: 'Outcomes are missing more in some arms than in others',
      text: 'Those who are left are no longer alike, however fair the draw was, and cannot be compared.',
    },
    'missing-outcomes': {
      title: 'Customers are left out because their outcome is blank',
      text: 'It is blank about as often in every arm, so the arms can be compared.',
    },
    'delivery-differs': {
      title: 'Bounces differ between the arms',
      text: 'A difference in delivery may look like one in response. Read the response of those sent.',
    },
    'largest-amounts-decide': {
      title: (arm) => `${arm}: the difference in money hangs on a few large amounts`,
      text: 'Cutting the largest amounts changes the judgement. Read both, and check that the large orders are right.',
    },
    'effect-changes': {
      title: (arm) => `${arm}: the first days show another effect than the later ones`,
      text: (until) =>
        `Up to ${until} it differs from what came after. It may be a novelty, or responses that only came sooner: do not judge the whole by the first days.`,
    },
    'window-open': {
      title: 'The response window is still open',
      text: (reached, to) =>
        `Responses reach to ${reached}, the window to ${to}. What you see is on the way.`,
    },
    'outside-window': {
      title: 'Responses outside the window do not count',
      text: 'Check the window and the column of the day.',
    },
    'not-on-list': {
      title: 'Responses of customers who are not on the list',
      text: 'Ids may be written in another way, or messages went beyond the list. They do not count.',
    },
    'rows-unused': {
      title: 'Rows could not be used',
      text: 'Their arm or stratum is blank.',
    },
    'waves-differ': {
      title: (waves) => `Wave ${waves} was shared among the arms in other proportions`,
      text: 'Some arms hold more customers who were contacted later: what changed in between (the season, another offer) can look like an effect. Read the waves apart to be sure.',
    },
    'repeated-customers': {
      title: 'Customers appear more than once',
      added: 'They count once, with all of their responses.',
      asRows: 'Every row counts as a customer, which makes the effect look surer than it is.',
    },
    'contradicting-marks': {
      title: 'Marks contradict each other',
      text: 'Bounced but responded counts as delivered; bought without a response counts as responded.',
    },
  },
  leaveOut: 'Leave them out',
  countAgain: 'Count them again',
  largest: {
    open: 'Look at the largest amounts',
    title: 'The largest amounts',
    sub: (count) =>
      `The ${count} customers with the most money. Look for amounts in the wrong unit and for orders of a company.`,
    rank: 'Rank',
    customer: 'Customer',
    arm: 'Arm',
    amount: 'Amount',
    share: 'Share of the arm’s money',
    noId: 'no customer id',
  },
  figure: {
    customers: 'customers',
    share: 'share',
    rows: 'rows',
    pValue: 'p',
    missing: (arm) => `${arm} blank`,
    bounced: (arm) => `${arm} bounced`,
    all: 'all amounts',
    capped: 'largest cut',
    early: 'first',
    late: 'later',
    before: 'before',
    after: 'after',
    silence: 'chance that no more come',
    missingArm: 'no arm',
    noStratum: 'no stratum',
    respondedThoughBounced: 'bounced, yet responded',
    purchasedWithoutResponse: 'bought without a response',
  },
};
