import type { Catalogue } from '../ko.ts';

/** Columns before they are read: kinds, roles, personal data. */
export const importingColumns: Pick<
  Catalogue['importing'],
  'columns' | 'kinds' | 'roles' | 'rolePurpose'
> = {
  columns: {
    title: 'Columns',
    sub: (count: string) => `${count} columns · guessed from the beginning of the file`,
    header: 'Column',
    kind: 'Kind of value',
    role: 'Role',
    examples: 'Examples',
    kindOf: (column: string) => `Kind of value of ${column}`,
    roleOf: (column: string) => `Role of ${column}`,
    fit: (share: string) =>
      `only ${share} of the values fit this kind; the others are left empty and reported`,
    fitNearly: 'A few values do not fit; they are left empty and reported.',
    empty: (share: string) => `${share} empty`,
    keptAsText: {
      'leading-zeros': 'Kept as text, so that leading zeros are not lost.',
      'long-number': 'Kept as text: as a number its last digits would change.',
    },
  },
  kinds: {
    text: 'Text',
    integer: 'Whole number',
    decimal: 'Decimal',
    date: 'Date',
    boolean: 'Yes/no',
  },
  roles: {
    'customer-id': 'Customer id',
    'last-purchase': 'Last purchase',
    'signup-date': 'Sign-up date',
    points: 'Accumulated points',
    region: 'Region',
    consent: 'Marketing consent',
    channel: 'Channel',
    'order-id': 'Order number',
    'order-date': 'Order date',
    amount: 'Amount',
    arm: 'Arm',
    outcome: 'Response',
    none: 'No role',
  },
  rolePurpose: {
    'customer-id': 'Joins the tables and goes into the drawn list as it is.',
    'last-purchase': 'Dormancy is counted from it.',
    'signup-date': 'To choose customers by the time since they joined.',
    points: 'Suggested as an attribute of the quota table.',
    region: 'Suggested as a filter for the region of the campaign.',
    consent: 'To send only to customers who agreed to it.',
    channel: 'To divide customers by where they buy or can be reached.',
    'order-id': 'Counts an order on several lines once.',
    'order-date': 'Gaps between orders and recency are counted from it.',
    amount: 'Added up for concentration and for money per response.',
    arm: 'Says who was given which carrot.',
    outcome: 'Says who responded: yes/no or 1/0.',
    none: 'Kept, but not used in calculations.',
  },
};
