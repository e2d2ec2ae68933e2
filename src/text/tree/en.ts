import type { TreeWords } from './ko.ts';

/** The texts of the response tree. */
export const treeEn: TreeWords = {
  title: 'Response tree',
  sub: 'How far the customers went',
  chart: (arms) => `${arms}: from sending to delivery, response and purchase`,
  unit: (denominator) => `Customers and shares · shares of: ${denominator}`,
  denominator: {
    legend: 'Shares of',
    sent: 'those sent',
    delivered: 'those delivered',
    before: 'the branch before',
  },
  arms: { legend: 'Arm', all: 'All' },
  noDelivery: 'No column tells of deliveries: all customers count as reached.',
  noPurchase: 'No column tells of purchases: the tree ends at the response.',
  waiting: 'Drawing the response tree…',
  wrong: (arm, branch) =>
    `The number of “${branch}” of ${arm} does not add up, so no tree is drawn. Check the columns under how the result is read.`,
  arm: 'Arm',
  branches: {
    sent: 'Sent',
    delivered: 'Delivered',
    bounced: 'Bounced',
    deliveryUnknown: 'Delivery not known',
    responded: 'Responded',
    noResponse: 'No response',
    purchased: 'Purchased',
    notPurchased: 'Not purchased',
    several: 'Several products',
    single: 'Single product',
    basketUnknown: 'Products not known',
  },
  share: 'share',
  money: 'Amount',
  explain: {
    count: (arm, branch, rule) => ({ title: `${arm}: ${branch}`, meaning: rule }),
    share: (arm, branch, formula, denominator) => ({
      title: `${arm}: share of ${branch}`,
      meaning: `A share of ${denominator}. You can change that above.`,
      formula,
    }),
    identities:
      'Shown only where sent = delivered + bounced + not known, delivered (and not known) = responded + no response, responded = purchased + not, purchased = several + single + not known all hold.',
    money: (arm) => ({
      title: `${arm}: amount`,
      meaning: 'The money of all customers of this arm, added up.',
    }),
  },
};
