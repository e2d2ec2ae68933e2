import { compressedFiles } from './compressed.ts';
import { conformanceFiles } from './conformance.ts';
import type { CorpusFile } from './corpus-file.ts';
import { dateFiles } from './dates.ts';
import { delimiterFiles } from './delimiters.ts';
import { encodingFiles } from './encodings.ts';
import { headerFiles } from './headers.ts';
import { hostileFiles } from './hostile-cells.ts';
import { identifierFiles } from './identifiers.ts';
import { koreanExportFiles } from './korean-exports.ts';
import { layoutFiles } from './layouts.ts';
import { lineEndFiles } from './line-ends.ts';
import { noTableFiles } from './no-tables.ts';
import { numberFiles } from './numbers.ts';
import { quoteFiles } from './quotes.ts';
import { raggedFiles } from './ragged-rows.ts';
import { sizeFiles } from './sizes.ts';
import { workbookFiles } from './workbooks.ts';

/** All files of the corpus that any JavaScript can decode, by what is wrong with them. */
export const corpus: Readonly<Record<string, readonly CorpusFile[]>> = {
  'its encoding': encodingFiles,
  'its line ends': lineEndFiles,
  'its quotes': quoteFiles,
  'its delimiters': delimiterFiles,
  'where its table stands': layoutFiles,
  'the length of its rows': raggedFiles,
  'its header': headerFiles,
  'its ids': identifierFiles,
  'its numbers': numberFiles,
  'its dates': dateFiles,
  'not being a table': noTableFiles,
  'being compressed': compressedFiles,
  'being a workbook or Parquet': workbookFiles,
  'its size': sizeFiles,
  'where it comes from': koreanExportFiles,
  'what its cells hold': hostileFiles,
  'nothing: it is how a table ought to be': conformanceFiles,
};
