import { describe, expect, it } from 'vitest';
import { countBy, rowsOf, type Row, sample, sumOf } from './sample-rows.ts';

describe('the ideas of the sample', () => {
  const ideas = rowsOf(sample.ideas);
  const actions = ideas.filter((idea) => idea['source'] === 'AP Mall');
  const product = (idea: Row) =>
    Number(idea['impact']) * Number(idea['confidence']) * Number(idea['ease']);
  const mean = (idea: Row) =>
    (Number(idea['impact']) + Number(idea['confidence']) + Number(idea['ease'])) / 3;

  it('are 23 actions, 4 5 9 2 3 by stage and 10 and 8 by tier, and 8 themes', () => {
    expect(actions).toHaveLength(23);
    expect(ideas).toHaveLength(31);
    expect(countBy(actions, (idea) => idea['stage'])).toEqual({
      가망: 4,
      신규: 5,
      활성: 9,
      비활성: 2,
      Wakeup: 3,
    });
    expect(countBy(actions, (idea) => idea['tier'])).toEqual({ 1: 10, 2: 8, null: 5 });
  });

  it('have a name of their own and a target in both languages', () => {
    expect(new Set(ideas.map((idea) => idea['name_ko'])).size).toBe(31);
    expect(new Set(ideas.map((idea) => idea['name_en'])).size).toBe(31);
    for (const idea of ideas) {
      expect(idea['target_ko']).toMatch(/\p{Script=Hangul}/u);
      expect(idea['target_en']).toMatch(/^[\p{ASCII}]+$/u);
    }
  });

  it('score whole numbers 1 … 10 and say how they are run', () => {
    for (const idea of ideas) {
      for (const factor of ['impact', 'confidence', 'ease']) {
        expect(idea[factor]).toSatisfy((score: number) => Number.isInteger(score) && score >= 1);
        expect(idea[factor]).toBeLessThanOrEqual(10);
      }
      expect(['자동화', '수작업', '미운영']).toContain(idea['automation']);
    }
  });

  it('rank otherwise by the mean than by the product: 10 · 1 · 10 is sunk by its one', () => {
    const rank = (idea: Row | undefined, score: (idea: Row) => number) =>
      1 + ideas.filter((other) => idea && score(other) > score(idea)).length;
    const sunk = ideas.find((idea) => product(idea) === 100 && mean(idea) === 7);
    expect(rank(sunk, mean)).toBeLessThan(10);
    expect(rank(sunk, product)).toBeGreaterThan(20);
  });
});

describe('the past campaigns of the sample', () => {
  const campaigns = rowsOf(sample.campaigns);
  const named = (name: string) => campaigns.find((row) => row['name_ko'] === name);

  it('are twelve that ended before the as-of date', () => {
    expect(campaigns).toHaveLength(12);
    for (const row of campaigns) {
      expect(String(row['start_date']) < String(row['end_date'])).toBe(true);
      expect(String(row['end_date']) < sample.asOf).toBe(true);
      expect(Number(row['responded'])).toBeLessThan(Number(row['contacted']));
    }
  });

  it('include the thank-you festival: 10,000,000 won for 5,000 people by DM', () => {
    expect(named('사은잔치')).toMatchObject({
      budget: 10_000_000,
      planned_people: 5_000,
      channel: 'DM',
      reward_ko: '가격할인',
      start_date: '2000-01-31',
      end_date: '2000-02-25',
    });
  });

  it('include one that looked profitable gross and was not against its holdout', () => {
    const row = campaigns.find((campaign) => campaign['campaign_id'] === 'WB2016-02') ?? {};
    const get = (column: string) => Number(row[column]);
    const responseShare = get('responded') / get('contacted');
    const holdoutShare = get('holdout_responded') / get('holdout');
    const margin = get('sales') * get('margin_share');
    expect([responseShare, holdoutShare]).toEqual([0.2, 0.14]);
    expect((margin - get('cost')) / get('cost')).toBeCloseTo(0.5, 12);
    const added = margin * ((responseShare - holdoutShare) / responseShare);
    expect((added - get('cost')) / get('cost')).toBeCloseTo(-0.55, 12);
  });
});

describe('the win-back example', () => {
  const calls = rowsOf(sample.winback);

  it('is 100 calls, 30 wake-ups and 20 who stayed, for 350,000 and 15,000 won', () => {
    expect(calls).toHaveLength(100);
    expect(sumOf(calls, 'woke_up')).toBe(30);
    expect(sumOf(calls, 'retained')).toBe(20);
    expect(sumOf(calls, 'contact_cost')).toBe(350_000);
    expect(sumOf(calls, 'thanks_call_cost')).toBe(15_000);
  });

  it('keeps no one who did not wake up', () => {
    expect(calls.filter((row) => row['retained'] === 1 && row['woke_up'] === 0)).toEqual([]);
  });
});

describe('the products of the sample', () => {
  it('are sixty with names of their own and the cycles of their categories', () => {
    const products = rowsOf(sample.products);
    expect(products).toHaveLength(60);
    expect(new Set(products.map((row) => row['name_ko'])).size).toBe(60);
    const cycles = countBy(products, (row) => `${row['category']} ${row['cycle_days']}`);
    expect(cycles).toMatchObject({ '클렌징 45': 10, '스킨케어 60': 10 });
    expect(Object.keys(cycles)).toHaveLength(6);
  });
});
