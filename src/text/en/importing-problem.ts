import type { Catalogue } from '../ko.ts';

/** Why a file was not read: what it looks like, and what to do. */
export const importingProblem: Pick<Catalogue['importing'], 'problem'> = {
  problem: {
    title: 'This file could not be read',
    emptyFile: 'The file is empty. It may have been saved before the export was finished.',
    noRows:
      'There are no rows of data below the line taken for the header. Perhaps only the header was exported, or the file is no table. Choose a file with rows.',
    cancelled: 'Reading was cancelled. The data you had is unchanged.',
    duplicateIds: (count: string, example: string, line: string) =>
      `Nothing was read, because customer ids come up again. Rows that repeat an id: ${count}, the first on line ${line} (${example}). Correct the file, or choose which row to keep under “When an id comes up again”. The data you had is unchanged.`,
    blankIds: (count: string, line: string) =>
      `Nothing was read, because rows have no customer id. Rows without one: ${count}, the first on line ${line}. Correct the file, or choose what to do with such rows. The data you had is unchanged.`,
    tooManyColumns: (columns: string, most: string) =>
      `The first line has ${columns} columns; up to ${most} are read. Export only the columns you need, or check the separator: a wrong one cuts the text into too many columns.`,
    outOfMemory:
      'This tab does not have memory enough to read it. Close other tabs or split the file, then read it again. The data you had is unchanged.',
    engineStopped:
      'The data engine stopped while reading, and nothing was read. The data you had is unchanged; please read it once more.',
    unreadable: (detail: string) =>
      `The browser could not read the file to its end. Check that it was not moved or changed and choose it again. (${detail})`,
    passwordProtected:
      'This file is protected by a password. Open it in Excel, remove the password, save it and choose it again. The password is not needed here.',
    damaged:
      'The file is cut off or damaged. Check that the download was complete and fetch it again.',
    unpackedTooLarge: (megabytes: string) =>
      `Unpacked, this would be more than ${megabytes} MB, so it was not read. Export only the period or the columns you need.`,
    noCommonColumn:
      'No column of this file has the name of a column of the table it should be added to. Check the column names, or read it as a new table.',
    looksLike: {
      html: 'This looks like a web page (HTML), not a table. Open it in Excel and save it as “CSV UTF-8”.',
      xml: 'This looks like XML, not a table. If it is an Excel “XML Spreadsheet”, open it in Excel and save it as “CSV UTF-8”; otherwise export it as CSV from the system it came from.',
      json: 'This looks like JSON, not a table. Export it again as CSV from the system it came from.',
      xlsx: 'This looks like an Excel workbook (xlsx) without a sheet to read. Save it again in Excel, or copy the cells and paste them.',
      xls: 'This is an old Excel file (xls). Save it as “Excel Workbook (xlsx)” in Excel, or copy the cells and paste them.',
      xlsb: 'This is a binary Excel workbook (xlsb). In Excel, save it as “Excel Workbook (xlsx)”.',
      document:
        'This is a document of a word processor or a presentation (docx, pptx, rtf). Copy the table in it and paste it, or export it as CSV or xlsx from the system it came from.',
      hwp: 'This is a Hangul document (hwp, hwpx). Copy the table in it and paste it, or save the table as xlsx.',
      ods: 'This is an OpenDocument spreadsheet (ods). Save it as xlsx or CSV.',
      parquet: 'This looks like a Parquet file whose end is missing. Export or download it again.',
      zip: 'This is a zip archive of several files. Unpack it and choose the file you need.',
      gzip: 'This file is compressed several times over (gz). Unpack it and choose the file inside.',
      pdf: 'This is a PDF document. Export the table as CSV from the system it came from.',
      image: 'This is a picture. Choose the CSV that holds the table.',
      sqlite: 'This is a SQLite database. If it is a Carrotlab project, use “Open a project”.',
      binary: 'This is not a text file that could be a table. Choose one saved as CSV or TSV.',
    },
  },
};
