import type { Catalogue } from '../ko.ts';
import { counted } from './counted.ts';

/** The tables of the project and where they lead. */
export const importingTables: Pick<Catalogue['importing'], 'tables' | 'next'> = {
  tables: {
    title: 'Tables of this project',
    rows: (count: string) => counted(count, 'row'),
    columns: (count: string) => counted(count, 'column'),
    showColumns: 'Columns and roles',
    showProfile: 'Look at the columns',
    showReport: 'Import report',
    showRows: 'Rows',
    roleOf: (label: string) => `Use of ${label}`,
    remove: (label: string) => `Delete ${label}`,
    removed: (label: string) => `Deleted the table ${label}`,
    roleChanged: (label: string) => `changing a role of ${label}`,
    purpose: 'Used for',
    previous: 'Previous',
    following: 'Next',
    page: (from: string, to: string, all: string) => `Rows ${from}–${to} of ${all}`,
    emptyValue: 'empty',
  },
  next: {
    title: 'Next',
    customers: 'The customer list is in. See which stage customers are in at the as-of date.',
    customersAction: 'Go to Customers',
    experiment: (label: string) =>
      `${label} is a finished experiment: its results can be analysed at once.`,
    experimentAction: 'Analyse the results',
    needsCustomers:
      'There is no customer list yet. Add a table with a customer id column, or set the use of a table to “Customer list”.',
    idMissing: (label: string) =>
      `No column of ${label} is the customer id. Choose one under “Columns and roles”.`,
    transactionsMissing:
      'Add transactions to see new and reactivated customers and how concentrated sales are.',
  },
};
