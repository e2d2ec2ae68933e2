import type {
  DesignCharacteristics,
  DialOutlook,
  Simulation,
} from '#core/design/planning/design-outlook.ts';
import type { CountedDesign } from '#core/design/planning/outlook-plan.ts';
import type { Result } from '#core/result.ts';

/** How many repetitions of a replay are done. */
export interface ReplayProgress {
  readonly done: number;
}

/** What the page can ask about a plan's money and its long run, before any is spent. Part of `Requests`. */
export interface OutlookRequests {
  /** The size for the power of a question beside the size that earns most; `question` null leaves the choice. */
  'turn-dial': {
    params: CountedDesign & { question: string | null; simulation: Simulation };
    result: Result<DialOutlook>;
  };
  /**
   * How the plan fares in the long run. Cancelling is answered with the problem 'cancelled'.
   */
  'replay-plan': {
    params: CountedDesign & Simulation;
    result: Result<DesignCharacteristics>;
    progress: ReplayProgress;
  };
}
