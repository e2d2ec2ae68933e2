import { refuse, succeed, type Result } from '#core/result.ts';
import { powerOfInteraction, type PlannedCell } from '#core/stats/power/power-interaction.ts';
import { cochranMantelHaenszel } from '#core/stats/stratified/stratified.ts';
import type { AnalysisPlan, ExperimentTotals } from './analysis.ts';
import { pairByStratum, summariseArms, type ArmSummary } from './arm-totals.ts';
import { stratumLevels } from './stratum-levels.ts';

/** Levels × cells × parameters² that the fits may take: a moment. */
const mostFittingWork = 1e6;

/**
 * Whether the interaction test of an attribute could have noticed anything: its power if the carrots did nothing at one of
 * the levels and worked elsewhere as they did overall; the least of all levels.
 * `attribute`: its place among those of the strata; `alpha`: false alarms accepted in this test, between 0 and 0.5.
 * Each level keeps its own response without a carrot; a carrot multiplies the odds by its common odds ratio.
 * Refuses `control-not-found`, `no-common-odds-ratio` (a carrot without one), `too-few-levels`, `too-many-levels`
 * (the reader would wait), and what `powerOfInteraction` refuses.
 * Source: `powerOfInteraction` (Self, Mauritsen & Ohara 1992).
 * Example: .
 */
export function powerToNotice(
  totals: ExperimentTotals,
  { control, strata }: Pick<AnalysisPlan, 'control' | 'strata'>,
  attribute: number,
  alpha: number,
): Result<{ readonly power: number; readonly level: string }> {
  const { attributes, levelsOfStratum } = stratumLevels(totals, strata);
  const levels = (attributes[attribute]?.levels ?? []).flatMap((level) => {
    const here = totals.strata.filter(
      (_, stratum) => levelsOfStratum[stratum]?.[attribute] === level,
    );
    const arms = summariseArms({ ...totals, strata: here });
    return arms.every(({ counts }) => counts.trials === 0) ? [] : [{ level, arms }];
  });
  const place = totals.arms.indexOf(control);
  if (place < 0) return refuse({ code: 'control-not-found', control });
  if (levels.length < 2) return refuse({ code: 'too-few-levels', levels: levels.length });
  const cells = levels.length * totals.arms.length;
  if (levels.length * cells ** 3 > mostFittingWork) {
    return refuse({ code: 'too-many-levels', levels: levels.length });
  }
  const ratios = totals.arms.map((_, arm) => (arm === place ? 1 : commonRatio(totals, arm, place)));
  const unknown = ratios.findIndex((ratio) => ratio === null);
  if (unknown >= 0) {
    return refuse({ code: 'no-common-odds-ratio', arm: totals.arms[unknown] });
  }
  let least: { power: number; level: string } | null = null;
  for (const { level: silent } of levels) {
    const expected = levels.flatMap(({ level, arms }) =>
      expectedAt(level, arms, place, level === silent ? null : (ratios as number[])),
    );
    const found = powerOfInteraction({ cells: expected, attribute: 0, alpha });
    if (!found.ok) return found;
    if (!least || found.value.power < least.power) {
      least = { power: found.value.power, level: silent };
    }
  }
  if (!least) throw new Error('There are levels.');
  return succeed(least);
}

/** The carrot's odds ratio over all strata; null where it is 0, infinite or not to be had. */
function commonRatio(totals: ExperimentTotals, arm: number, control: number): number | null {
  const found = cochranMantelHaenszel(pairByStratum(totals, arm, control));
  return (found.ok && found.value.oddsRatio) || null;
}

/** What is expected of every arm at one level; `ratios`: null where the carrots do nothing. */
function expectedAt(
  level: string,
  arms: readonly ArmSummary[],
  control: number,
  ratios: readonly number[] | null,
): readonly PlannedCell[] {
  const kept = arms[control]?.counts ?? { events: 0, trials: 0 };
  // Half a customer more of either kind: where nobody responded without a carrot, somebody still could.
  const odds = (kept.events + 0.5) / (kept.trials - kept.events + 0.5);
  return arms
    .filter(({ counts }) => counts.trials > 0)
    .map(({ name, place, counts }) => {
      const own = odds * (ratios?.[place] ?? 1);
      return { arm: name, levels: [level], responseShare: own / (1 + own), size: counts.trials };
    });
}
