import { ideaColumns } from './idea-columns.ts';
import { mallActions } from './mall-actions.ts';
import { retailThemes } from './retail-themes.ts';
import { readRows, type SampleTable } from './sample-table.ts';

/** The backlog of the sample: 23 actions by journey stage and 8 campaign themes, with scores for ICE. */
export function ideaTable(): SampleTable {
  return {
    name: 'ideas',
    columns: ideaColumns,
    rows: [...readRows(ideaColumns, mallActions), ...readRows(ideaColumns, retailThemes)],
  };
}
