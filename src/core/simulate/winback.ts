import { createGenerator } from '../random/generator.ts';
import { shuffle } from '../random/shuffle.ts';
import { columnsOf, type SampleTable } from './sample-table.ts';

/** The method's win-back funnel: 100 called, 30 woke up and got a thanks call, 20 stayed. Money in won. */
export const winBackPlan = {
  called: 100,
  wokeUp: 30,
  retained: 20,
  costPerContact: 3_500,
  costPerThanksCall: 500,
};

export function winBackTable(seed: string): SampleTable {
  const plan = winBackPlan;
  const order = shuffle(
    Array.from({ length: plan.called }, (_, place) => place),
    createGenerator(`${seed}/winback`),
  );
  return {
    name: 'winback',
    columns: columnsOf({
      call_id: 'text',
      contact_cost: 'integer',
      woke_up: 'boolean',
      thanks_call_cost: 'integer',
      retained: 'boolean',
    }),
    rows: order.map((place, index) => [
      `W${String(index + 1).padStart(3, '0')}`,
      plan.costPerContact,
      place < plan.wokeUp ? 1 : 0,
      place < plan.wokeUp ? plan.costPerThanksCall : 0,
      place < plan.retained ? 1 : 0,
    ]),
  };
}
