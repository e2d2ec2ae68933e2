import { controlBalance } from '#core/assignment/control-balance.ts';
import { controlOmnibus } from '#core/assignment/control-omnibus.ts';
import type { ListBalance } from '#core/assignment/list-balance.ts';
import { cellCount } from '#core/design/cell-name.ts';
import { controlReader } from './control-columns.ts';
import { drawnList } from './draw.ts';
import type { Engine } from './engine.ts';
import type { Params } from './protocol.ts';
import type { Viewpoint } from './variables.ts';

/** How evenly the drawn list of an experiment has divided its control factors, as the customers are now. */
export function listBalance(
  engine: Engine,
  view: Viewpoint,
  { design, experiment }: Params<'balance-list'>,
): ListBalance {
  const read = controlReader(view, design.controlFactors);
  const list = drawnList(engine, experiment);
  const { controls, places, absent } = read(list, cellCount(design.attributes), design.arms.length);
  return {
    customers: list.length - absent,
    absent,
    factors: controlBalance(controls, places),
    omnibus: controlOmnibus(controls, places).map((result) => {
      if (result === null || !result.ok) return result;
      const { statistic, degreesOfFreedom, pValue } = result.value;
      return { ok: true, value: { statistic, degreesOfFreedom, pValue } };
    }),
  };
}
