import type { Catalogue } from '../ko.ts';
import { counted } from './counted.ts';

/** Several files at once, and where their rows go. */
export const importingFiles: Pick<Catalogue['importing'], 'queue' | 'join' | 'target'> = {
  queue: {
    title: 'Chosen files',
    states: {
      waiting: 'waiting',
      looking: 'being looked at',
      ready: 'ready to read',
      asked: 'has a question for you',
      joined: 'part of one table',
      reading: 'being read',
      read: 'read',
      refused: 'cannot be read',
    },
    open: (name) => `Show the settings of ${name}`,
    remove: (name) => `Take ${name} off the list`,
    columns: (count) => counted(count, 'column'),
    readAll: (count) => `Read all ${count} files`,
    readAllHint: 'Each is read as it was guessed. Roles can still be changed afterwards.',
    pasted: 'Pasted table',
  },
  join: {
    question: (files) => `${files} files have the same columns. Read them as one table?`,
    text: (names) => `${names}, one after the other in this order.`,
    names: (first, last) => `From ${first} to ${last}`,
    yes: 'Read as one table',
    no: 'Read separately',
    files: (files, size) => `${counted(files, 'file')} · ${size}`,
    joined: (files) => `${files} files are read one after the other into one table.`,
    separate: 'Separate them',
  },
  target: {
    title: 'Where do the rows go?',
    new: 'Into a table of their own',
    newHint: 'The tables that are there stay as they are.',
    append: (label) => `Below those of “${label}”`,
    replace: (label) => `In place of “${label}”`,
    table: 'Which table',
    matched: (matched, all) => `${matched} of its ${counted(all, 'column')} match by name.`,
    missing: (names) => `Columns that the file does not have are left empty: ${names}.`,
    added: (names) => `Columns that only the file has are added: ${names}.`,
    none: 'Not one column has the same name, so nothing can be added to it.',
    rowsAfter: (rows) => `They follow its ${counted(rows, 'row')}.`,
    replaceHint: (rows) =>
      `Its ${rows} rows give way to those of this file. Its name, its roles and the analyses that read it stay.`,
    undo: 'You can still undo it after reading.',
    sameShape: (label) => `It has the same columns as “${label}”: you can add to it or replace it.`,
  },
};
