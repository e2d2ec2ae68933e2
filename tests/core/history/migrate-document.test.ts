import { describe, expect, it } from 'vitest';
import { emptyBrief } from '#core/design/brief.ts';
import type { Arm } from '#core/design/design.ts';
import { undecided } from '#core/design/undecided.ts';
import { soleCondition, type EligibilityRule } from '#core/design/eligibility.ts';
import { migrateDocument } from '#core/history/migrate-document.ts';
import { documentVersion, type ProjectDocument } from '#core/history/project-document.ts';
import { readDocument } from '#core/history/read-document.ts';
import { noFurtherColumns, usualReading } from '#core/results/analysis.ts';
import { usualListPlan } from '#core/rollout/list/list-plan.ts';
import { usualOutlook } from '#core/rollout/outlook/outlook-plan.ts';
import type { CarrotTerms } from '#core/rollout/plan.ts';
import { usualPolicy } from '#core/rollout/policy/policy-plan.ts';
import { usualProcess } from '#core/rollout/process.ts';
import { usualUnitValue, type UnitValue } from '#core/rollout/unit-value.ts';
import { plainDialect, plainLayout } from '#core/import/dialect.ts';
import { fullDocument } from './full-document.ts';

function without(fields: object, left: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== left));
}

/** A value with every object in it made another, the inner ones first. */
function changedDeep(value: unknown, change: (fields: Record<string, unknown>) => object): unknown {
  if (Array.isArray(value)) return value.map((each) => changedDeep(each, change));
  if (typeof value !== 'object' || value === null) return value;
  return change(
    Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, changedDeep(each, change)]),
    ),
  );
}

/** What version 3 added to experiments, their designs and draws. */
const addedIn3 = [
  'brief',
  'controlFactors',
  'channels',
  'channel',
  'valueToCustomer',
  'redemptionShare',
  'freeze',
  'versionOf',
  'balance',
  'runningExperiments',
];
/** What version 4 added to designs, draws and outcomes. */
const addedIn4 = [
  'unknownName',
  'expectedLift',
  'run',
  'factorPlan',
  'cellRules',
  'budget',
  'questionPlan',
  'earnings',
  'topUps',
  'carrots',
];
const olderKinds = ['category', 'number', 'months-since'];

/** A win-back chain with one follow-up, and nothing else that version 6 added. */
const plainChain = {
  costPerReward: 0,
  discountPerMonth: 0,
  holdoutShare: null,
  holdoutRetainedShare: null,
  retainedShareWithout: null,
  followUps: [],
};

/** The project as far as version 5 could say it: a rollout of one carrot, on the terms of that one. */
const sayableIn5 = changedDeep(fullDocument, (fields) => ({
  ...fields,
  ...('effectKept' in fields && usualOutlook),
  ...('sameWithin' in fields && usualPolicy),
  ...('cannibalisedShare' in fields && {
    ...usualUnitValue,
    marginShare: fields['marginShare'],
  }),
  ...('redemptionShare' in fields && 'orderValue' in fields && { redemptionShare: 1 }),
  ...('listPlan' in fields && { listPlan: usualListPlan, lists: [], process: usualProcess }),
  ...('severalArms' in fields && { severalArms: 'count' }),
  ...('notOnList' in fields && 'repeatedCustomers' in fields && { inSeveralArms: 0 }),
  ...('followUps' in fields && plainChain),
})) as ProjectDocument;

/** What version 6 added, taken away: a rollout as its one carrot had it. */
function withoutVersion6(document: unknown): unknown {
  return changedDeep(document, (fields) => {
    if (!('outlook' in fields))
      return ['severalArms', 'inSeveralArms'].reduce<object>(without, fields);
    const { value, carrots, winBack, ...others } = fields;
    const kept = ['policy', 'outlook', 'listPlan', 'lists', 'process'].reduce<object>(
      without,
      others,
    );
    const [terms] = carrots as readonly CarrotTerms[];
    const { marginShare } = value as UnitValue;
    return {
      ...kept,
      ...['arm', 'redemptionShare'].reduce<object>(without, terms ?? {}),
      marginShare,
      winBack: Object.keys(plainChain).reduce<object>(without, winBack as object),
    };
  });
}

/** The same project as version 5 wrote it. */
function asVersion5(): Record<string, unknown> {
  return { ...(withoutVersion6(sayableIn5) as object), version: 5 };
}

/** The project as far as version 4 could say it: one file of responses whenever they came, one look, nothing concluded. */
const sayableIn4 = changedDeep(sayableIn5, (fields) => ({
  ...fields,
  ...('looks' in fields && { looks: undecided.looks }),
  ...('everyRow' in fields && { ...noFurtherColumns, furtherFiles: [] }),
  ...('moneyCapShare' in fields && { ...usualReading, confidenceShare: fields['confidenceShare'] }),
  ...('conclusions' in fields && { conclusions: [] }),
})) as ProjectDocument;

/** What versions 5 and 6 added, taken away. */
function withoutVersion5(document: unknown): unknown {
  const columns = Object.keys(noFurtherColumns);
  const reading = Object.keys(usualReading).filter((name) => name !== 'confidenceShare');
  return changedDeep(withoutVersion6(document), (fields) =>
    [
      'looks',
      'conclusions',
      ...('armColumn' in fields || 'everyRow' in fields ? columns : []),
      ...('everyRow' in fields ? ['everyRow', 'furtherFiles'] : []),
      // The questions of a design have a rule of the same name.
      ...('moneyCapShare' in fields ? reading : []),
    ].reduce<object>(without, fields),
  );
}

/** The same project as version 4 wrote it. */
function asVersion4(): Record<string, unknown> {
  return { ...(withoutVersion5(sayableIn4) as object), version: 4 };
}

/** The project as far as version 3 could say it: arms of their own, no limits, the standard questions. */
const sayableIn3 = changedDeep(sayableIn4, (fields) => ({
  ...fields,
  ...('unknownName' in fields && { unknownName: null }),
  ...('expectedLift' in fields && { expectedLift: null, run: null }),
  ...('cellRules' in fields && undecided),
  ...('topUps' in fields && { topUps: [] }),
  ...('bestArm' in fields && { carrots: [] }),
})) as ProjectDocument;

/** The same project as version 3 wrote it. */
function asVersion3(): Record<string, unknown> {
  const older = changedDeep(withoutVersion5(sayableIn3), (fields) =>
    addedIn4.reduce<object>(without, fields),
  );
  return { ...(older as object), version: 3 };
}

/** The project as far as an earlier version could say it: rules of one condition, nothing of version 3. */
const sayable = changedDeep(sayableIn3, (fields) => {
  const known = {
    ...fields,
    ...('runningExperiments' in fields && { runningExperiments: [], balance: null }),
    ...('freeze' in fields && { freeze: null, versionOf: null }),
  };
  const { eligibility } = known as { eligibility?: readonly EligibilityRule[] };
  if (!eligibility) return known;
  const isOlder = (rule: EligibilityRule) => olderKinds.includes(soleCondition(rule)?.kind ?? '');
  const { arms } = known as { arms?: readonly Arm[] };
  return {
    ...known,
    brief: emptyBrief,
    controlFactors: [],
    channels: [{ id: 'channel-1', name: '', kind: 'other', costPerContact: 3500, reachShare: 1 }],
    arms: arms?.map((arm) => ({
      ...arm,
      channel: arm.role === 'holdout' ? null : 'channel-1',
      valueToCustomer: null,
      redemptionShare: 1,
    })),
    eligibility: eligibility.filter(isOlder),
  };
}) as ProjectDocument;

/** The same project as version 2 wrote it. */
function asVersion2(): Record<string, unknown> {
  const older = changedDeep(withoutVersion5(sayable), ({ eligibility, ...fields }) => {
    const rules = eligibility as readonly EligibilityRule[] | undefined;
    const filters = rules?.map(({ any: [condition] }) => without(condition ?? {}, 'drawn'));
    return {
      ...[...addedIn3, ...addedIn4].reduce<object>(without, fields),
      // One contact cost for all carrots stood where the channels are now.
      ...(filters && { filters, costPerContact: 3500 }),
    };
  });
  return { ...(older as object), version: 2 };
}

/** The same project as version 1 wrote it. */
function asVersion1(): Record<string, unknown> {
  return {
    ...without(asVersion2(), 'queries'),
    version: 1,
    tables: fullDocument.tables.map((table) => ({
      ...table,
      columns: table.columns.map((column) => without(column, 'personal')),
      report: table.report && {
        ...without(table.report, 'source'),
        encoding: 'euc-kr',
        delimiter: ';',
      },
    })),
  };
}

describe('a document of an earlier version', () => {
  it('of version 1 opens with all that it said', () => {
    const read = readDocument(JSON.stringify(asVersion1()));
    if (!read.ok) throw new Error(JSON.stringify(read.problem));
    expect(read.value.version).toBe(documentVersion);
    expect(read.value.tables[0]?.report?.source).toEqual({
      format: 'text',
      encoding: 'euc-kr',
      dialect: { ...plainDialect, delimiter: ';' },
      layout: plainLayout,
    });
    expect(read.value.tables[0]?.columns[0]?.personal).toBeNull();
    expect({ ...read.value, tables: [] }).toEqual({ ...sayable, queries: [], tables: [] });
  });

  it('of version 2 opens with all that it said: an empty brief, a rule for each filter, nobody left out', () => {
    const read = readDocument(JSON.stringify(asVersion2()));
    if (!read.ok) throw new Error(JSON.stringify(read.problem));
    expect(read.value).toEqual(sayable);
    expect(read.value.experiments[0]?.design?.eligibility).toHaveLength(3);
    const strata = read.value.experiments[0]?.analysis?.strata;
    expect(strata?.kind === 'cells' && strata.design.eligibility[0]).toEqual({
      isOn: true,
      exclude: false,
      any: [{ kind: 'category', variable: { from: 'stage' }, values: ['inactive'], drawn: null }],
    });
  });

  it('of version 3 opens with all that it said', () => {
    const read = readDocument(JSON.stringify(asVersion3()));
    if (!read.ok) throw new Error(JSON.stringify(read.problem));
    expect(read.value).toEqual(sayableIn3);
  });

  it('of version 4 opens with all that it said', () => {
    const read = readDocument(JSON.stringify(asVersion4()));
    if (!read.ok) throw new Error(JSON.stringify(read.problem));
    expect(read.value).toEqual(sayableIn4);
  });

  it('of version 5 opens with all that it said: the rollout of one carrot on its terms', () => {
    const read = readDocument(JSON.stringify(asVersion5()));
    if (!read.ok) throw new Error(JSON.stringify(read.problem));
    expect(read.value).toEqual(sayableIn5);
  });

  it.each([null, 5, 'text', [], {}, { version: 0 }, { version: 1.5 }, { version: '1' }])(
    'is not made out of %j',
    (parsed) => {
      expect(migrateDocument(parsed)).toBe(parsed);
    },
  );

  it.each([
    { version: 1, tables: 5 },
    { version: 1, tables: [5, { report: 7, columns: [null] }] },
    JSON.parse('{"version":1,"__proto__":{"tables":[]}}'),
  ])('that is damaged is refused, not repaired: %j', (parsed) => {
    expect(readDocument(JSON.stringify(parsed))).toMatchObject({
      ok: false,
      problem: { code: 'not-a-project' },
    });
  });
});
