import { readCellEffects, type CellEffects } from '#core/results/cell-effects.ts';
import { effectOnEligible } from '#core/results/eligible-effect.ts';
import { responseCounts } from '#core/results/arm-totals.ts';
import type { ArmCounts } from '#core/stats/proportions/arm-counts.ts';
import type { Cell, ResultsView } from './results-view.ts';

/** The effect of one carrot in every cell that can be read, with what holds for all of them. */
export interface CellForest {
  readonly cells: readonly {
    readonly cell: Cell;
    readonly effect: CellEffects['cells'][number];
    /** `28/100 − 5/100` */
    readonly formula: string;
  }[];
  readonly spread: CellEffects['spread'];
  /** Null where the customers of the cells are not known. */
  readonly eligible: ReturnType<typeof effectOnEligible>;
}

const nobody: ArmCounts = { events: 0, trials: 0 };

export function cellForest(view: ResultsView, carrot: string): CellForest {
  const { totals } = view.reading;
  const { confidenceShare, control } = view.analysis;
  const [treatment, reference] = [totals.arms.indexOf(carrot), totals.arms.indexOf(control)];
  const pairs = view.cells.map(({ totals: arms }) => {
    const [given, kept] = [arms[treatment], arms[reference]];
    return {
      treatment: given ? responseCounts(given) : nobody,
      control: kept ? responseCounts(kept) : nobody,
    };
  });
  const { cells, spread } = readCellEffects(pairs, confidenceShare);
  const written = ({ events, trials }: ArmCounts) => `${view.count(events)}/${view.count(trials)}`;
  return {
    cells: view.cells.flatMap((cell, place) => {
      const [effect, pair] = [cells[place], pairs[place]];
      if (!effect?.raw.ok || !pair) return [];
      return { cell, effect, formula: `${written(pair.treatment)} − ${written(pair.control)}` };
    }),
    spread,
    eligible: effectOnEligible(totals, treatment, reference, confidenceShare),
  };
}
