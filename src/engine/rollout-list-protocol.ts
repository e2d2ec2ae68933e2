import type { RolloutPool } from '#core/rollout/list/rollout-list.ts';
import type { ListPlan } from '#core/rollout/list/list-plan.ts';
import type { Design } from '#core/design/design.ts';
import type { CustomerSource } from '#core/customers/variable.ts';
import type { Problem, Result } from '#core/result.ts';
import type { DrawProgress, DuplicateCustomers, Planned } from './assignment-protocol.ts';

/** Where it stands who took part in an experiment, beside its drawn list: its finished table. */
export interface TestedTable {
  readonly table: string;
  readonly customerColumn: string;
  readonly armColumn: string;
  /** The arm that is the holdout, as the table writes it. */
  readonly control: string;
}

/** Whom a rollout list may be drawn from. */
export interface RolloutQuestion extends Planned {
  /** Whose drawn list is left out; null where it has none. */
  experiment: number | null;
  tested: TestedTable | null;
  /** Ids of the earlier rollout lists of the experiment. */
  earlier: readonly number[];
  /** Id of the carrot of each cell; null for none. */
  carrots: readonly (string | null)[];
  plan: Pick<ListPlan, 'leftOut' | 'consents'>;
}

export type RolloutListProblem =
  | DuplicateCustomers
  | (Problem<'cell-too-small'> & { cell: number; wanted: number; available: number })
  | (Problem<'column-missing'> & { column: string })
  | Problem<'cancelled'>;

/** A CSV of a rollout list: the customers of these arms, by their places in the design, 0 for the monitoring holdout. */
export interface RolloutFile {
  fileName: string;
  arms: number[];
  /** Headings of empty columns at the end. */
  toFill: readonly string[];
}

/** Whose list is written, and what its lines say. */
export interface RolloutListQuestion {
  source: CustomerSource;
  design: Design;
  list: number;
  /** As it was drawn, [cell][slot]: it tells the wave of each customer. */
  counts: readonly (readonly number[])[];
  /** Of the customer table, beside the id. */
  columns: readonly string[];
  headers: Record<'customer' | 'cell' | 'carrot' | 'channel' | 'wave' | 'sendOn', string>;
  /** What stands for each arm's channel, and for the name of the monitoring holdout. */
  channels: readonly string[];
  holdoutName: string;
  /** What stands in the column of the day by arm and wave, from 0; an empty text where it is open. */
  days: readonly (readonly string[])[];
}

/** What the page can ask about the lists of a rollout. Part of `Requests`. */
export interface RolloutListRequests {
  /** What becomes of the eligible customers of every cell. */
  'count-rollout': { params: RolloutQuestion; result: Result<RolloutPool, RolloutListProblem> };
  /** Draws holdout and waves within each cell and keeps the list under its id. `counts` is [cell][slot], the holdout first. */
  'draw-rollout': {
    params: RolloutQuestion & {
      list: number;
      seed: string;
      counts: readonly (readonly number[])[];
      /** The name under which the list that it takes the place of can be brought back. Default: that list is gone. */
      replaces?: string;
    };
    result: Result<{ pool: RolloutPool; listFingerprint: string }, RolloutListProblem>;
    progress: DrawProgress;
  };
  /** One part of a rollout list as CSV: UTF-8 with BOM, CRLF, formulas guarded. */
  'rollout-list': {
    params: RolloutListQuestion & { file: Omit<RolloutFile, 'fileName'> };
    result: Uint8Array;
  };
  /** Parts of a rollout list, each a CSV as above, and texts that go with them, as one zip file. */
  'rollout-files': {
    params: RolloutListQuestion & {
      files: RolloutFile[];
      texts: { fileName: string; text: string }[];
    };
    result: Uint8Array;
  };
}
