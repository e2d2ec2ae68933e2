import type { ExperimentAims } from './follow-up-worth.ts';
import type { FactorSpreads, SensitivityAim } from './sensitivity.ts';
import type { WinBackFactor } from './sensitivity-inputs.ts';
import type { WinBackInputs } from './win-back-inputs.ts';

/** What is asked of a chain beside its sum: which experiment would tell, and what moves the outcome. */
export interface WinBackQuestions {
  readonly aims: ExperimentAims;
  readonly aim: SensitivityAim;
  readonly spreads: FactorSpreads;
  /** The two inputs that are varied together, across and up. */
  readonly x: WinBackFactor;
  readonly y: WinBackFactor;
}

/** What is asked until somebody asks something else: of the incremental profit where there is a holdout. */
export function usualQuestions({ holdoutShare }: WinBackInputs): WinBackQuestions {
  return {
    aims: { alpha: 0.05, power: 0.8 },
    aim: { view: holdoutShare === null ? 'gross' : 'incremental', measure: 'profit' },
    spreads: {},
    x: 'response',
    y: 'order-value',
  };
}
