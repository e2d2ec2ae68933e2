import type { RandomGenerator } from '../../random/generator.ts';
import { dayOf, isoDateOf } from '../calendar-day.ts';
import { pickBetween } from '../choices.ts';
import { practiceStart } from './practice-plan.ts';

/** Customers of one arm, and perhaps one level, with exactly so many responders. */
export interface PlantedGroup {
  readonly arm: string;
  readonly customers: number;
  readonly responders: number;
}

export interface PlantedCustomer {
  readonly arm: string;
  readonly responded: boolean;
}

/** Everybody of a group, the responders first. */
export function customersOf({ arm, customers, responders }: PlantedGroup): PlantedCustomer[] {
  return Array.from({ length: customers }, (_, place) => ({ arm, responded: place < responders }));
}

/** The id of the customer at a place from 0. Example: place 0 is 'P00001'. */
export function practiceId(place: number): string {
  return `P${String(place + 1).padStart(5, '0')}`;
}

/** One of the first `days` days from the start on; most respond early. */
export function drawResponseDay(days: number, generator: RandomGenerator): string {
  const share = generator.nextShare() ** 1.6;
  return isoDateOf(dayOf(practiceStart) + Math.floor(share * days));
}

/** Won spent by a responder: 12,000 to 79,900, many small and few large. */
export function drawAmount(generator: RandomGenerator): number {
  return (
    12_000 + 100 * Math.floor(679 * generator.nextShare() ** 2) + 100 * pickBetween(0, 1, generator)
  );
}
