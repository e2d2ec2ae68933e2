import type { Layout } from '#core/import/dialect.ts';
import { formatCount } from '#text/format.ts';
import { catalogue, language } from '#text/language.svelte.ts';
import { delimiterWord } from './delimiter-name.ts';
import { furtherTables } from './file-lines.ts';
import type { FilePreview } from './reading.ts';

const count = (number: number) => formatCount(number, language.code);

/** How a file is read, in a few short sentences: what it is, where its header stands, what is left out. */
export function sourceSentence(preview: FilePreview): string {
  const t = catalogue().importing.source;
  const { source, compression } = preview;
  const sentences = [formatSentence(preview)];
  if (compression) sentences.push(t.unpacked[compression]);
  if (source.format !== 'parquet') {
    sentences.push(headerSentence(source.layout), ...leftOutSentences(preview, source.layout));
  }
  return sentences.join(' ');
}

function formatSentence({ source }: FilePreview): string {
  const { source: t, encodings } = catalogue().importing;
  switch (source.format) {
    case 'text':
      return t.text(encodings[source.encoding], delimiterWord(source.dialect.delimiter));
    case 'workbook':
      return t.sheet(source.sheet);
    case 'parquet':
      return t.parquet;
  }
}

function headerSentence({ headerLine, headerRows }: Layout): string {
  const t = catalogue().importing.source;
  if (headerRows === 0) return t.noHeader;
  const last = headerLine + headerRows - 1;
  return headerRows === 1 ? t.header(count(headerLine)) : t.headers(count(headerLine), count(last));
}

function leftOutSentences(preview: FilePreview, { totalRows }: Layout): string[] {
  const t = catalogue().importing.source;
  const { linesAbove, totalLines } = preview;
  const otherTables = furtherTables(preview);
  const parts: string[] = [];
  if (linesAbove.length > 0) parts.push(t.left.above(count(linesAbove.length)));
  if (totalRows === 'reject' && totalLines.length > 0) {
    parts.push(t.left.totals(count(totalLines.length)));
  }
  if (otherTables.length > 0) parts.push(t.left.tables(count(otherTables.length)));
  const sentences = parts.length > 0 ? [t.leftOut(parts)] : [];
  return totalRows === 'keep' ? [...sentences, t.leftIn] : sentences;
}
