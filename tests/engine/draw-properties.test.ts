import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawList, namedList } from '#engine/draw-list.ts';
import type { EligibleIds } from '#engine/eligible-ids.ts';

/** Customers of some cells, as the engine holds them; `order`: how the file happens to list them. */
function eligible(sizes: readonly number[], order: (ids: string[]) => string[]): EligibleIds {
  const cells = sizes.map((size, cell) => Array.from({ length: size }, (_, at) => `고객 ${cell}-${at}`)); // prettier-ignore
  const ids = order(cells.flat());
  const codeOf = new Map(ids.map((id, code) => [id, code]));
  const codes = cells.map((own) => own.map((id) => codeOf.get(id) as number).sort((a, b) => a - b));
  const starts = sizes.map((_, cell) => sizes.slice(0, cell).reduce((sum, size) => sum + size, 0));
  return {
    ids,
    codes: Int32Array.from(codes.flat()),
    starts: Int32Array.from([...starts, ids.length]),
  };
}

async function listOf(from: EligibleIds, counts: readonly (readonly number[])[], seed: string) {
  const drawn = await drawList(from, counts, seed, () => Promise.resolve(true));
  if (!drawn) throw new Error('Nobody has cancelled');
  return namedList(drawn, from.ids);
}

/** Cells with up to 40 customers, and arms that take some of them. */
const plan = fc
  .array(
    fc
      .tuple(
        fc.nat(40),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }),
      ) // prettier-ignore
      .map(([size, shares]) => {
        let left = size;
        const arms = shares.map((share) => {
          const taken = Math.round(left * share);
          left -= taken;
          return taken;
        });
        return { size, arms };
      }),
    { minLength: 1, maxLength: 6 },
  )
  .map((cells) => ({
    sizes: cells.map(({ size }) => size),
    counts: cells.map(({ arms }) => arms),
  }));

describe('a draw', () => {
  it('gives every cell and arm exactly its number, nobody twice, in whatever order the file is', async () => {
    await fc.assert(
      fc.asyncProperty(plan, fc.string(), fc.nat(), async ({ sizes, counts }, seed, turn) => {
        const list = await listOf(
          eligible(sizes, (ids) => ids),
          counts,
          seed,
        );
        counts.forEach((arms, cell) =>
          arms.forEach((count, arm) => {
            const own = list.filter((each) => each.cell === cell && each.arm === arm);
            expect(own).toHaveLength(count);
            for (const { customer } of own) expect(customer.startsWith(`고객 ${cell}-`)).toBe(true);
          }),
        );
        expect(new Set(list.map(({ customer }) => customer)).size).toBe(list.length);
        const turned = (ids: string[]) => {
          const at = turn % Math.max(1, ids.length);
          return [...ids.slice(at), ...ids.slice(0, at)].reverse();
        };
        expect(await listOf(eligible(sizes, turned), counts, seed)).toEqual(list);
      }),
    );
  });

  it('takes every customer into every arm with the same probability', async () => {
    const seeds = 20_000;
    const sizes = [12, 5];
    const counts = [
      [2, 3],
      [1, 3],
    ];
    const from = eligible(sizes, (ids) => ids);
    const taken = new Map<string, number>();
    for (let seed = 0; seed < seeds; seed++) {
      for (const { customer, arm } of await listOf(from, counts, `seed ${seed}`)) {
        const key = `${customer}/${arm}`;
        taken.set(key, (taken.get(key) ?? 0) + 1);
      }
    }
    // 17 customers × 2 arms: by Bonferroni the chance that a fair draw leaves any of the bounds is below one in a million.
    const tail = 1e-6 / (2 * from.ids.length * 2);
    counts.forEach((arms, cell) =>
      arms.forEach((count, arm) => {
        const [least, most] = binomialBounds(seeds, count / (sizes[cell] as number), tail);
        for (const customer of from.ids.filter((id) => id.startsWith(`고객 ${cell}-`))) {
          const times = taken.get(`${customer}/${arm}`) ?? 0;
          expect(times, `${customer}/${arm}`).toBeGreaterThanOrEqual(least);
          expect(times, `${customer}/${arm}`).toBeLessThanOrEqual(most);
        }
      }),
    );
  });
});

/** The exact bounds outside of which a binomial count lies with a probability below `tail` on either side. */
function binomialBounds(trials: number, share: number, tail: number): [number, number] {
  const logOdds = Math.log(share) - Math.log1p(-share);
  const logs = [trials * Math.log1p(-share)];
  for (let k = 1; k <= trials; k++) {
    logs.push((logs[k - 1] as number) + Math.log((trials - k + 1) / k) + logOdds);
  }
  const chance = logs.map((log) => Math.exp(log));
  let least = 0;
  for (let below = chance[0] as number; below < tail; below += chance[least] as number) least++;
  let most = trials;
  for (let above = chance[trials] as number; above < tail; above += chance[most] as number) most--;
  return [least, most];
}
