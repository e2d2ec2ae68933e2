import type { QueryCell } from '#core/sql/query-answer.ts';
import { formatCount } from '#text/format.ts';
import { language } from '#text/language.svelte.ts';
import { sqlWords } from '#text/sql/sql-words.ts';
import { copyTable } from '#ui/table-export.ts';
import { toasts } from '#ui/toasts.svelte.ts';
import type { QueryResult } from '#workspace/query-result.ts';

/** More than this is no longer pasted but downloaded. */
const mostCells = 200_000;

/** Copies a result so that it pastes as a table. */
export async function copyResult(result: QueryResult): Promise<void> {
  const { columns, rowCount } = result.answer;
  const most = Math.max(1, Math.floor(mostCells / Math.max(1, columns.length)));
  const rows = result.rows(0, most).map((row) => row.map(pasted));
  await copyTable({ rows: [columns, ...rows], headerRows: 1, headerColumns: 0 });
  if (rowCount > most) toasts.say(sqlWords().result.copiedSome(formatCount(most, language.code)));
}

function pasted(cell: QueryCell): string | number | null {
  return typeof cell === 'object' && cell !== null ? cell.exact : cell;
}
