import { refuse, type Result } from '#core/result.ts';
import type { PenalisedLikelihoodRatio } from '#core/stats/models/firth-logistic.ts';
import {
  interactionTest,
  penalisedInteractionTest,
  type InteractionTest,
} from '#core/stats/models/interaction.ts';
import { compareProportions } from '#core/stats/proportions/proportion-difference.ts';
import { compareFamily } from './adjusted.ts';
import type { AnalysisPlan, ExperimentTotals } from './analysis.ts';
import { responseCounts, summariseArms } from './arm-totals.ts';
import type { AttributeInteraction, BestAtLevel } from './reading.ts';
import { stratumLevels, type StratumAttribute } from './stratum-levels.ts';

/** Cells × parameters² that a fit may take: about half a second. More is for no reader to look through either. */
const mostFittingWork = 2e6;
/** The same time for the penalised fit, which weighs every cell against all parameters once more. */
const mostPenalisedWork = 4e5;

/**
 * For every attribute of the strata: does the best carrot depend on it, and which one did best at each of its levels?
 * `totals`: whole counts by stratum and arm; `plan`: names the control, the strata and the confidence.
 * Where an arm got no response at some level the likelihood has no finite height: Firth's penalised one answers there,
 * unless the table is so large that its fit would keep the reader waiting (`separated`).
 * The tests are adjusted by Holm over the attributes. Empty without strata; the refusals are those of
 * `penalisedInteractionTest`, and `too-many-levels` with the numbers of cells and parameters that the fit would have.
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
    testAttribute(cells, attributes, place),
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

function testAttribute(
  cells: Parameters<typeof interactionTest>[0],
  attributes: readonly StratumAttribute[],
  place: number,
): Result<InteractionTest | PenalisedLikelihoodRatio> {
  const contrasts = attributes.map(({ levels }) => levels.length - 1);
  const carrots = new Set(cells.map(({ arm }) => arm)).size - 1;
  const mainEffects = contrasts.reduce((sum, count) => sum + count, 1 + carrots);
  const parameters = mainEffects + carrots * (contrasts[place] ?? 0);
  const work = cells.length * parameters * parameters;
  if (work > mostFittingWork)
    return refuse({ code: 'too-many-levels', cells: cells.length, parameters });
  const tested = interactionTest(cells, place);
  const silent = !tested.ok && tested.problem.code === 'separated';
  return silent && work <= mostPenalisedWork ? penalisedInteractionTest(cells, [place]) : tested;
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
