import { cellCount } from '#core/design/cell-name.ts';
import type { Design } from '#core/design/design.ts';
import type { Policy } from '#core/rollout/policy/find-policy.ts';
import type { Reading } from '#workspace/experiment-reading.svelte.ts';

/**
 * The carrot of each cell by the policy that was chosen, by its id: the one that most of the cell's customers are given;
 * null for none. A result that knows no cells gives all of them the same. `ids`: of the policy's carrots, in turn.
 */
export function policyCarrots(
  { estimates, chosen }: Policy,
  { plan, totals }: Reading,
  design: Design,
  ids: readonly string[],
): readonly (string | null)[] {
  const { cells: strata, carrots } = estimates.raw;
  const { strata: kind } = plan;
  const isByCell =
    kind.kind === 'cells' &&
    JSON.stringify(kind.design.attributes) === JSON.stringify(design.attributes);
  const given = Array.from({ length: strata }, (_, stratum) => {
    const customers = Array.from(
      chosen.plan.customers.slice(stratum * carrots, (stratum + 1) * carrots),
    );
    const most = Math.max(...customers);
    return most >= 0.5 ? (ids[customers.indexOf(most)] ?? null) : null;
  });
  return Array.from({ length: cellCount(design.attributes) }, (_, cell) => {
    if (!isByCell) return given[0] ?? null;
    return given[totals.strata.findIndex(({ key }) => key[0] === String(cell))] ?? null;
  });
}
