import type { Catalogue } from '../ko.ts';
import { counted } from './counted.ts';

/** What the columns of a table hold, and how tables fit together. */
export const importingProfile: Pick<Catalogue['importing'], 'profile' | 'relations'> = {
  profile: {
    sub: 'Counted inside this tab, over every row.',
    distinct: 'Different values',
    missing: 'Missing',
    outliers: 'Far from the others',
    distribution: 'Distribution',
    facts: 'In short',
    counting: 'Counting…',
    noValues: 'no values',
    constant: 'the same value in every row',
    unique: 'no value twice',
    range: (from, to) => `${from} to ${to}`,
    middle: (median) => `median ${median}`,
    zeros: (count) => `zeros: ${count}`,
    negatives: (count) => `below zero: ${count}`,
    above: (count, fence) => `above ${fence}: ${count}`,
    below: (count, fence) => `below ${fence}: ${count}`,
    outlierExamples: (values) => `such as ${values}`,
    future: (count) => `after today: ${count}`,
    implausible: (count) => `hardly real dates: ${count}`,
    length: (characters) => `${characters} characters`,
    lengths: (shortest, longest) => `${shortest} to ${longest} characters`,
    examples: (values) => `such as ${values}`,
    yes: 'yes',
    no: 'no',
    logarithmic: 'logarithmic scale',
    chart: (column, words) => `Distribution of ${column}: ${words}`,
    show: 'Show hidden values',
    hide: 'Hide them again',
    failed: 'This column could not be counted. Open the table again.',
    explain: {
      distinct: 'How many different values the column has. Missing ones do not count.',
      missing:
        'Rows without a value, including those whose value could not be read and was left empty.',
      outliers:
        'Values further from the quartiles than 1.5 times their distance (Tukey’s fences). Columns that crowd near zero, such as amounts, are judged on their logarithms. Nothing is deleted or changed.',
    },
  },
  relations: {
    title: 'How the tables fit the customer list',
    sub: 'Tables are joined by the customer id, and rows that belong to nobody are counted.',
    matched: 'Rows that fit',
    orphans: 'Orphan rows',
    orphanIds: 'Ids not on the list',
    withoutRow: 'Customers without a row',
    all: (label) => `${label}: every row belongs to somebody on the customer list.`,
    some: (label, orphans, rows) =>
      `${label}: ${orphans} of ${rows} rows are of customers who are not on the list.`,
    none: (label, rows) =>
      `${label}: none of the ${rows} rows belongs to somebody on the customer list. Check which column is the customer id, and whether both files use the same ids.`,
    noId: (rows) => `Rows without a customer id: ${rows}.`,
    examples: (ids) => `Most frequent: ${ids}`,
    idRows: (id, rows) => `${id} (${counted(rows, 'row')})`,
    near: {
      case: 'If capitals did not matter',
      width: 'If full-width letters did not matter',
      spaces: 'Without spaces',
      hyphens: 'Without hyphens',
      'leading-zeros': 'Without leading zeros',
      all: 'If capitals, width, spaces, hyphens and leading zeros did not matter',
    },
    wouldJoin: (rule, rows, id, listed) =>
      `${rule}, ${rows} more rows would fit: ${id} is ${listed} on the list. Export both files with ids written alike.`,
    repeated: (ids, rows) =>
      `Ids that are on the list more than once: ${ids}, on ${rows} rows together.`,
    afterAsOf: (rows, asOf, latest) =>
      `Rows after the as-of date (${asOf}): ${rows}. The latest is of ${latest}.`,
    lastPurchase: (earlier, compared) =>
      `For ${earlier} of ${compared} customers the last purchase on the list is earlier than in these rows.`,
    lastPurchaseLater: (later, compared) =>
      `For ${later} of ${compared} customers the last purchase on the list is later than in these rows. Check whether a period is missing.`,
    lastPurchaseExample: (id, listed, latest) =>
      `${id}, for one: ${listed} on the list, ${latest} in the rows`,
    explain: {
      orphans:
        'Rows whose customer id is not on the list. They take no part in what is computed per customer.',
      matched: 'Rows whose customer id is on the list.',
      withoutRow: 'Customers on the list who have no row in this table.',
      orphanIds: 'How many different ids the rows have that are not on the list.',
    },
  },
};
