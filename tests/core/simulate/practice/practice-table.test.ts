import { describe, expect, it } from 'vitest';
import {
  inBothArms,
  openDays,
  plantedBounced,
  plantedContaminated,
  plantedOpenWindow,
  plantedSameMessages,
} from '#core/simulate/practice/dated-campaigns.ts';
import {
  openWindow,
  practiceFile,
  practiceNames,
  practiceOf,
  practicePlan,
} from '#core/simulate/practice/practice-plan.ts';
import { practiceTable } from '#core/simulate/practice/practice-table.ts';
import { plantedSimpson } from '#core/simulate/practice/simpson.ts';
import { plantedUnevenSplit } from '#core/simulate/practice/uneven-split.ts';
import { countBy, rowsOf, sumOf, type Row } from '../sample-rows.ts';

const seeds = ['carrotlab-practice', 'another'];

/** What was planted of an arm, counted in the rows. */
function counted(rows: readonly Row[], arm: string) {
  const own = rows.filter((row) => row['arm'] === arm);
  return { arm, customers: own.length, responders: sumOf(own, 'responded') };
}

describe.each(seeds)('the practice campaigns of the seed %s', (seed) => {
  const rows = (name: (typeof practiceNames)[number]) => rowsOf(practiceTable(name, seed));

  it('turn DM round: below SMS all together, above it in every band', () => {
    const all = rows('simpson');
    for (const { dormancy, ...group } of plantedSimpson) {
      const band = all.filter((row) => row['dormancy'] === dormancy);
      expect(counted(band, group.arm)).toEqual(group);
    }
    const share = (arm: string, dormancy?: string) => {
      const own = all.filter((row) => dormancy === undefined || row['dormancy'] === dormancy);
      const { customers, responders } = counted(own, arm);
      return responders / customers;
    };
    expect(share('DM')).toBeCloseTo(0.2961, 4);
    expect(share('SMS')).toBeCloseTo(0.4161, 4);
    for (const band of ['short', 'mid', 'long'])
      expect(share('DM', band)).toBeGreaterThan(share('SMS', band));
  });

  it('count 44,700 and 45,489 customers with sums that are some of amounts', () => {
    const all = rows('uneven-split');
    expect(all.map(({ arm, dormancy, customers, responders }) => ({ arm, dormancy, customers, responders }))).toEqual(plantedUnevenSplit); // prettier-ignore
    const sizes = (arm: string) =>
      sumOf(
        all.filter((row) => row['arm'] === arm),
        'customers',
      );
    expect([sizes('CONTROL'), sizes('COUPON')]).toEqual([44_700, 45_489]);
    for (const row of all) {
      const [sum, squares] = [Number(row['amount']), Number(row['amount_squares'])];
      expect(squares).toBeGreaterThanOrEqual(sum ** 2 / Number(row['responders']));
      expect(squares).toBeLessThan(2 ** 53);
    }
  });

  it('put 12 customers in both arms with one response each', () => {
    const all = rows('contaminated');
    expect(['CONTROL', 'COUPON'].map((arm) => counted(all, arm))).toEqual(plantedContaminated);
    const perCustomer = Object.entries(countBy(all, (row) => row['customer_id']));
    const twice = perCustomer.filter(([, count]) => count > 1).map(([id]) => id);
    expect(twice).toHaveLength(inBothArms.customers);
    const both = twice.map((id) => all.filter((row) => row['customer_id'] === id));
    for (const own of both) {
      expect(own.map((row) => row['arm']).toSorted()).toEqual(['CONTROL', 'COUPON']);
      for (const column of ['responded', 'responded_on', 'amount'])
        expect(own[0]?.[column]).toBe(own[1]?.[column]);
    }
    expect(both.filter(([row]) => row?.['responded'] === 1)).toHaveLength(inBothArms.responders);
    const bounced = all.filter((row) => row['delivery'] === '반송');
    expect(bounced).toHaveLength(plantedBounced);
    for (const row of bounced) expect([row['arm'], row['responded']]).toEqual(['COUPON', 0]);
  });

  it('end a week into a window of three', () => {
    const all = rows('open-window');
    expect(['CONTROL', 'COUPON', 'POINT'].map((arm) => counted(all, arm))).toEqual(
      plantedOpenWindow,
    );
    const days = all.flatMap((row) => (row['responded_on'] === null ? [] : [String(row['responded_on'])])); // prettier-ignore
    const last = days.toSorted().at(-1) ?? '';
    const lengthOf = (to: string) => (Date.parse(to) - Date.parse(openWindow.from)) / 86_400_000;
    expect(lengthOf(last)).toBeLessThan(openDays);
    expect(lengthOf(openWindow.to) + 1).toBe(21);
  });

  it('plant nothing in two arms of one message', () => {
    const all = rows('same-messages');
    expect(['LMS-A', 'LMS-B'].map((arm) => counted(all, arm))).toEqual(plantedSameMessages);
  });

  it('date and pay who responded, and nobody else', () => {
    for (const name of ['contaminated', 'open-window', 'same-messages'] as const)
      for (const row of rows(name)) {
        expect(row['responded_on'] !== null).toBe(row['responded'] === 1);
        expect(Number(row['amount']) > 0).toBe(row['responded'] === 1);
      }
  });
});

it('is the same table for the same seed, and another for another', () => {
  for (const name of practiceNames) {
    expect(practiceTable(name, 'one')).toEqual(practiceTable(name, 'one'));
    expect(practiceTable(name, 'one').rows).not.toEqual(practiceTable(name, 'two').rows);
  }
});

it('is known by its file, and read by columns that it has', () => {
  expect(practiceOf('customers.csv')).toBeNull();
  for (const name of practiceNames) {
    expect(practiceOf(practiceFile(name))).toBe(name);
    const columns = practiceTable(name).columns.map((column) => column.name);
    const { source, strata } = practicePlan(name, 'data_1');
    const named = Object.entries(source).flatMap(([key, column]) =>
      key.endsWith('Column') && column !== null ? [column] : [],
    );
    expect(columns).toEqual(expect.arrayContaining(named));
    if (strata.kind === 'columns')
      expect(columns).toEqual(expect.arrayContaining([...strata.columns]));
  }
});
