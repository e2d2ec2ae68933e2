import type { Assignment, TopUp } from '#core/assignment/assignment.ts';
import type { BalanceRule, BalanceSearchProblem } from '#core/assignment/balance-rule.ts';
import type { ListBalance } from '#core/assignment/list-balance.ts';
import type { StageRules } from '#core/customers/journey.ts';
import type { CustomerSource } from '#core/customers/variable.ts';
import type { Design } from '#core/design/design.ts';
import type { Problem, Result } from '#core/result.ts';

/** A design and what its customers are counted by. `running`: ids of the other experiments that are running. */
export interface Planned {
  source: CustomerSource;
  design: Design;
  rules: StageRules;
  running: readonly number[];
}

/** What the page can ask about drawing a list, and about one that was drawn. Part of `Requests`. */
export interface AssignmentRequests {
  /** MD5 of the eligible customers and their cells: what a frozen plan was made for. */
  'fingerprint-population': {
    params: Planned;
    result: Result<string, DuplicateCustomers>;
  };
  /** Draws the arms of a design within each cell and keeps the list. `counts` is [cell][arm]. */
  draw: {
    params: Planned & {
      experiment: number;
      seed: string;
      counts: number[][];
      drawnAt: string;
      /** Tries seeds until the control factors are that even. Default: the first seed is taken as it comes. */
      balance?: BalanceRule;
      /** The name under which the list that it takes the place of can be brought back. Default: that list is gone. */
      replaces?: string;
    };
    result: Result<Assignment, DrawProblem>;
    progress: DrawProgress;
  };
  /** Draws further customers by the same order, from those on no wave of the list, and adds them to it. */
  'top-up': {
    params: Planned & { experiment: number; seed: string; counts: number[][]; drawnAt: string };
    result: Result<TopUp, DrawProblem>;
    progress: DrawProgress;
  };
  /**
   * Puts a list that another draw has taken the place of back as it was; `replaces`: the name of the one that goes for it, null
   * where there is none. False, and nothing done, where the list is not kept any more.
   */
  'bring-back-list': {
    params: { experiment: number; list: string; replaces: string | null };
    result: boolean;
  };
  /** Takes off the list whoever was drawn after its first so many customers: a wave that was taken back. */
  'keep-waves': { params: { experiment: number; customers: number }; result: undefined };
  /** Eligible customers per cell who are on no wave of the list. */
  'count-left': {
    params: Planned & { experiment: number };
    result: Result<number[], DuplicateCustomers>;
  };
  /** How evenly the drawn list has divided the control factors of its design, each arm against the holdout. */
  'balance-list': {
    params: { source: CustomerSource; design: Design; rules: StageRules; experiment: number };
    result: ListBalance;
  };
  /** The drawn list as CSV: UTF-8 with BOM, CRLF, formulas guarded. */
  'assignment-list': {
    /** `arm`: the place of one arm in the design, for a list of its own. Default: all arms. */
    params: ListQuestion & { arm?: number };
    result: Uint8Array;
  };
  /** Parts of the drawn list, each a CSV as above, and texts that go with them, as one zip file. */
  'list-files': {
    params: ListQuestion & { lists: ListFile[]; texts: { fileName: string; text: string }[] };
    result: Uint8Array;
  };
}

/** How far a draw is: customers looked at in this turn, of all who are eligible; a turn is a seed that is tried. */
export interface DrawProgress {
  readonly customers: number;
  readonly of: number;
  readonly turn: number;
  readonly mostTurns: number;
}

/** Whose list, and what stands in its lines beside customer, cell and arm. */
export interface ListQuestion {
  source: CustomerSource;
  design: Design;
  experiment: number;
  columns: string[];
  /** Leaves out so many customers from the beginning of the list: those of earlier waves. Default: 0. */
  after?: number;
  headers: { customer: string; cell: string; arm: string };
}

/** A CSV in the archive: the customers of these arms, with empty columns at the end. Default: none. */
export interface ListFile {
  fileName: string;
  arms: number[];
  toFill?: string[];
  /** Instead: all customers of the list who are in this sample of ids, under the name of an arm of their own. Default: none. */
  sample?: { seed: string; share: number; name: string };
}

export type DrawProblem =
  | (Problem<'cell-too-small'> & { cell: number; wanted: number; available: number })
  | DuplicateCustomers
  | BalanceSearchProblem;

/** An id that more than one eligible customer has. */
export type DuplicateCustomers = Problem<'duplicate-customers'> & {
  count: number;
  example: string;
};
