import { normalQuantile } from '../distributions/normal-distribution.ts';
import type { EventWeights } from './event-weights.ts';
import { fisherMargins } from './fisher-margins.ts';
import type { Alternative } from '../proportions/alternative.ts';
import { standardisedTest, type ArmSizesInCustomers, type ShareTest } from './share-tests.ts';

/** A test that is to be counted out. `alpha`: over both directions, or for the one of the alternative. */
export interface CountedTest extends ArmSizesInCustomers {
  readonly test: ShareTest;
  readonly alpha: number;
  readonly alternative: Alternative;
}

/** How likely a significant result is, by its direction, and the mean observed difference that it adds. */
export interface SignificantChances {
  readonly higher: number;
  readonly lower: number;
  readonly differenceWhenHigher: number;
  readonly differenceWhenLower: number;
}

/** Counts over every outcome there can be. Fisher's test is counted along equal totals, the others along the control. */
export function significantChances(
  counted: CountedTest,
  treatment: EventWeights,
  control: EventWeights,
): SignificantChances {
  return counted.test === 'fisher'
    ? countedByTotal(counted, treatment, control)
    : countedByControl({ ...counted, test: counted.test }, treatment, control);
}

/** The tails of an arm's events: chance and mean from `place` upward (or below it), in the places of its weights. */
function tails({ first, weights }: EventWeights, used: (events: number) => boolean) {
  const count = weights.length;
  const up = { chance: new Float64Array(count + 1), events: new Float64Array(count + 1) };
  const down = { chance: new Float64Array(count + 1), events: new Float64Array(count + 1) };
  const weightAt = (place: number): number => (used(first + place) ? (weights[place] ?? 0) : 0);
  for (let place = count - 1; place >= 0; place -= 1) {
    up.chance[place] = (up.chance[place + 1] ?? 0) + weightAt(place);
    up.events[place] = (up.events[place + 1] ?? 0) + weightAt(place) * (first + place);
  }
  for (let place = 0; place < count; place += 1) {
    down.chance[place + 1] = (down.chance[place] ?? 0) + weightAt(place);
    down.events[place + 1] = (down.events[place] ?? 0) + weightAt(place) * (first + place);
  }
  return { up, down };
}

/** For each number of control events, the significant numbers of treatment events are two tails of its distribution. */
function countedByControl(
  { alpha, alternative, ...counted }: CountedTest & { readonly test: Exclude<ShareTest, 'fisher'> },
  treatment: EventWeights,
  control: EventWeights,
): SignificantChances {
  const { sizeTreatment, sizeControl } = counted;
  const { statistic, needsVariation } = standardisedTest(counted.test, counted);
  const critical = -normalQuantile(alternative === 'two-sided' ? alpha / 2 : alpha);
  const varies = (events: number, size: number): boolean =>
    !needsVariation || (events > 0 && events < size);
  const { up, down } = tails(treatment, (events) => varies(events, sizeTreatment));
  const end = treatment.first + treatment.weights.length;
  const sums = { higher: 0, lower: 0, differenceWhenHigher: 0, differenceWhenLower: 0 };
  let [firstHigher, firstNotLower] = [treatment.first, treatment.first];
  for (const [place, weight] of control.weights.entries()) {
    const events = control.first + place;
    if (!varies(events, sizeControl)) continue;
    const share = events / sizeControl;
    if (alternative !== 'less') {
      firstHigher = boundary(
        firstHigher,
        treatment.first,
        end,
        (x) => statistic(x, events) > critical,
      );
      const chance = up.chance[firstHigher - treatment.first] ?? 0;
      sums.higher += weight * chance;
      const treated = (up.events[firstHigher - treatment.first] ?? 0) / sizeTreatment;
      sums.differenceWhenHigher += weight * (treated - share * chance);
    }
    if (alternative !== 'greater') {
      const notLower = (x: number): boolean => !(statistic(x, events) < -critical);
      firstNotLower = boundary(firstNotLower, treatment.first, end, notLower);
      const chance = down.chance[firstNotLower - treatment.first] ?? 0;
      sums.lower += weight * chance;
      const treated = (down.events[firstNotLower - treatment.first] ?? 0) / sizeTreatment;
      sums.differenceWhenLower += weight * (treated - share * chance);
    }
  }
  return sums;
}

/** The first whole number from `from` (before `end`) that passes, all beyond it passing too; sought outward from `near`. */
export function boundary(
  near: number,
  from: number,
  end: number,
  passes: (value: number) => boolean,
): number {
  let [low, high] = [from, end];
  for (let step = 1, at = near; at >= from && at < end; step *= 2) {
    if (passes(at)) {
      high = at;
      at -= step;
      if (low > from) break;
    } else {
      low = at + 1;
      at += step;
      if (high < end) break;
    }
  }
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (passes(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** For each total of events, Fisher's test rejects the two ends of what that total allows. */
function countedByTotal(
  counted: CountedTest,
  treatment: EventWeights,
  control: EventWeights,
): SignificantChances {
  const { sizeTreatment, sizeControl } = counted;
  const sums = { higher: 0, lower: 0, differenceWhenHigher: 0, differenceWhenLower: 0 };
  const margins = fisherMargins(counted);
  for (
    let total = treatment.first + control.first;
    total <= treatment.last + control.last;
    total += 1
  ) {
    const { lastLower, firstHigher } = margins(total);
    const from = Math.max(treatment.first, total - control.last);
    const to = Math.min(treatment.last, total - control.first);
    const add = (low: number, high: number, direction: 'Higher' | 'Lower'): void => {
      let chance = 0;
      let difference = 0;
      for (let events = Math.max(from, low); events <= Math.min(to, high); events += 1) {
        const weight =
          (treatment.weights[events - treatment.first] ?? 0) *
          (control.weights[total - events - control.first] ?? 0);
        chance += weight;
        difference += weight * (events / sizeTreatment - (total - events) / sizeControl);
      }
      sums[direction === 'Higher' ? 'higher' : 'lower'] += chance;
      sums[`differenceWhen${direction}`] += difference;
    };
    add(from, lastLower, 'Lower');
    add(firstHigher, to, 'Higher');
  }
  return sums;
}
