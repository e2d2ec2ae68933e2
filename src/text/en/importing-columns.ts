import type { Catalogue } from '../ko.ts';
import { counted } from './counted.ts';

/** Columns before they are read: kinds, roles, personal data. */
export const importingColumns: Pick<
  Catalogue['importing'],
  'columns' | 'kinds' | 'roles' | 'rolePurpose' | 'personalKinds' | 'personal' | 'dates'
> = {
  columns: {
    title: 'Columns',
    sub: (count) => `${counted(count, 'column')} · guessed from the values in the file`,
    subParquet: (count) => `${counted(count, 'column')} · with the types that the file names`,
    header: 'Column',
    kind: 'Kind of value',
    role: 'Role',
    examples: 'Examples',
    kindOf: (column: string) => `Kind of value of ${column}`,
    roleOf: (column: string) => `Role of ${column}`,
    empty: (share) => `${share} empty`,
    fit: (share) =>
      `only ${share} of the values fit this kind; the others are left empty and reported`,
    fitNearly: 'A few values do not fit; they are left empty and reported.',
    overridden: (kind) =>
      `Read as ${kind.toLowerCase()} because you chose so. What does not fit is left empty and reported.`,
    rivals: (names) => `This role could also be for: ${names}`,
    personal: 'Personal data',
    personalOf: (column) => `Personal data in ${column}`,
    notPersonal: 'No',
    find: 'Find a column',
    findPlaceholder: 'name of a column',
    found: (count, all) => `${count} of ${counted(all, 'column')}`,
    noneFound: 'No column has such a name.',
    fromTable: 'Kinds and roles are those of the table it is added to.',
    page: (from, to, all) => `Columns ${from}–${to} of ${all}`,
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
  personalKinds: {
    name: 'Name',
    phone: 'Phone number',
    email: 'E-mail',
    'resident-number': 'Resident number',
    address: 'Address',
    'birth-date': 'Date of birth',
    'card-or-account': 'Card or account',
  },
  personal: {
    found: (columns) => `Columns that look personal: ${columns}`,
    column: (name, kind) => `${name} (${kind.toLowerCase()})`,
    masking:
      'They are partly hidden on screen and left out of exports unless you choose them. If a guess is wrong, change it under “Personal data”.',
    meaning:
      'A column marked as personal is partly hidden on screen and left out of downloads unless you choose it. The data stay as they are, so you can mark or unmark at any time.',
    changed: (column) => `changing the personal mark of ${column}`,
    marked: (column, kind) =>
      `${column} is marked as personal (${kind.toLowerCase()}) and hidden from now on`,
    unmarked: (column) => `${column} is no longer marked as personal and is shown in full`,
    idShown: 'Not hidden, because it is the customer id.',
    show: 'Show hidden values',
    hide: 'Hide them again',
  },
  dates: {
    title: (columns) =>
      columns === '1'
        ? 'Say how the dates are written'
        : `Say how the dates of ${columns} columns are written`,
    question: (column, example) => `Which day is ${example} in “${column}”?`,
    contradiction: (column, one, other) =>
      `In “${column}”, ${one} and ${other} cannot be in the same order. Which order is it?`,
    why: 'The values alone do not tell month and day apart. Read the wrong way, dormancy would be wrong too, so the file is read once you have chosen.',
    contradictionWhy:
      'Dates that do not fit the order are left empty and reported with their lines.',
    answer: (day, order) => `${day} (${order})`,
    orderOnly: (order) => order,
    keepText: 'Not a date: keep it as text',
    blocked: (columns) =>
      columns === '1'
        ? 'Choose the order of one date column to read the file.'
        : `Choose the order of ${columns} date columns to read the file.`,
  },
};
