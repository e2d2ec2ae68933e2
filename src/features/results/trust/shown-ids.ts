import { maskedAs, maskPersonal } from '#core/import/personal-data.ts';
import { workspace } from '#workspace/workspace.svelte.ts';
import type { ResultsView } from '../results-view.ts';

/** Ids as they may be shown: customer ids as they are, what else names a customer (a phone number, say) masked. */
export function shownIds(view: ResultsView, ids: readonly string[]): readonly string[] {
  const { source } = view.reading.plan;
  const table = workspace.document?.tables.find(({ name }) => name === source.table);
  const column = table?.columns.find(({ name }) => name === source.customerColumn);
  const kind = column ? maskedAs(column) : null;
  return kind === null ? ids : ids.map((id) => maskPersonal(id, kind) ?? '');
}
