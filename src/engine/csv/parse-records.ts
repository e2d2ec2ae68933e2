import Papa from 'papaparse';
import { cutRecords, type RecordCutter } from '#core/import/cut-records.ts';
import type { Dialect } from '#core/import/dialect.ts';
import { RowReader } from '#core/import/row-reader.ts';

export type { FileRow } from '#core/import/file-row.ts';

/** A reader of rows in which papaparse cuts the records that it understands. */
export function openRowReader(dialect: Dialect, firstLine = 1): RowReader {
  return new RowReader(dialect, firstLine, fastCutter(dialect));
}

/** papaparse knows neither repeated delimiters nor an escaped backslash before a quote. */
function fastCutter(dialect: Dialect): RecordCutter {
  const { delimiter, quote, escape, isRepeated } = dialect;
  if (isRepeated || escape === 'backslash') return (records) => cutRecords(records, dialect);
  return (records) => {
    // It drops a U+FEFF at the beginning of a text, and would take a quote behind it for one that opens a field.
    if (records.startsWith('\uFEFF')) return cutRecords(records, dialect);
    // Strings, not bytes, and records that are whole: papaparse decodes and cuts neither.
    const { data } = Papa.parse<string[]>(records, {
      delimiter,
      newline: '\n',
      header: false,
      dynamicTyping: false,
      skipEmptyLines: false,
      ...(quote === 'none' ? { fastMode: true } : { quoteChar: quote }),
    });
    data.pop();
    return data;
  };
}
