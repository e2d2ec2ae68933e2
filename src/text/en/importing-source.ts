import type { Catalogue } from '../ko.ts';

/** How a file is read: format, encoding, separator, where the table stands. */
export const importingSource: Pick<
  Catalogue['importing'],
  'encodings' | 'evidence' | 'delimiters' | 'otherDelimiter'
> = {
  encodings: {
    'utf-8': 'UTF-8',
    'euc-kr': 'CP949 (EUC-KR)',
    'utf-16le': 'UTF-16 LE',
    'utf-16be': 'UTF-16 BE',
    'windows-1252': 'Windows-1252 (Western)',
  },
  evidence: {
    'byte-order-mark': 'Confirmed by the mark (BOM) at the start of the file.',
    strict: 'Everything looked at obeys the rules of this encoding.',
    likely: 'Judged by its letters. Change it if the text below looks broken.',
    chosen: 'Chosen by you.',
  },
  delimiters: { ',': 'Comma ,', '\t': 'Tab', ';': 'Semicolon ;', '|': 'Bar |' },
  otherDelimiter: (delimiter: string) => `Other ${delimiter}`,
};
