import { describe, expect, it } from 'vitest';
import {
  completedMonths,
  countBy,
  dormancyAt,
  pointsBandOf,
  quotaTable,
  rowsOf,
  type Row,
  sample,
} from './sample-rows.ts';

const customers = rowsOf(sample.customers);
const isCapital = (row: Row) => row['region'] === '서울' || row['region'] === '경기';
const buyers = customers.filter((row) => row['last_purchase_date'] !== null);
const capitalBuyers = buyers.filter(isCapital);
const cellOf = (row: Row) =>
  `${dormancyAt(sample.asOf, String(row['last_purchase_date']))} ${pointsBandOf(Number(row['points_balance']))}`;

describe('the customers of the sample', () => {
  it('are 24,000: 13,712 dormant and 3,088 active in 서울 and 경기, 1,200 never bought, 6,000 elsewhere', () => {
    const dormant = capitalBuyers.filter((row) => !cellOf(row).startsWith('active'));
    expect(customers).toHaveLength(24_000);
    expect(dormant).toHaveLength(13_712);
    expect(capitalBuyers.length - dormant.length).toBe(3_088);
    expect(customers.filter((row) => row['last_purchase_date'] === null)).toHaveLength(1_200);
    expect(customers.filter((row) => !isCapital(row))).toHaveLength(6_000);
    expect(buyers).toHaveLength(22_800);
  });

  it('fill the quota table of 서울 and 경기 exactly', () => {
    const expected = Object.entries(quotaTable).flatMap(([dormancy, counts]) =>
      ['high', 'mid', 'low'].map((points, column) => [`${dormancy} ${points}`, counts[column]]),
    );
    expect(countBy(capitalBuyers, cellOf)).toEqual(Object.fromEntries(expected));
  });

  it('fill another table where the region is forgotten', () => {
    expect(countBy(buyers, cellOf)['long high']).toBe(680);
  });

  it.each([
    ['long', ['2016-09-26']],
    ['mid', ['2016-09-27', '2016-12-26']],
    ['short', ['2016-12-27', '2017-02-26']],
    ['active', ['2017-02-27', '2017-03-26']],
  ])('stand three on each date edge of every %s cell', (dormancy, edges) => {
    for (const points of ['high', 'mid', 'low']) {
      const cell = capitalBuyers.filter((row) => cellOf(row) === `${dormancy} ${points}`);
      const counts = countBy(cell, (row) => row['last_purchase_date']);
      expect(edges.map((edge) => counts[edge])).toEqual(edges.map(() => 3));
    }
  });

  it.each([
    ['high', [10_000]],
    ['mid', [3_000, 9_999]],
    ['low', [2_999]],
  ])('stand three on each points edge of every %s cell', (points, edges) => {
    for (const dormancy of Object.keys(quotaTable)) {
      const cell = capitalBuyers.filter((row) => cellOf(row) === `${dormancy} ${points}`);
      const counts = countBy(cell, (row) => row['points_balance']);
      expect(edges.map((edge) => counts[edge])).toEqual(edges.map(() => 3));
    }
  });

  it('have an id each', () => {
    expect(new Set(customers.map((row) => row['customer_id'])).size).toBe(24_000);
  });

  it('signed up 30 to 900 days before their last order, and not after the as-of date', () => {
    const days = buyers.map(
      (row) =>
        (Date.parse(String(row['last_purchase_date'])) - Date.parse(String(row['signup_date']))) /
        86_400_000,
    );
    expect(Math.min(...days)).toBeGreaterThanOrEqual(30);
    expect(Math.max(...days)).toBeLessThanOrEqual(900);
    expect(customers.filter((row) => String(row['signup_date']) > sample.asOf)).toEqual([]);
  });

  it('prefer a channel that they consented to, or none', () => {
    const consents = { SMS: 'consent_sms', 'E-mail': 'consent_email', DM: 'consent_dm' };
    for (const row of customers) {
      const given = Object.values(consents).filter((column) => row[column] === 1);
      const channel = row['preferred_channel'];
      if (given.length === 0) expect(channel).toBeNull();
      else expect(given).toContain(consents[channel as keyof typeof consents]);
    }
  });

  it('include prospects who signed up within the last 30 days', () => {
    const fresh = customers.filter(
      (row) => row['last_purchase_date'] === null && String(row['signup_date']) >= '2017-02-24',
    );
    expect(fresh.length).toBeGreaterThan(100);
  });
});

describe('the rule of completed months', () => {
  it.each([
    ['2017-02-26', 1],
    ['2017-02-27', 0],
    ['2016-12-26', 3],
    ['2016-12-27', 2],
    ['2016-09-26', 6],
    ['2016-09-27', 5],
  ])('gives %s at the as-of date %d months', (date, months) => {
    expect(completedMonths(date, sample.asOf)).toBe(months);
  });
});
