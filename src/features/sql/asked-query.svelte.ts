import { untrack } from 'svelte';
import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { page } from '$app/state';
import { workspace } from '#workspace/workspace.svelte.ts';
import { queryAskedFor } from './project-queries.ts';
import type { SqlWork } from './sql-work.svelte.ts';

/**
 * Opens the query that the address carries: `?query=SELECT…`, or `?show=quota` for the SQL behind a table of the app.
 * It is put into the editor and never run by itself. The address forgets it then, so that a reload shows the text as it
 * was left. `work`: where it goes, or null while no project is open. To be called while a component starts.
 */
export function openAskedQuery(work: () => SqlWork | null): void {
  $effect(() => {
    const receiver = work();
    const { searchParams } = page.url;
    const query = searchParams.get('query');
    const show = searchParams.get('show');
    if (!receiver || (query === null && show === null)) return;
    untrack(() => {
      const sql = query ?? shownSql(show ?? '', searchParams);
      if (sql !== null) receiver.receive(sql);
      const left = new URLSearchParams([...searchParams]);
      for (const name of ['query', 'show', 'table', 'experiment', 'attribute']) left.delete(name);
      const address =
        left.size > 0 ? resolve(`sql/?${left.toString()}`) : resolve('/(workbench)/sql');
      void goto(address, { replace: true, reset: false });
    });
  });
}

function shownSql(show: string, parameters: Pick<URLSearchParams, 'get'>): string | null {
  const { document } = workspace;
  const experiment = parameters.get('experiment');
  return document
    ? queryAskedFor(document, show, {
        table: parameters.get('table'),
        attribute: parameters.get('attribute'),
        experiment: experiment === null ? null : Number(experiment),
      })
    : null;
}
