import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carrotArm, holdoutArm } from '#core/design/arm.ts';
import type { WavePlan } from '#core/rollout/list/list-plan.ts';
import { planListCounts } from '#core/rollout/list/plan-counts.ts';

const channel = (id: string) => ({ id, name: id, kind: 'other', costPerContact: 1, reachShare: 1 }) as const; // prettier-ignore
const design = {
  arms: [holdoutArm('none', '-'), carrotArm('coupon', 'C', 'sms', 1), carrotArm('point', 'P', 'dm', 1)], // prettier-ignore
  channels: [channel('sms'), channel('dm')],
};
const once: WavePlan = { kind: 'count', waves: 1 };
const codeOf = (inputs: Partial<Parameters<typeof planListCounts>[0]>) => {
  const planned = planListCounts({
    design,
    left: [10],
    carrots: ['point'],
    holdoutShare: 0.1,
    waves: once,
    ...inputs,
  });
  return planned.ok ? 'ok' : planned.problem.code;
};

const cellsAndPlan = fc.record({
  cells: fc.array(
    fc.tuple(fc.nat(400), fc.constantFrom(null, 'coupon', 'point')),
    { minLength: 1, maxLength: 12 }, // prettier-ignore
  ),
  holdoutShare: fc.constantFrom(0, 0.05, 0.1, 0.29, 0.5),
  waves: fc.oneof(
    fc.integer({ min: 1, max: 9 }).map((waves): WavePlan => ({ kind: 'count', waves })),
    fc
      .tuple(fc.integer({ min: 40, max: 900 }), fc.integer({ min: 40, max: 900 }))
      .map(([sms, dm]): WavePlan => ({
        kind: 'limit',
        limits: [
          { channel: 'sms', most: sms },
          { channel: 'dm', most: dm },
        ],
      })),
  ),
});

describe('the numbers of a rollout list', () => {
  it('hold back a tenth of every cell of the method, rounded down', () => {
    const left = [501, 790, 3211, 445, 892, 3612, 562, 1009, 2690];
    const carrots = left.map(() => 'point');
    const planned = planListCounts({ design, left, carrots, holdoutShare: 0.1, waves: once });
    expect(planned.ok && planned.value.map(([held]) => held)).toEqual([50, 79, 321, 44, 89, 361, 56, 100, 269]); // prettier-ignore
  });

  it('use up every cell, keep to the limits, and let each wave stand for all cells', () => {
    fc.assert(
      fc.property(cellsAndPlan, ({ cells, holdoutShare, waves }) => {
        const left = cells.map(([customers]) => customers);
        const carrots = cells.map(([, arm]) => arm);
        const planned = planListCounts({ design, left, carrots, holdoutShare, waves });
        if (!planned.ok) {
          expect(planned.problem.code).toBe('nobody-to-contact');
          expect(cells.every(([customers, arm]) => arm === null || customers === 0)).toBe(true);
          return;
        }
        const total = (row: readonly number[]) => row.reduce((sum, count) => sum + count, 0);
        planned.value.forEach((row, cell) => {
          const [customers = 0, arm = null] = cells[cell] ?? [];
          expect(total(row)).toBe(arm === null ? 0 : customers);
          if (arm !== null) expect(row[0]).toBe(Math.floor(customers * holdoutShare + 1e-9));
        });
        for (const [arm, name] of [
          ['coupon', 'sms'],
          ['point', 'dm'],
        ] as const) {
          // prettier-ignore
          const own = planned.value.filter((_, cell) => carrots[cell] === arm);
          const sizes = (own[0] ?? []).map((_, slot) => total(own.map((row) => row[slot] ?? 0)));
          const sent = total(sizes.slice(1));
          const used = sizes.slice(1).filter((size) => size > 0);
          if (waves.kind === 'limit') {
            const most = waves.limits.find(({ channel: id }) => id === name)?.most ?? 0;
            expect(Math.max(0, ...used)).toBeLessThanOrEqual(most);
            expect(used.length).toBe(Math.ceil(sent / most));
          }
          expect(Math.max(0, ...used) - Math.min(...used, Infinity)).toBeLessThanOrEqual(1);
          for (const row of own) {
            const share = total(row.slice(1)) / Math.max(1, sent);
            for (const [wave, count] of row.slice(1).entries())
              expect(Math.abs(count - share * (sizes[wave + 1] ?? 0))).toBeLessThan(2);
          }
        }
      }),
    );
  });

  it('are refused where they cannot be', () => {
    expect(codeOf({})).toBe('ok');
    expect(codeOf({ holdoutShare: 1 })).toBe('holdout-share-out-of-range');
    expect(codeOf({ holdoutShare: NaN })).toBe('holdout-share-out-of-range');
    expect(codeOf({ waves: { kind: 'count', waves: 0 } })).toBe('invalid-waves');
    expect(codeOf({ waves: { kind: 'count', waves: 1.5 } })).toBe('invalid-waves');
    const limit = (most: number): WavePlan => ({
      kind: 'limit',
      limits: [{ channel: 'dm', most }],
    });
    expect(codeOf({ waves: limit(0) })).toBe('invalid-wave-limit');
    expect(codeOf({ left: [1000], waves: limit(1) })).toBe('too-many-waves');
    expect(codeOf({ carrots: ['none'] })).toBe('unknown-carrot');
    expect(codeOf({ carrots: ['gift'] })).toBe('unknown-carrot');
    expect(codeOf({ carrots: [null] })).toBe('nobody-to-contact');
    expect(codeOf({ left: [0] })).toBe('nobody-to-contact');
  });
});
