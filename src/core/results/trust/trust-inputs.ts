import type { AnalysisPlan, ExperimentTotals } from '../analysis.ts';
import type { OutcomeDetail } from '../outcome-detail.ts';
import type { ExperimentAnalysis } from '../reading.ts';
import type { TrustAlarm } from './alarm.ts';

/** What trust is judged by. */
export interface TrustInputs {
  readonly plan: Pick<
    AnalysisPlan,
    'source' | 'control' | 'confidenceShare' | 'window' | 'severalArms'
  >;
  readonly totals: ExperimentTotals;
  readonly analysis: Pick<
    ExperimentAnalysis,
    'sampleRatio' | 'expectedSplit' | 'customers' | 'responders'
  >;
  /** Null while it is not read, and for counts of a warehouse, which tell no more than the totals. */
  readonly detail: OutcomeDetail | null;
  /** Planned customers by stratum and arm, in the order of the totals; null where nobody planned them. */
  readonly plannedCells: readonly (readonly number[])[] | null;
  /** Waves of an own list, from 2, that the arms share in other proportions than the first; null where there is one wave. */
  readonly unevenWaves: readonly number[] | null;
}

/** What one check found, or that the data do not allow it. */
export type Checked = readonly TrustAlarm[] | 'not-possible';

/** A check that found nothing. */
export const fine: Checked = [];
