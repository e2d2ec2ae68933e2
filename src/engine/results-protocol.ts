import type { StageRules } from '#core/customers/journey.ts';
import type { CustomerSource } from '#core/customers/variable.ts';
import type { AnalysisPlan, ArmTotals, ExperimentTotals } from '#core/results/analysis.ts';
import type { MoneyRobustness } from '#core/results/money-robustness.ts';
import type { OutcomeDetail } from '#core/results/outcome-detail.ts';
import type { Problem, Result } from '#core/result.ts';

/** What is asked of the outcomes of an experiment. */
export interface OutcomeRequests {
  /** Sufficient statistics of an experiment, by stratum and arm. */
  'total-experiment': {
    params: ExperimentToRead;
    result: Result<ExperimentTotals, TotalProblem>;
  };
  /** The response tree, further measures, days and doubts of an experiment; from the same pass over its customers. */
  'detail-experiment': {
    params: ExperimentToRead;
    result: Result<OutcomeDetail, TotalProblem | Problem<'no-customers'>>;
  };
  /** Whether a carrot's money holds by other methods; refuses what the totals refuse, and `no-money`. */
  'money-robustness': {
    params: ExperimentToRead & { readonly carrot: string };
    result: Result<MoneyRobustness, TotalProblem | Problem<'no-customers' | 'no-money'>>;
  };
  /** MD5 of the values in columns of tables; the names of the tables themselves do not count. */
  'fingerprint-rows': {
    params: {
      tables: readonly { readonly table: string; readonly columns: readonly string[] }[];
    };
    result: string;
  };
}

/** An experiment and what its plan, its list and its cells rest on. */
export interface ExperimentToRead {
  readonly plan: AnalysisPlan;
  readonly source: CustomerSource | null;
  readonly rules: StageRules;
  /** Ids of the other experiments that are running. */
  readonly running: readonly number[];
  /** Arm ids of a drawn experiment, in the order of its design. */
  readonly armNames: readonly string[];
}

export type TotalProblem =
  | (Problem<'too-many-arms'> & { arms: number; most: number })
  | (Problem<'too-many-strata'> & { most: number })
  | Problem<'no-rows'>
  /** `example`: an id of the responses; `listed`: one of the list, to see how they differ. */
  | (Problem<'nobody-on-list'> & { rows: number; example: string; listed: string })
  | (Problem<'outcome-not-yes-or-no'> & { column: string; told: ToldKind; example: string })
  /** A row of an aggregated table, from 1, that cannot be the counts and sums of any customers. */
  | (Problem<'impossible-aggregate'> & ArmTotals & { row: number });

/** What a column was to tell that has words for neither of the two. */
export type ToldKind = 'outcome' | 'purchase' | 'delivery' | 'basket';
