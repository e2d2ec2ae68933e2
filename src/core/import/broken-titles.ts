import type { FileRow } from './file-row.ts';

/** The fields of a line whose quote is never closed, without their quotes. */
export function brokenTitles({ fields }: FileRow, delimiter: string): string[] {
  const titles = fields.length === 1 ? (fields[0] ?? '').split(delimiter) : fields;
  return titles.map((title) => title.replaceAll('"', ''));
}
