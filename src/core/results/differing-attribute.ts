import { answerDependsOnLevel } from './answer-by-level.ts';
import type { BestAtLevel, ExperimentAnalysis } from './reading.ts';

/** An attribute along which the carrots differ beyond chance, so that the levels want different answers. */
export interface DifferingAttribute {
  readonly attribute: string;
  readonly pValueAdjusted: number;
  readonly bestByLevel: readonly BestAtLevel[];
}

/** The attributes whose levels want different answers at a false-alarm share of `alpha`, 0..1. */
export function differingAttributes(
  { interactions }: Pick<ExperimentAnalysis, 'interactions'>,
  alpha: number,
): readonly DifferingAttribute[] {
  return interactions.flatMap(({ attribute, test, bestByLevel }) =>
    test.ok && test.value.pValueAdjusted < alpha && answerDependsOnLevel(bestByLevel)
      ? [{ attribute, pValueAdjusted: test.value.pValueAdjusted, bestByLevel }]
      : [],
  );
}
