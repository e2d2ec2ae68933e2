import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultStageRules } from '#core/customers/journey.ts';
import type { CustomerSource } from '#core/customers/variable.ts';
import type { Attribute, Design } from '#core/design/design.ts';
import { onlyThose } from '#core/design/eligibility.ts';
import { deckDesign } from './deck-design.ts';
import { openEngine, value, type TestEngine } from './open-engine.ts';
import { runs } from '../property-runs.ts';

const asOf = '2017-03-30';

interface Person {
  readonly date: string | null;
  readonly points: number | null;
  readonly amount: number | null;
  readonly region: string | null;
}

/** What makes levels hard: days around the end of a month, dates to come, values at a cut, missing ones. */
const person: fc.Arbitrary<Person> = fc.record({
  date: fc.option(
    fc
      .tuple(
        fc.integer({ min: 2015, max: 2017 }),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom('01', '28', '29', '30', '31'),
      ) // prettier-ignore
      .map(([year, month, day]) => `${year}-${String(month).padStart(2, '0')}-${day}`)
      .filter((date) => new Date(date).toISOString().startsWith(date)),
  ),
  points: fc.option(fc.integer({ min: -5, max: 12 })),
  amount: fc.option(fc.integer({ min: -40, max: 40 }).map((quarters) => quarters / 4)),
  region: fc.option(fc.constantFrom('서울', '경기', '부산')),
});

const cuts = (min: number, max: number, step = 1) =>
  fc
    .uniqueArray(fc.integer({ min, max }), { minLength: 1, maxLength: 3 })
    .map((places) => places.sort((one, other) => one - other).map((place) => place * step));

/** One look at the design while something is dragged. */
interface Look {
  readonly months: readonly number[];
  readonly days: boolean;
  /** Whether customers of unknown amount are a level. */
  readonly unknown: boolean;
  readonly points: readonly number[];
  readonly amounts: readonly number[];
  readonly least: number;
}

const look: fc.Arbitrary<Look> = fc.record({
  months: cuts(0, 26),
  days: fc.boolean(),
  unknown: fc.boolean(),
  points: cuts(-6, 13),
  amounts: cuts(-41, 41, 0.25),
  least: fc.integer({ min: -6, max: 2 }),
});

/** Mostly one thing is moved at a time; an undo or another plan moves all at once. */
const move: fc.Arbitrary<Partial<Look>> = fc.oneof(
  { weight: 4, arbitrary: cuts(0, 26).map((months) => ({ months })) },
  { weight: 4, arbitrary: cuts(-6, 13).map((points) => ({ points })) },
  { weight: 4, arbitrary: cuts(-41, 41, 0.25).map((amounts) => ({ amounts })) },
  { weight: 2, arbitrary: fc.integer({ min: -6, max: 2 }).map((least) => ({ least })) },
  { weight: 1, arbitrary: fc.boolean().map((days) => ({ days })) },
  { weight: 1, arbitrary: fc.boolean().map((unknown) => ({ unknown })) },
  { weight: 1, arbitrary: look },
);

const column = (name: string) => ({ from: 'customers', column: name }) as const;

function designOf({ months, days, unknown, points, amounts, least }: Look): Design {
  const attribute = (id: string, banding: Attribute['banding']): Attribute => ({
    id,
    name: id,
    variable: column(id),
    banding,
    levelNames: ['1', '2', '3', '4'],
    unknownName: null,
    highestFirst: true,
  });
  return {
    ...deckDesign(),
    asOf,
    eligibility: [
      onlyThose({ kind: 'number', variable: column('points'), from: least, below: null }),
    ],
    attributes: [
      attribute('date', days ? { kind: 'days-since', cuts: months.map((month) => month * 30) } : { kind: 'months-since', cuts: months }), // prettier-ignore
      attribute('points', { kind: 'number', cuts: points }),
      {
        ...attribute('amount', { kind: 'number', cuts: amounts }),
        unknownName: unknown ? '?' : null,
      },
      attribute('region', { kind: 'category', groups: [['서울'], ['경기', '부산']] }),
    ],
  };
}

/** The table as SQLite counts it from the rows themselves. */
function countInSql({ engine }: TestEngine, table: string, shown: Look): Map<string, number> {
  const level = (value: string, cutsOf: readonly number[]) =>
    `${cutsOf.map((cut) => `(${value} >= ${cut})`).join(' + ')}`;
  const part = (of: string, from: number, length: number) => `CAST(substr(${of}, ${from}, ${length}) AS INTEGER)`; // prettier-ignore
  const months =
    `((${asOf.slice(0, 4)} - ${part('date', 1, 4)}) * 12 + ${Number(asOf.slice(5, 7))} - ${part('date', 6, 2)}` +
    ` - (${part('date', 9, 2)} > ${asOf.slice(8)}))`;
  // A look of n months is one of 30 n days where days are counted.
  const since = shown.days ? `((julianday('${asOf}') - julianday(date)) / 30)` : months;
  const rows = engine.database.all(
    `SELECT ${level(since, shown.months)}, ${level('points', shown.points)},
       ${`CASE WHEN amount IS NULL THEN ${shown.amounts.length + 1} ELSE ${level('amount', shown.amounts)} END`},
       CASE WHEN region = '서울' THEN 0 WHEN region IS NOT NULL THEN 1 END, count(*)
     FROM ${table} WHERE points >= ${shown.least} AND date <= '${asOf}' AND (amount IS NOT NULL OR ${shown.unknown}) AND region IS NOT NULL
     GROUP BY 1, 2, 3, 4`,
  );
  return new Map(rows.map((row) => [row.slice(0, 4).join(), Number(row[4])]));
}

describe('the quota table while cuts are dragged', () => {
  it('is at every place of every drag what SQL counts afresh', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(person, { minLength: 1, maxLength: 60 }),
        look,
        fc.array(move, { maxLength: 12 }),
        async (people, start, moves) => {
          const engine = openEngine();
          const cell = (each: string | number | null) => (each === null ? '' : String(each));
          const lines = people.map(
            ({ date, points, amount, region }, row) =>
              `C${row},${cell(date)},${cell(points)},${cell(amount)},${cell(region)}`,
          );
          // Rows in front that give every column its kind; they fulfil no rule.
          const first = ['X,2010-01-31,-9,0.25,서울', 'Y,2010-01-31,-9,0.5,부산'];
          const table = value(
            await engine.importText(
              ['customer_id,date,points,amount,region', ...first, ...lines].join('\n'),
            ),
          );
          const source: CustomerSource = {
            table: table.name,
            idColumn: 'customer_id',
            lastPurchaseColumn: null,
            transactions: null,
          };
          const looks = moves.reduce((all, next) => [...all, { ...(all.at(-1) ?? start), ...next }], [start]); // prettier-ignore
          for (const shown of looks) {
            const design = designOf(shown);
            const counted = await engine.request('count-quota', {
              source,
              design,
              rules: defaultStageRules,
              running: [],
            });
            const expected = countInSql(engine, table.name, shown);
            const levels = [shown.months.length + 1, shown.points.length + 1, shown.amounts.length + (shown.unknown ? 2 : 1)]; // prettier-ignore
            const [, pointLevels = 0, amountLevels = 0] = levels;
            const found = new Map(
              counted.population.flatMap((customers, index) => {
                const region = index % 2;
                const amount = Math.floor(index / 2) % amountLevels;
                const points = Math.floor(index / 2 / amountLevels) % pointLevels;
                const months = Math.floor(index / 2 / amountLevels / pointLevels);
                return customers > 0 ? [[[months, points, amount, region].join(), customers]] : [];
              }),
            );
            expect(found).toEqual(expected);
            const inCells = [...expected.values()].reduce((sum, each) => sum + each, 0);
            expect(counted.unclassified).toBe(counted.eligible - inCells);
          }
        },
      ),
      runs(60),
    );
  });
});
