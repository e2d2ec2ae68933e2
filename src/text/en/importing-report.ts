import type { Catalogue } from '../ko.ts';
import { counted } from './counted.ts';

/** What happened while a file was read. */
export const importingReport: Pick<Catalogue['importing'], 'report'> = {
  report: {
    title: 'Import report',
    read: 'Rows read',
    kept: 'Rows kept',
    rejected: 'Rows rejected',
    aside: 'Lines set aside',
    lines: 'Lines in the file',
    seconds: 'Time taken',
    secondsUnit: 's',
    file: (name: string, size: string) => `${name} · ${size}`,
    clean: 'Every value was understood.',
    summary: {
      all: (read) => (read === '1' ? 'The one row was read.' : `All ${read} rows were read.`),
      some: (read, kept, rejected) =>
        `${kept} of ${counted(read, 'row')} read, ${rejected} rejected.`,
      aside: (lines) => `${counted(lines, 'line')} set aside as not part of the table.`,
      emptied: (values) => `Left empty: ${counted(values, 'value')} that could not be read.`,
      noticed: (kinds) => `${counted(kinds, 'thing')} to look at, kept as written.`,
      appended: (before) => `The ${counted(before, 'row')} that were there before are untouched.`,
      replaced: (rows) => `${counted(rows, 'earlier row')} gave way to a new one with the same id.`,
      missing: (names) => `Left empty, because the file does not have them: ${names}.`,
      added: (names) => `Columns that the file added: ${names}.`,
    },
    before: 'Rows before',
    groups: {
      row: 'Rejected rows',
      aside: 'Set aside: not part of the table',
      value: 'Values left empty',
      kept: 'Kept as written, but worth a look',
    },
    account: {
      title: 'Every line of the file',
      sum: (total, parts) => `${counted(total, 'line')} = ${parts.join(' + ')}`,
      labelled: (sum) => `Every line of the file: ${sum}`,
      header: (lines) => `header ${lines}`,
      kept: (rows) => `kept ${rows}`,
      rejected: (rows) => `rejected ${rows}`,
      aside: (lines) => `set aside ${lines}`,
      continued: (lines) => `line breaks inside cells ${lines}`,
      explain: (lines) =>
        `Where each of the ${lines} lines of the file went; none is left out. Set aside are titles above the table, blank lines, totals, remarks, the header repeated and rows of other tables.`,
    },
    share: (share) => `${share} of all`,
    earlierRow: 'an earlier row',
    details: {
      'placeholder-id': (value) =>
        `All of them have “${value}”. If it stands for customers without an account, export the file without them: otherwise one person seems to have bought all this.`,
      'future-date': (today) =>
        `After ${today}. Unless it is a booking or an expiry date, it was mistyped.`,
      'implausible-date': (date) =>
        `It is ${date}, which seems to stand for no date. Dormancy would be very long: export it as empty.`,
      'mixed-units': (unit) =>
        `Written with ${unit}. 만, 억 and % are worked out, currencies are not converted.`,
      'mixed-encoding': 'If letters look broken, check whether two files were put together.',
      'duplicate-id': 'You can read the file again and keep other rows.',
      'missing-id': 'Without a customer id a row can neither be drawn nor joined to orders.',
      'impossible-date': 'A date that does not exist is left empty, never moved to another day.',
      'blank-line':
        'Nothing stands on them, or separators only. There is nothing to download, so they are only counted.',
      'another-table': 'To read this table, choose the file once more and choose its header line.',
      'ambiguous-date':
        'Dates like 03/04/2026 are 3 April or March 4. They were left empty rather than guessed; read as text, the column keeps them as written.',
      'became-decimal':
        'The part that was looked at first had whole numbers only; further down there are decimals, so the whole column is read as decimals. No value is lost for that.',
      'leading-zero':
        'The column holds numbers, so 007 became 7. If these are codes, read the column as text: the zeros stay.',
      'unclosed-quote': (most) =>
        `A quote opens and is closed neither on its line nor within the next ${most} characters, or the lines after it go on as rows of the table. Only that line was rejected.`,
    },
    noUnit: 'no unit',
    again: {
      title: 'Read again with another rule',
      action: 'Read again with this rule',
      asTextTitle: 'Keep the values that could not be read',
      asTextHint:
        'Read as text, a column keeps every value as the file has it. In return it can no longer be summed or counted in days.',
      asText: (column) => `Read “${column}” again as text`,
      gone: 'To read it again, choose the file once more and put it in place of this table.',
    },
    problem: 'Problem',
    column: 'Column',
    what: 'What was done',
    count: 'Count',
    examples: 'Lines and examples',
    line: (line: string) => `line ${line}`,
    download: 'Download rejected rows',
    downloadAside: 'Download lines set aside',
    downloadBoth: 'Download rejected rows and lines set aside',
    rejectedColumns: { file: 'file', line: 'line', code: 'code', reason: 'reason' },
    rejectedFile: (label, hasPersonal) =>
      `${label}-rejected-rows${hasPersonal ? '-with-personal-data' : ''}.csv`,
    withPersonal: 'With personal data',
    personalHidden: (columns) => `Personal columns are partly hidden in the file: ${columns}`,
    personalIncluded: (columns) =>
      `Personal data will be in the file as they are. Keep it safe: ${columns}`,
    severity: {
      row: 'row rejected',
      aside: 'set aside',
      value: 'value left empty',
      kept: 'left as it is',
    },
    codes: {
      'too-few-fields': 'Too few fields',
      'too-many-fields': 'Too many fields',
      'unclosed-quote': 'Quote never closed',
      'total-row': 'Total row',
      'repeated-header': 'Header repeated between rows',
      'another-table': 'Another table in the same file',
      'comment-line': 'Remark',
      'line-above': 'Line above the table',
      'blank-line': 'Blank line',
      'undecodable-bytes': 'Letters that this encoding cannot read',
      'not-a-number': 'Not a number',
      'not-a-whole-number': 'Not a whole number',
      'number-too-large': 'Number too large to keep exactly',
      'not-a-date': 'Not a date',
      'ambiguous-date': 'Date whose day and month may be swapped',
      'impossible-date': 'Date that does not exist',
      'not-yes-or-no': 'Neither yes nor no',
      'missing-id': 'No customer id',
      'duplicate-id': 'Customer id seen before',
      'placeholder-id': 'One id on very many rows',
      'future-date': 'Date after today',
      'implausible-date': 'Hardly a real date',
      'mixed-units': 'Values in different units',
      'became-decimal': 'Decimals in a column of whole numbers',
      'leading-zero': 'Numbers that lost a leading zero',
      'mixed-encoding': 'Line in another encoding',
    },
    explain: {
      read: 'Rows of the table without its header: those kept and those rejected. What is no row of it (titles above, blank lines, totals, remarks, other tables) is counted apart. A blank line is a row only in a table of one column.',
      kept: 'Rows in the database. A row with one value that could not be read is kept; only that value is left empty.',
      rejected:
        'Rows with the wrong number of fields or a repeated customer id. All of them can be downloaded.',
      formula: (kept: string, rejected: string, read: string) => `${read} = ${kept} + ${rejected}`,
    },
  },
};
