import { controlBalance } from '#core/assignment/control-balance.ts';
import { controlOmnibus } from '#core/assignment/control-omnibus.ts';
import type { ListBalance } from '#core/assignment/list-balance.ts';
import { cellCount } from '#core/design/cell-name.ts';
import { controlReader } from './control-columns.ts';
import type { DrawnCodes } from './draw-list.ts';
import { drawnList, type DrawnCustomer } from './drawn-list.ts';
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
  const { values: ids } = view.columns.categories(view.source.table, view.source.idColumn);
  const present = presentCodes(list, ids);
  const { controls, places } = read(present, cellCount(design.attributes), design.arms.length);
  return {
    customers: present.codes.length,
    absent: list.length - present.codes.length,
    factors: controlBalance(controls, places),
    omnibus: controlOmnibus(controls, places).map((result) => {
      if (result === null || !result.ok) return result;
      const { statistic, degreesOfFreedom, pValue } = result.value;
      return { ok: true, value: { statistic, degreesOfFreedom, pValue } };
    }),
  };
}

/** The customers of a list who are in the customer table. */
function presentCodes(list: readonly DrawnCustomer[], ids: readonly string[]): DrawnCodes {
  const codeOf = new Map<string, number>(list.map(({ customer }) => [customer, -1]));
  ids.forEach((id, code) => {
    if (codeOf.has(id)) codeOf.set(id, code);
  });
  const present = list.filter(({ customer }) => codeOf.get(customer) !== -1);
  return {
    codes: Int32Array.from(present, ({ customer }) => codeOf.get(customer) as number),
    cells: Int32Array.from(present, ({ cell }) => cell),
    arms: Int32Array.from(present, ({ arm }) => arm),
  };
}
