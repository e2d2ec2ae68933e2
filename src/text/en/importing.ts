import type { Catalogue } from '../ko.ts';
import { counted } from './counted.ts';
import { importingColumns } from './importing-columns.ts';
import { importingFiles } from './importing-files.ts';
import { importingProblem } from './importing-problem.ts';
import { importingProfile } from './importing-profile.ts';
import { importingReport } from './importing-report.ts';
import { importingSource } from './importing-source.ts';
import { importingTables } from './importing-tables.ts';

/** The step "data": choosing, previewing and reading a file, and the tables of the project. */
export const importing: Catalogue['importing'] = {
  ...importingProblem,
  ...importingReport,
  ...importingColumns,
  ...importingTables,
  ...importingSource,
  ...importingFiles,
  ...importingProfile,
  drop: {
    choose: 'Choose files',
    release: 'Let go to read it',
    pasteLabel: 'or paste cells copied from Excel here',
    pastePlaceholder: 'customer_id	region	last_purchase',
    readPaste: 'Read the pasted table',
  },
  title: {
    empty: 'Read your customer file inside this tab',
    looking: 'Looking at the file',
    choosing: (label: string) => `${label}: this is how it will be read`,
    reading: (label: string) => `Reading ${label}`,
    tables: (tables: string) => (tables === '1' ? '1 table is in' : `${tables} tables are in`),
    customers: (customers: string, tables: string) =>
      `${counted(customers, 'customer')} in ${counted(tables, 'table')}`,
  },
  lede: {
    empty:
      'A customer list is enough to start. Add transactions to tell new and reactivated customers apart as well. Files of finished experiments are read too.',
    choosing:
      'How to read the file and what its columns mean is guessed. Change what is wrong, then read it.',
    reading: 'You can look at other screens meanwhile. Cancelling leaves nothing behind.',
    tables: 'The roles of the columns are what the next steps work with. Correct them here.',
  },
  choose: {
    label: 'Drop files here',
    hint: 'Excel (xlsx), CSV, TSV, TXT or Parquet, also packed as gz or zip; several at once if you like. Files saved by Korean Excel (CP949) are read as they are.',
    another: 'Add a file',
    anotherLabel: 'Drop more files here',
  },
  facts: {
    title: 'What happens to the data',
    items: [
      {
        term: 'It is sent nowhere',
        text: 'The file goes into SQLite inside this tab. There is no server, and the browser blocks foreign connections.',
      },
      {
        term: 'It is stored in this browser only',
        text: 'Close the tab and carry on later, or take everything with you as one project file.',
      },
      {
        term: 'Nothing is dropped silently',
        text: 'What could not be read is reported with its line number, and rejected rows can be downloaded.',
      },
    ],
    sample: 'No file at hand? Walk through the sample of 24,000 customers first.',
  },
  settings: {
    title: 'File',
    label: 'Table name',
    role: 'What is it a table of?',
    duplicates: 'When an id comes up again',
    blankIds: 'When an id is missing',
  },
  tableRoles: {
    customers: 'Customer list',
    transactions: 'Transactions',
    experiment: 'Finished experiment',
    other: 'Other',
  },
  kindsOfFile: {
    title: 'Files that are read',
    customers: 'customer_id, region, last_purchase, points',
    transactions: 'order_id, customer_id, order_date, amount',
    experiment: 'customer_id, arm, responded, spend',
  },
  tableRolePurpose: {
    customers: 'One row per customer. Stages, quota table and draw come from it.',
    transactions: 'One row per purchase. Orders, recency and concentration are counted from it.',
    experiment:
      'One row per participant, with arm and response: its results can be analysed at once.',
    other: 'Kept, and used for nothing yet. You can change the role later.',
  },
  replaces: (label: string) => `“${label}” will become “Other”: only one table has this use.`,
  duplicateRules: {
    'keep-first': 'Keep the first row',
    'keep-last': 'Keep the last row',
    'keep-all': 'Keep all rows',
    stop: 'Stop and read nothing',
  },
  duplicateHint: {
    'keep-first': 'Later rows are rejected; you can download them.',
    'keep-last': 'Earlier rows are rejected; you can download them.',
    'keep-all': 'The draw will stop and say so if a customer is in it twice.',
    stop: 'If any id comes up again, no row is taken in and you are told where.',
  },
  blankIdRules: {
    reject: 'Leave the row out',
    keep: 'Keep the row',
    stop: 'Stop and read nothing',
  },
  blankIdHint: {
    reject: 'Rows without an id are rejected; you can download them.',
    keep: 'Such a customer is counted, but joined to no order and never drawn.',
    stop: 'If any row has no id, no row is taken in and you are told where.',
  },
  read: 'Read the file',
  close: 'Close this notice',
  lookAgain: 'Choose another file',
  skip: 'Skip this file',
  progress: {
    label: 'Part read',
    rows: 'Rows read',
    megabytes: (read: string, total: string) => `${read} of ${total}`,
    left: 'Time left',
    seconds: (count: string) => `about ${count} s`,
    minutes: (count: string) => `about ${count} min`,
    early: 'measuring',
    file: (place, files, name) => `File ${place} of ${files}, ${name}`,
    saving: 'Storing it in this browser…',
  },
  done: {
    toast: {
      new: (label, rows) => `${label}: ${counted(rows, 'row')} read`,
      append: (label, rows) => `${label} now has ${counted(rows, 'row')}`,
      replace: (label, rows) => `${label} replaced: ${counted(rows, 'row')}`,
    },
    edit: {
      new: (label) => `adding ${label}`,
      append: (label) => `adding rows to ${label}`,
      replace: (label) => `replacing ${label}`,
    },
  },
};
