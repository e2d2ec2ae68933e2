import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { defaultStageRules } from '#core/customers/journey.ts';
import type { CustomerSource } from '#core/customers/variable.ts';
import type { Design } from '#core/design/design.ts';
import {
  noneOfThose,
  onlyThose,
  type Condition,
  type EligibilityRule,
} from '#core/design/eligibility.ts';
import { customerSource } from '#core/history/customer-source.ts';
import { emptyDocument, type ProjectDocument } from '#core/history/project-document.ts';
import type { DataTable } from '#core/import/column.ts';
import { consoleSchema } from '#core/sql/console-schema.ts';
import { projectSql } from '#core/sql/project-queries.ts';
import { sqlProject } from '#core/sql/sql-project.ts';
import { sqlKo } from '#text/sql/ko.ts';
import { runs } from '../property-runs.ts';
import { deckDesign } from './deck-design.ts';
import { openConsole, type TestConsole } from './open-console.ts';
import { openEngine, value, type TestEngine } from './open-engine.ts';

const asOf = '2017-03-26';

interface Person {
  readonly id: string;
  readonly region: string | null;
  readonly points: number | null;
  readonly consent: boolean | null;
  readonly bought: string | null;
}

/** ISO day so many days before the as-of date. */
const daysAgo = (days: number) =>
  new Date(Date.parse(asOf) - days * 86_400_000).toISOString().slice(0, 10);

const regions = ['서울', '경기', '부산', null, '대구', "O'Brien"];

/** Every combination of values that could be told apart, also none, the edges of months, and the future. */
const people: readonly Person[] = Array.from({ length: 600 }, (_, place) => ({
  id: `K${1000 + place}`,
  region: regions[place % 6] ?? null,
  points: place % 7 === 0 ? null : ((place * 37) % 41) * 100 - 500,
  consent: place % 5 === 0 ? null : place % 2 === 0,
  bought: place % 11 === 0 ? null : daysAgo(((place * 13) % 400) - 20),
}));

/** Who was contacted, and when; some without a date, some strangers, some twice. */
const contacts = people.flatMap(({ id }, place) =>
  place % 3 === 0
    ? [
        { id, day: place % 9 === 0 ? null : daysAgo(((place * 7) % 120) - 10) },
        ...(place % 2 === 0 ? [{ id, day: daysAgo((place * 5) % 200) }] : []),
      ]
    : place % 50 === 1
      ? [{ id: `X${place}`, day: daysAgo(1) }]
      : [],
);
const refused = people.filter((_, place) => place % 13 === 5).map(({ id }) => id);

const variable = (column: string) => ({ from: 'customers', column }) as const;

/** What a condition says of a person, straight from its words. */
function fits(condition: Condition, person: Person, running: ReadonlySet<string>): boolean {
  switch (condition.kind) {
    case 'listed':
      if (condition.table === 'refusals') return refused.includes(person.id);
      return contacts.some(({ id, day }) => {
        if (id !== person.id) return false;
        if (condition.within === null) return true;
        const days = day === null ? NaN : daysSince(day);
        return days >= 0 && days <= condition.within.days;
      });
    case 'running-experiment':
      return running.has(person.id);
    case 'id-sample': {
      const digest = createHash('md5').update(`${condition.seed}:${person.id}`).digest();
      return digest.readUInt32BE(0) / 2 ** 32 < condition.share;
    }
  }
  if (condition.variable.from !== 'customers') throw new Error('Only columns are asked for');
  const { column } = condition.variable;
  const held = {
    region: person.region,
    points: person.points,
    consent: person.consent === null ? null : person.consent ? '1' : '0',
    bought: person.bought,
  }[column];
  if (condition.kind === 'missing') return held === null;
  if (held === null || held === undefined) return false;
  switch (condition.kind) {
    case 'category':
      return condition.values.includes(String(held));
    case 'number':
      return Number(held) >= (condition.from ?? -1e9) && Number(held) < (condition.below ?? 1e9);
    case 'days-since':
    case 'months-since': {
      const past =
        condition.kind === 'days-since' ? daysSince(String(held)) : monthsSince(String(held));
      return past >= 0 && past >= (condition.from ?? 0) && past <= (condition.to ?? 1e9);
    }
  }
}

const daysSince = (day: string) => (Date.parse(asOf) - Date.parse(day)) / 86_400_000;

function monthsSince(day: string): number {
  const [from, to] = [new Date(day), new Date(asOf)];
  const months =
    (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  return to.getUTCDate() < from.getUTCDate() ? months - 1 : months;
}

const limits = (smallest: number, largest: number) =>
  fc.option(fc.integer({ min: smallest, max: largest }), { nil: null });

const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    kind: fc.constant('category' as const),
    variable: fc.constant(variable('region')),
    values: fc.subarray(['서울', '경기', '부산', "O'Brien", '없는 곳']),
    drawn: fc.constant(null),
  }),
  fc.record({
    kind: fc.constant('category' as const),
    variable: fc.constant(variable('consent')),
    values: fc.subarray(['0', '1'], { minLength: 1 }),
    drawn: fc.constant(null),
  }),
  fc.record({
    kind: fc.constant('number' as const),
    variable: fc.constant(variable('points')),
    from: limits(-600, 3600),
    below: limits(-600, 3600),
  }),
  fc.record({
    kind: fc.constantFrom('months-since' as const, 'days-since' as const),
    variable: fc.constant(variable('bought')),
    from: limits(-3, 14),
    to: limits(-3, 400),
  }),
  fc.record({
    kind: fc.constant('missing' as const),
    variable: fc.constantFrom(
      variable('region'),
      variable('points'),
      variable('consent'),
      variable('bought'),
    ),
  }),
  fc.record({
    kind: fc.constant('listed' as const),
    table: fc.constant('contacts'),
    customerColumn: fc.constant('customer_id'),
    within: fc.option(
      fc.record({
        dateColumn: fc.constant('contact_date'),
        days: fc.integer({ min: 0, max: 150 }),
      }),
      { nil: null },
    ),
  }),
  fc.constant({
    kind: 'listed' as const,
    table: 'refusals',
    customerColumn: 'customer_id',
    within: null,
  }),
  fc.constant({ kind: 'running-experiment' as const }),
  fc.record({
    kind: fc.constant('id-sample' as const),
    seed: fc.constantFrom('always-on', "O'Brien 홀드아웃"),
    share: fc.constantFrom(0.05, 0.5, 0.999_999_999_9, 1),
  }),
);

const rule: fc.Arbitrary<EligibilityRule> = fc.record({
  isOn: fc.boolean(),
  exclude: fc.boolean(),
  any: fc.array(condition, { minLength: 1, maxLength: 3 }),
});

describe('the rules of a design', () => {
  let engine: TestEngine;
  let source: CustomerSource;
  let tables: ReadonlyMap<string, DataTable>;
  let document: ProjectDocument;
  let console: TestConsole;
  let onLists: ReadonlySet<string>;

  beforeAll(async () => {
    engine = openEngine();
    const written = (cell: string | number | boolean | null) =>
      cell === null ? '' : cell === true ? 'Y' : cell === false ? 'N' : String(cell);
    const imported = async (label: string, role: DataTable['role'], rows: readonly unknown[][]) =>
      value(
        await engine.importText(
          rows.map((row) => row.map((cell) => written(cell as string)).join(',')).join('\n'),
          { label, tableRole: role },
        ),
      );
    const list = await imported('customers', 'customers', [
      ['customer_id', 'region', 'points', 'consent', 'bought'],
      ...people.map(({ id, region, points, consent, bought }) => [
        id,
        region,
        points,
        consent,
        bought,
      ]),
    ]);
    const history = await imported('contacts', 'experiment', [
      ['customer_id', 'contact_date'],
      ...contacts.map(({ id, day }) => [id, day]),
    ]);
    const refusals = await imported('refusals', 'other', [
      ['customer_id', 'why'],
      ...refused.map((id) => [id, 'asked']),
    ]);
    tables = new Map([['customers', list], ['contacts', history], ['refusals', refusals]]); // prettier-ignore
    document = { ...emptyDocument('rules'), tables: [list, history, refusals], asOf };
    const found = customerSource(document);
    if (!found) throw new Error('There is a customer list');
    source = found;
    const other = value(
      await engine.request('draw', {
        ...counted([
          onlyThose({ kind: 'number', variable: variable('points'), from: 0, below: 2000 }),
        ]),
        experiment: 7,
        seed: 'other',
        counts: [[40, 30]],
        drawnAt: '2017-03-20T00:00:00Z',
      }),
    );
    const drawn = engine.engine.columns.drawnCustomers([7]);
    expect(drawn.size).toBe(70);
    onLists = drawn;
    document = {
      ...document,
      experiments: [
        experimentWith(7, designWith([]), other),
        experimentWith(1, designWith([]), null),
      ],
      currentExperiment: 1,
      nextId: 8,
    };
    console = openConsole(await engine.request('copy-rows', {}), consoleSchema(document));
  });

  function experimentWith(
    id: number,
    design: Design,
    assignment: ProjectDocument['experiments'][number]['assignment'],
  ): ProjectDocument['experiments'][number] {
    const nothing = {
      freeze: null,
      versionOf: null,
      ideaId: null,
      analysis: null,
      outcome: null,
      conclusions: [],
      rollout: null,
    };
    return { id, name: `E${id}`, createdAt: '', design, assignment, ...nothing };
  }

  /** The rules with the tables by the names that the engine gave them. */
  const placed = (rules: readonly EligibilityRule[]): EligibilityRule[] =>
    rules.map((each) => ({
      ...each,
      any: each.any.map((condition) =>
        condition.kind === 'listed'
          ? { ...condition, table: tables.get(condition.table)?.name ?? condition.table }
          : condition,
      ),
    }));
  const designWith = (rules: readonly EligibilityRule[]): Design => ({
    ...deckDesign(),
    asOf,
    attributes: [],
    eligibility: placed(rules),
  });
  const counted = (rules: readonly EligibilityRule[], running: readonly number[] = []) => ({
    source,
    design: designWith(rules),
    rules: defaultStageRules,
    running,
  });
  const count = (rules: readonly EligibilityRule[], running: readonly number[] = [7]) =>
    engine.request('count-quota', counted(rules, running));

  const passes = ({ exclude, any }: EligibilityRule, person: Person) =>
    any.some((condition) => fits(condition, person, onLists)) !== exclude;

  const sqlAnswer = (rules: readonly EligibilityRule[], name: 'quota' | 'rules') => {
    const asked: ProjectDocument = {
      ...document,
      experiments: document.experiments.map((each) =>
        each.id === 1 ? { ...each, design: designWith(rules) } : each,
      ),
    };
    const sql = projectSql(sqlProject(asked, sqlKo.columns), name);
    return console.ask(sql ?? '').rows;
  };

  it('count as their words say, one after the other and each alone, and so does their SQL', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(rule, { maxLength: 5 }), async (rules) => {
        const quota = await count(rules);
        let left: readonly Person[] = people;
        rules.forEach((each, place) => {
          const after = each.isOn ? left.filter((person) => passes(each, person)) : left;
          const alone = people.filter((person) => !passes(each, person));
          expect(quota.rules[place]).toEqual({
            removed: left.length - after.length,
            left: after.length,
            removesAlone: alone.length,
            isLost: false,
          });
          left = after;
        });
        expect(quota.eligible).toBe(left.length);
        expect(quota.population).toEqual([left.length]);
        expect(quota.inOtherExperiments).toBe(left.filter(({ id }) => onLists.has(id)).length);
        expect(sqlAnswer(rules, 'quota')[0]?.at(-1)).toBe(left.length);
        const told = quota.rules.map((each, place) => [
          place + 1,
          each.removed,
          each.removesAlone,
          each.left,
        ]);
        expect(sqlAnswer(rules, 'rules')).toEqual(rules.length > 0 ? told : [[people.length]]);
      }),
      runs(150),
    );
  });

  it('do not depend on their order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(rule, { minLength: 2, maxLength: 5 }), async (rules) => {
        const [forwards, backwards] = [await count(rules), await count(rules.toReversed())];
        expect(backwards.eligible).toBe(forwards.eligible);
      }),
      runs(30),
    );
  });

  it('that leave nobody name the fewest rules to switch off, and what that gives', async () => {
    let empty = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(rule, { minLength: 3, maxLength: 6 }), async (rules) => {
        const { eligible, relief } = await count(rules);
        if (eligible > 0) {
          expect(relief).toBeNull();
          return;
        }
        empty += 1;
        const without = (off: ReadonlySet<number>) =>
          people.filter((person) =>
            rules.every((each, place) => !each.isOn || off.has(place) || passes(each, person)),
          ).length;
        if (!relief) throw new Error('Somebody is on the list');
        expect(without(new Set(relief.rules))).toBe(relief.customers);
        expect(relief.customers).toBeGreaterThan(0);
        // No smaller set helps, and no other of the size gives more.
        for (let bits = 0; bits < 2 ** rules.length; bits++) {
          const off = rules.flatMap((_, place) =>
            Math.floor(bits / 2 ** place) % 2 ? [place] : [],
          );
          if (off.length < relief.rules.length) expect(without(new Set(off))).toBe(0);
          if (off.length === relief.rules.length)
            expect(without(new Set(off))).toBeLessThanOrEqual(relief.customers);
        }
      }),
      runs(60),
    );
    expect(empty).toBeGreaterThan(3);
  });

  it('keep the customers of running experiments out of the draw as out of the count', async () => {
    const rules = [noneOfThose({ kind: 'running-experiment' })];
    const { eligible } = await count(rules, [7]);
    expect(eligible).toBe(people.length - 70);
    const drawing = { experiment: 1, seed: '3', drawnAt: '2017-03-26T00:00:00Z' };
    const all = { ...drawing, counts: [[eligible, 0]] };
    const assignment = value(await engine.request('draw', { ...counted(rules, [7]), ...all }));
    expect(assignment).toMatchObject({ population: [530], runningExperiments: [7] });
    expect([...engine.engine.columns.drawnCustomers([1])].some((id) => onLists.has(id))).toBe(
      false,
    );
    // The other experiment is over: everybody is free again.
    expect((await count(rules, [])).eligible).toBe(people.length);
  });

  it('follow a list that is drawn again', async () => {
    const rules = [onlyThose({ kind: 'running-experiment' })];
    const drawing = { experiment: 9, seed: '3', drawnAt: '2017-03-26T00:00:00Z' };
    for (const size of [5, 8]) {
      value(await engine.request('draw', { ...counted([]), ...drawing, counts: [[size, 0]] }));
      expect((await count(rules, [9])).eligible).toBe(size);
    }
  });

  it('that ask for what is not there any more are named, and count nobody out', async () => {
    const quota = await count([
      noneOfThose({ kind: 'missing', variable: variable('gone') }),
      noneOfThose({
        kind: 'listed',
        table: 'data_99',
        customerColumn: 'customer_id',
        within: null,
      }),
      onlyThose({
        kind: 'number',
        variable: { from: 'transactions', measure: 'spend' },
        from: 1,
        below: null,
      }),
      onlyThose({ kind: 'number', variable: variable('points'), from: 0, below: null }),
    ]);
    expect(quota.rules.map(({ isLost }) => isLost)).toEqual([true, true, true, false]);
    expect(quota.rules[2]?.left).toBe(people.length);
    expect(quota.eligible).toBe(people.filter(({ points }) => (points ?? -1) >= 0).length);
  });

  it('draw values by the MD5 of seed and value', async () => {
    const asked = { source, variable: variable('region'), asOf, rules: defaultStageRules };
    const drawn = await engine.request('sample-values', { ...asked, count: 2, seed: '7' });
    // printf '7:서울' | md5sum, and so on, sorted
    expect(drawn).toEqual({ values: ['서울', '대구'], of: 5 });
    const all = await engine.request('sample-values', { ...asked, count: 9, seed: '7' });
    expect(all.values.slice(0, 2)).toEqual(drawn.values);
    expect(all.values.toSorted()).toEqual(["O'Brien", '경기', '대구', '부산', '서울'].toSorted());
  });
});
