import type { ReadingFiles } from '../ko/reading-files.ts';

export const readingFiles: ReadingFiles = {
  what: 'What this file tells',
  everyRow: {
    responded: 'Every row is a response',
    purchased: 'Every row is a purchase',
    bounced: 'Every row is a bounce',
    nothing: 'Only the columns chosen below',
  },
  byColumn: (column) => `Rows with yes in “${column}” are responses`,
  more: 'Columns for delivery, purchase, products, orders, day',
  moreChosen: (columns) => `Read as well: ${columns}`,
  columns: {
    deliveryColumn: 'Delivery column',
    purchaseColumn: 'Purchase column',
    basketColumn: 'Single/multi product column',
    ordersColumn: 'Orders column',
    dateColumn: 'Day column',
  },
  columnHints: {
    deliveryColumn: 'Says delivered or bounced, success or failure, yes or no',
    purchaseColumn: 'Yes or no',
    basketColumn: 'Says single or multi, or how many products',
    ordersColumn: 'How many orders a row stands for',
    dateColumn: 'The day of the response or purchase',
  },
  fileTitle: (place) => `File ${place}`,
  addFile: 'Add a file',
  addFileHint: 'Deliveries, responses and purchases that came apart are joined by customer id.',
  noMoreFiles: 'No other table has a customer id. Import it in Data.',
  removeFile: (label) => `Leave out “${label}”`,
  windowFrom: 'Counts from',
  windowTo: 'to',
  windowHint:
    'Only rows with a day are held to this. Responses and money outside it do not count, and you are told how many rows there were.',
  windowAsPlanned: (from, to) => `Use the planned window, ${from} to ${to}`,
  windowNone: 'Count all days',
  windowTurned: 'The last day is before the first.',
  aggregatedTitle: 'A table that is counted already',
  aggregatedHint:
    'One row per arm (and stratum) with the number of customers and of responders. Money needs its sum and its sum of squares for an interval.',
  customersColumn: 'Customers column',
  respondersColumn: 'Responders column',
  moneySumColumn: 'Sum of money column',
  moneySquaresColumn: 'Sum of squares column',
};
