import { evenShares, type PlanFrame } from '#core/design/questions/plan-frame.ts';

/** The method deck's 9 cells (dormancy long, mid, short × points), everybody drawn, a holdout and three carrots. */
export function deckFrame(shares = { baselineShare: 0.05, lift: 0.05 }): PlanFrame {
  const arms = [
    { id: 'none', role: 'holdout' },
    { id: 'coupon', role: 'carrot' },
    { id: 'gift', role: 'carrot' },
    { id: 'point', role: 'carrot' },
  ] as const;
  const population = [501, 790, 3211, 445, 892, 3612, 562, 1009, 2690];
  return {
    levels: [3, 3],
    arms,
    population,
    counts: population.map((customers) => arms.map(() => customers / 4)),
    shares: evenShares(9, arms, shares),
  };
}

/** Two channels times two carrots, beside a holdout, in one cell. */
export function factorialFrame(shares: readonly number[], size = 1000): PlanFrame {
  const of = (channel: string, carrot: string) => ({
    id: `${channel} ${carrot}`,
    role: 'carrot' as const,
    factors: { channel, carrot },
  });
  const arms = [
    { id: 'none', role: 'holdout' as const },
    of('dm', 'coupon'),
    of('dm', 'gift'),
    of('tm', 'coupon'),
    of('tm', 'gift'),
  ];
  return {
    levels: [1],
    arms,
    population: [50_000],
    counts: [arms.map(() => size)],
    shares: [shares],
  };
}
