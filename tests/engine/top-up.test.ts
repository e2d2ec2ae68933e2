import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultStageRules } from '#core/customers/journey.ts';
import type { Design } from '#core/design/design.ts';
import { runs } from '../property-runs.ts';
import { deckDesign } from './deck-design.ts';
import { openEngine, value, type TestEngine } from './open-engine.ts';

const design: Design = {
  ...deckDesign(),
  eligibility: [],
  attributes: [
    {
      id: 'points',
      name: 'points',
      variable: { from: 'customers', column: 'points' },
      banding: { kind: 'number', cuts: [100] },
      levelNames: ['low', 'high'],
      unknownName: null,
      highestFirst: false,
    },
  ],
};
const headers = { customer: 'customer', cell: 'cell', arm: 'arm' };
const places = { cell: ['low', 'high'], arm: design.arms.map(({ name }) => name) };

type Source = Awaited<ReturnType<typeof customersOf>>;

async function customersOf(engine: TestEngine, lines: readonly string[]) {
  const table = value(await engine.importText(`customer_id,points\n${lines.join('\n')}\n`));
  return {
    table: table.name,
    idColumn: 'customer_id',
    lastPurchaseColumn: null,
    transactions: null,
  };
}

/** The drawn list as lines `customer,cell,arm`, cell and arm as numbers; `after`: without so many at its beginning. */
async function listOf(engine: TestEngine, source: Source, experiment: number, after = 0) {
  const asked = { source, design, experiment, columns: [], headers, after };
  const text = new TextDecoder().decode(await engine.request('assignment-list', asked));
  return text
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => {
      const [customer = '', cell = '', arm = ''] = line.split(',');
      return `${customer},${places.cell.indexOf(cell)},${places.arm.indexOf(arm)}`;
    });
}

function drawingOf(source: Source, experiment: number, seed = '봄') {
  return { source, design, rules: defaultStageRules, running: [], experiment, seed, drawnAt: 'now' }; // prettier-ignore
}

const sizeOf = (counts: readonly (readonly number[])[]) =>
  counts.flat().reduce((sum, count) => sum + count, 0);

function fingerprint(lines: readonly string[]): string {
  return createHash('md5').update(lines.toSorted().join('\n'), 'utf8').digest('hex');
}

/** Two cells of customers, and three waves of two arms that take some of those who are left. */
const waves = fc
  .tuple(
    fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 40 })),
    fc.array(fc.tuple(fc.nat(6), fc.nat(6), fc.nat(6), fc.nat(6)), { minLength: 2, maxLength: 3 }),
  )
  .map(([sizes, wanted]) => {
    const left = [...sizes];
    const counts = wanted.map((takes) =>
      left.map((_, cell) =>
        [takes[2 * cell] ?? 0, takes[2 * cell + 1] ?? 0].map((take) => {
          const taken = Math.min(take, left[cell] ?? 0);
          left[cell] = (left[cell] ?? 0) - taken;
          return taken;
        }),
      ),
    );
    return { sizes, counts, left };
  });

describe('a further wave of a list', () => {
  it('has its exact numbers, nobody of an earlier one, leaves those as they were, whatever the order of the file', async () => {
    const engine = openEngine();
    await fc.assert(
      fc.asyncProperty(waves, fc.string(), async ({ sizes, counts, left }, seed) => {
        const lines = sizes.flatMap((size, cell) =>
          Array.from({ length: size }, (_, at) => `고객${cell}-${at},${[50, 150][cell] ?? 0}`),
        );
        const source = await customersOf(engine, lines);
        const draws = async (from: Source, experiment: number) => {
          const lists: string[][] = [];
          const prints: string[] = [];
          for (const [wave, wanted] of counts.entries()) {
            const made = { ...drawingOf(from, experiment, seed), counts: wanted };
            const drawn = wave === 0 ? await engine.request('draw', made) : await engine.request('top-up', made); // prettier-ignore
            prints.push(value(drawn).listFingerprint);
            lists.push(await listOf(engine, from, experiment));
          }
          return { lists, prints };
        };
        const { lists, prints } = await draws(source, 1);
        const whole = lists.at(-1) ?? [];
        let before = 0;
        for (const [wave, list] of lists.entries()) {
          // Wave after wave is put below, and nothing above it is touched.
          expect(list).toEqual(whole.slice(0, list.length));
          const own = list.slice(before);
          expect(await listOf(engine, source, 1, before)).toEqual(whole.slice(before));
          before = list.length;
          counts[wave]?.forEach((arms, cell) =>
            arms.forEach(
              (count, arm) =>
              expect(own.filter((line) => line.startsWith(`고객${cell}-`) && line.endsWith(`,${cell},${arm}`))).toHaveLength(count), // prettier-ignore
            ),
          );
          expect(own).toHaveLength(sizeOf(counts[wave] ?? []));
          expect(prints[wave]).toBe(fingerprint(own));
        }
        expect(new Set(whole.map((line) => line.split(',')[0])).size).toBe(whole.length);
        expect(value(await engine.request('count-left', drawingOf(source, 1)))).toEqual(left);

        const turned = await draws(await customersOf(engine, lines.toReversed()), 2);
        expect(turned.prints).toEqual(prints);
        expect(turned.lists.at(-1)).toEqual(whole);

        // Taken back, the list is the one before; drawn again, it is the same as it was.
        const kept = lists.at(-2) ?? [];
        await engine.request('keep-waves', { experiment: 1, customers: kept.length });
        expect(await listOf(engine, source, 1)).toEqual(kept);
        const again = { ...drawingOf(source, 1, seed), counts: counts.at(-1) ?? [] };
        expect(value(await engine.request('top-up', again)).listFingerprint).toBe(prints.at(-1));
        expect(await listOf(engine, source, 1)).toEqual(whole);
        expect(await listOf(engine, source, 2)).toEqual(whole);
      }),
      runs(25),
    );
  });

  it('draws customers who are new or eligible now, and leaves those on the list who are gone', async () => {
    const engine = openEngine();
    const old = await customersOf(engine, ['A,1', 'B,2', 'C,3', 'D,4', 'E,']);
    const drawing = drawingOf(old, 1);
    value(await engine.request('draw', { ...drawing, counts: [[2, 1], [0, 0]] })); // prettier-ignore
    const first = await listOf(engine, old, 1);
    const gone = first[0]?.split(',')[0] ?? '';
    const stays = ['A', 'B', 'C', 'D'].filter((id) => id !== gone).map((id) => `${id},1`);
    // F is new, E has a value by now.
    const now = await customersOf(engine, [...stays, 'E,5', 'F,6']);
    const asked = drawingOf(now, 1);
    expect(value(await engine.request('count-left', asked))).toEqual([3, 0]);
    const wave = value(await engine.request('top-up', { ...asked, counts: [[1, 2], [0, 0]] })); // prettier-ignore
    expect(wave.population).toEqual([3, 0]);
    const list = await listOf(engine, now, 1);
    expect(list.slice(0, 3)).toEqual(first);
    const drawn = list.slice(3).map((line) => line.split(',')[0]);
    const undrawn = ['A', 'B', 'C', 'D'].find((id) => !first.some((line) => line.startsWith(id)));
    expect(drawn.sort()).toEqual([undrawn, 'E', 'F']);
  });

  it('is refused, the list as it was, where a cell has too few left, an id is there twice, or the draw is stopped', async () => {
    const engine = openEngine();
    const source = await customersOf(engine, ['A,1', 'B,2', 'C,3', 'D,500']);
    const drawing = drawingOf(source, 1);
    value(await engine.request('draw', { ...drawing, counts: [[1, 1], [0, 1]] })); // prettier-ignore
    const before = await listOf(engine, source, 1);
    expect(await engine.request('top-up', { ...drawing, counts: [[1, 1], [0, 0]] })).toEqual({
      ok: false,
      problem: { code: 'cell-too-small', cell: 0, wanted: 2, available: 1 },
    }); // prettier-ignore
    engine.isCancelled = () => true;
    expect(await engine.request('top-up', { ...drawing, counts: [[1, 0], [0, 0]] })).toEqual({
      ok: false,
      problem: { code: 'cancelled' },
    }); // prettier-ignore
    engine.isCancelled = () => false;
    const twice = value(
      await engine.importText('customer_id,points\nA,1\nX,1\nX,2\n', { duplicates: 'keep-all' }),
    );
    const asked = { ...drawing, source: { ...source, table: twice.name } };
    const refused = { ok: false, problem: { code: 'duplicate-customers', count: 1, example: 'X' } };
    expect(await engine.request('top-up', { ...asked, counts: [[1, 0], [0, 0]] })).toEqual(refused); // prettier-ignore
    expect(await engine.request('count-left', asked)).toEqual(refused);
    expect(await listOf(engine, source, 1)).toEqual(before);
  });

  it('counts who is on the list of another running experiment out of those who are left, as the rule of the design says', async () => {
    const engine = openEngine();
    const source = await customersOf(engine, ['A,1', 'B,2', 'C,3', 'D,4', 'E,5']);
    const ruled: Design = {
      ...design,
      eligibility: [{ isOn: true, exclude: true, any: [{ kind: 'running-experiment' }] }],
    };
    const drawing = { ...drawingOf(source, 1), design: ruled };
    value(await engine.request('draw', { ...drawing, counts: [[1, 1], [0, 0]] })); // prettier-ignore
    const other = { ...drawingOf(source, 2), counts: [[1, 1], [0, 0]] }; // prettier-ignore
    value(await engine.request('draw', { ...other, seed: '봄' }));
    // The same seed has drawn the same two into the other experiment: three are left, running or not.
    expect(value(await engine.request('count-left', { ...drawing, running: [2] }))).toEqual([3, 0]);
    value(await engine.request('top-up', other));
    expect(value(await engine.request('count-left', { ...drawing, running: [2] }))).toEqual([1, 0]);
    const wave = value(await engine.request('top-up', { ...drawing, running: [2], counts: [[1, 0], [0, 0]] })); // prettier-ignore
    expect(wave.runningExperiments).toEqual([2]);
    const [theirs, ours] = [await listOf(engine, source, 2), await listOf(engine, source, 1, 2)];
    expect(theirs.map((line) => line.split(',')[0])).not.toContain(ours[0]?.split(',')[0]);
  });
});
