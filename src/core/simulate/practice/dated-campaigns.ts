import { createGenerator, type RandomGenerator } from '../../random/generator.ts';
import { shuffle } from '../../random/shuffle.ts';
import { deliveryWords } from '../campaign-plan.ts';
import { columnsOf, type SampleTable, type SampleValue } from '../sample-table.ts';
import {
  customersOf,
  drawAmount,
  drawResponseDay,
  practiceId,
  type PlantedCustomer,
  type PlantedGroup,
} from './planted-customers.ts';
import { practiceStart } from './practice-plan.ts';

/** Two weeks after the messages, the responses are in. */
const usualDays = 14;

/** Rows per arm. 12 customers of the control stand under the coupon as well, with the same response: 9 of them have one. */
export const plantedContaminated: readonly PlantedGroup[] = [
  { arm: 'CONTROL', customers: 1_200, responders: 60 },
  { arm: 'COUPON', customers: 1_212, responders: 106 },
];
export const inBothArms = { customers: 12, responders: 9 } as const;
/** Messages that came back. Nobody of them responds, and the control got none. */
export const plantedBounced = 36;

/** Responses of the first week of three; the last is of the seventh day. */
export const plantedOpenWindow: readonly PlantedGroup[] = [
  { arm: 'CONTROL', customers: 800, responders: 16 },
  { arm: 'COUPON', customers: 800, responders: 40 },
  { arm: 'POINT', customers: 800, responders: 27 },
];
export const openDays = 7;

/** The same message twice, under two names: nothing is planted, and the difference is chance. */
export const plantedSameMessages: readonly PlantedGroup[] = [
  { arm: 'LMS-A', customers: 2_000, responders: 118 },
  { arm: 'LMS-B', customers: 2_000, responders: 127 },
];

export function contaminatedTable(seed: string): SampleTable {
  const generator = createGenerator(`${seed}/contaminated`);
  const [control, coupon] = plantedContaminated.map(customersOf) as [
    PlantedCustomer[],
    PlantedCustomer[],
  ];
  // Responders stand first, so that those in both arms are some of them and some of the last.
  const quiet = inBothArms.customers - inBothArms.responders;
  const twice = (all: readonly PlantedCustomer[]) => [
    ...all.slice(0, inBothArms.responders),
    ...all.slice(all.length - quiet),
  ];
  const once = (all: readonly PlantedCustomer[]) =>
    all.slice(inBothArms.responders, all.length - quiet);
  const people = [
    ...twice(control).map(({ responded }) => ({ responded, arms: ['CONTROL', 'COUPON'] })),
    ...[...once(control), ...once(coupon)].map(({ arm, responded }) => ({
      responded,
      arms: [arm],
    })),
  ];
  let bounced = 0;
  const rows = shuffle(people, generator).flatMap(({ arms, responded }, place) => {
    const after = whatCame(responded, usualDays, generator);
    return arms.map((arm): SampleValue[] => {
      if (arm === 'CONTROL') return [practiceId(place), arm, null, ...after];
      const isBounced = !responded && arms.length === 1 && bounced < plantedBounced;
      if (isBounced) bounced++;
      const delivery = deliveryWords[isBounced ? 'bounced' : 'delivered'];
      return [practiceId(place), arm, delivery, ...after];
    });
  });
  return {
    name: 'contaminated',
    columns: columnsOf({
      customer_id: 'text',
      arm: 'text',
      delivery: 'text',
      responded: 'boolean',
      responded_on: 'date',
      amount: 'integer',
    }),
    // Somebody's second row is not beside the first.
    rows: shuffle(rows, generator),
  };
}

export function openWindowTable(seed: string): SampleTable {
  return datedTable('open-window', plantedOpenWindow, openDays, seed);
}

export function sameMessagesTable(seed: string): SampleTable {
  return datedTable('same-messages', plantedSameMessages, usualDays, seed);
}

function datedTable(
  name: string,
  groups: readonly PlantedGroup[],
  days: number,
  seed: string,
): SampleTable {
  const generator = createGenerator(`${seed}/${name}`);
  const people = shuffle(groups.flatMap(customersOf), generator);
  return {
    name,
    columns: columnsOf({
      customer_id: 'text',
      arm: 'text',
      sent_on: 'date',
      responded: 'boolean',
      responded_on: 'date',
      amount: 'integer',
    }),
    rows: people.map(({ arm, responded }, place) => [
      practiceId(place),
      arm,
      practiceStart,
      ...whatCame(responded, days, generator),
    ]),
  };
}

/** Whether there was a response, its day and the won spent. */
function whatCame(responded: boolean, days: number, generator: RandomGenerator): SampleValue[] {
  return responded ? [1, drawResponseDay(days, generator), drawAmount(generator)] : [0, null, 0];
}
