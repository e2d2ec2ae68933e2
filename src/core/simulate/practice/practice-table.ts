import type { SampleTable } from '../sample-table.ts';
import { contaminatedTable, openWindowTable, sameMessagesTable } from './dated-campaigns.ts';
import type { PracticeName } from './practice-plan.ts';
import { simpsonTable } from './simpson.ts';
import { unevenSplitTable } from './uneven-split.ts';

const makers: Readonly<Record<PracticeName, (seed: string) => SampleTable>> = {
  simpson: simpsonTable,
  'uneven-split': unevenSplitTable,
  contaminated: contaminatedTable,
  'open-window': openWindowTable,
  'same-messages': sameMessagesTable,
};

/** The table of a practice campaign. Its counts hold for every seed; the seed decides only who, when and how much. */
export function practiceTable(name: PracticeName, seed = 'carrotlab-practice'): SampleTable {
  return makers[name](seed);
}
