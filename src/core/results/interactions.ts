import { refuse } from '#core/result.ts';
import { interactionTest } from '../stats/interaction.ts';
import { compareProportions } from '../stats/proportion-difference.ts';
import { compareFamily } from './adjusted.ts';
import type { AnalysisPlan, ExperimentTotals } from './analysis.ts';
import { responseCounts, summariseArms } from './arm-totals.ts';
import type { AttributeInteraction, BestAtLevel } from './reading.ts';
import { stratumLevels } from './stratum-levels.ts';

/**
 * For every attribute of the strata: does the best carrot depend on it, and which one did best at each of its levels?
 * `totals`: whole counts by stratum and arm; `plan`: names the control, the strata and the confidence.
 * The tests are adjusted by Holm over the attributes. Empty without strata; the refusals are those of `interactionTest`.
 * Example: the bundled sample's carrots differ along points (adjusted p 5.3802e-5), not along dormancy.
 */
export function readInteractions(
  totals: ExperimentTotals,
  plan: Pick<AnalysisPlan, 'control' | 'strata' | 'confidenceShare'>,
): readonly AttributeInteraction[] {
  const { attributes, levelsOfStratum } = stratumLevels(totals, plan.strata);
  const cells = totals.strata.flatMap(({ totals: arms }, stratum) =>
    arms.map((arm, place) => ({
      arm: totals.arms[place] ?? '',
      levels: levelsOfStratum[stratum] ?? [],
      ...responseCounts(arm),
    })),
  );
  const tests = compareFamily([...attributes.entries()], ([place]) =>
    interactionTest(cells, place),
  );
  return tests.map(({ item: [place, attribute], compared }) => ({
    attribute: attribute.name,
    test: compared,
    bestByLevel: attribute.levels.map((level) => {
      const strata = totals.strata.filter(
        (_, stratum) => levelsOfStratum[stratum]?.[place] === level,
      );
      return bestAtLevel({ ...totals, strata }, level, plan);
    }),
  }));
}

/** The best of several is chosen by looking, so its difference is flattered: it describes, it does not test. */
function bestAtLevel(
  here: ExperimentTotals,
  level: string,
  { control, confidenceShare }: Pick<AnalysisPlan, 'control' | 'confidenceShare'>,
): BestAtLevel {
  const arms = summariseArms(here);
  const controlArm = arms.find(({ name }) => name === control);
  const carrots = arms
    .filter((arm) => arm !== controlArm && arm.counts.trials > 0)
    .map((arm) => ({ ...arm, share: arm.counts.events / arm.counts.trials }));
  const share = Math.max(...carrots.map((carrot) => carrot.share));
  const best = carrots.filter((carrot) => carrot.share === share);
  const first = best[0];
  if (!first || !controlArm) {
    const difference = refuse({ code: 'no-trials', arm: 'treatment' });
    return { level, arms: [], customers: 0, share: null, difference };
  }
  return {
    level,
    arms: best.map(({ name }) => name),
    customers: first.counts.trials,
    share,
    difference: compareProportions(first.counts, controlArm.counts, confidenceShare),
  };
}
