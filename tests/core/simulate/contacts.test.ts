import { describe, expect, it } from 'vitest';
import { CAMPAIGN_ID } from '#core/simulate/campaign-plan.ts';
import {
  countBy,
  dormancyAt,
  pointsBandOf,
  rowsOf,
  type Row,
  sample,
  sumOf,
} from './sample-rows.ts';

const contacts = rowsOf(sample.contacts);
const ofArm = (arm: string) => contacts.filter((row) => row['arm'] === arm);
const control = ofArm('CONTROL');
const sent = contacts.filter((row) => row['arm'] !== 'CONTROL');
const where = (rows: readonly Row[], column: string, value: unknown) =>
  rows.filter((row) => row[column] === value);

/** Responders of 100 in CONTROL, COUPON, GIFT and POINT, as the plan of the sample prints them. */
const planted = {
  'long high': '2/5/5/12',
  'long mid': '2/6/4/6',
  'long low': '1/5/2/1',
  'mid high': '3/7/7/18',
  'mid mid': '3/9/6/9',
  'mid low': '2/8/4/2',
  'short high': '5/10/11/28',
  'short mid': '4/13/9/14',
  'short low': '3/13/6/4',
};

describe('the contacts of the finished experiment', () => {
  it('are 100 customers for each of 9 cells and 4 arms, nobody twice', () => {
    const cells = countBy(
      contacts,
      (row) => `${row['dormancy_cell']} ${row['points_cell']} ${row['arm']}`,
    );
    expect(contacts).toHaveLength(3_600);
    expect(Object.keys(cells)).toHaveLength(36);
    expect(new Set(Object.values(cells))).toEqual(new Set([100]));
    expect(new Set(contacts.map((row) => row['customer_id'])).size).toBe(3_600);
    expect(new Set(contacts.map((row) => row['campaign_id']))).toEqual(new Set([CAMPAIGN_ID]));
  });

  it('are customers of 서울 and 경기 in the cell that the row states', () => {
    const customers = new Map(rowsOf(sample.customers).map((row) => [row['customer_id'], row]));
    for (const contact of contacts) {
      const customer = customers.get(contact['customer_id'] ?? null);
      expect(['서울', '경기']).toContain(customer?.['region']);
      expect(dormancyAt(sample.asOf, String(customer?.['last_purchase_date']))).toBe(
        contact['dormancy_cell'],
      );
      expect(pointsBandOf(Number(customer?.['points_balance']))).toBe(contact['points_cell']);
      expect(customer?.['preferred_channel']).not.toBeNull();
    }
  });

  it.each(Object.entries(planted))('respond as planted in the cell %s', (cell, counts) => {
    const [dormancy, points] = cell.split(' ');
    const responders = where(
      where(where(contacts, 'dormancy_cell', dormancy), 'points_cell', points),
      'responded',
      1,
    );
    const byArm = countBy(responders, (row) => row['arm']);
    expect(['CONTROL', 'COUPON', 'GIFT', 'POINT'].map((arm) => byArm[arm]).join('/')).toBe(counts);
  });

  it('respond 25, 76, 54 and 94 of 900', () => {
    expect(countBy(where(contacts, 'responded', 1), (row) => row['arm'])).toEqual({
      CONTROL: 25,
      COUPON: 76,
      GIFT: 54,
      POINT: 94,
    });
  });

  it('make the response tree: 2,700 sent, 2,592 delivered, 224 responded, 177 purchased, 57 several products', () => {
    const delivered = where(sent, 'delivery', '도달');
    const responded = where(delivered, 'responded', 1);
    const purchased = where(responded, 'purchased', 1);
    expect(sent).toHaveLength(2_700);
    expect(where(sent, 'delivery', '반송')).toHaveLength(108);
    expect(delivered).toHaveLength(2_592);
    expect(responded).toHaveLength(224);
    expect(where(delivered, 'responded', 0)).toHaveLength(2_368);
    expect(purchased).toHaveLength(177);
    expect(where(responded, 'purchased', 0)).toHaveLength(47);
    expect(where(purchased, 'basket', '단일상품')).toHaveLength(120);
    expect(where(purchased, 'basket', '복합상품')).toHaveLength(57);
    expect(sumOf(sent, 'amount')).toBe(6_100_700);
  });

  it('leave no one who bounced with a response, nor one without purchase with a basket or an amount', () => {
    expect(where(where(sent, 'delivery', '반송'), 'responded', 1)).toEqual([]);
    for (const row of contacts) {
      const purchased = row['purchased'] === 1;
      expect(row['basket'] !== null).toBe(purchased);
      expect(Number(row['amount']) > 0).toBe(purchased);
      if (purchased) expect(row['responded']).toBe(1);
    }
  });

  it('never contacted the control, whose 25 came back of their own accord and bought', () => {
    for (const row of control) {
      expect([row['channel'], row['contact_date'], row['delivery']]).toEqual([null, null, null]);
      expect(row['purchased']).toBe(row['responded']);
    }
    expect(where(control, 'responded', 1)).toHaveLength(25);
    expect(where(control, 'basket', '복합상품')).toHaveLength(8);
    expect(sumOf(control, 'amount')).toBe(861_700);
  });

  it('went out on the as-of date, by the channel that the customer prefers', () => {
    const channels = new Map(
      rowsOf(sample.customers).map((row) => [row['customer_id'], row['preferred_channel']]),
    );
    for (const row of sent) {
      expect(row['contact_date']).toBe(sample.asOf);
      expect(row['channel']).toBe(channels.get(row['customer_id'] ?? null));
    }
  });

  it.each([
    ['COUPON', 60, 17, 2_068_000],
    ['GIFT', 43, 13, 1_482_000],
    ['POINT', 74, 27, 2_550_700],
  ])('bought as planted with the carrot %s', (arm, purchased, multi, amount) => {
    const rows = ofArm(arm);
    expect(sumOf(rows, 'purchased')).toBe(purchased);
    expect(where(rows, 'basket', '복합상품')).toHaveLength(multi);
    expect(sumOf(rows, 'amount')).toBe(amount);
  });
});
