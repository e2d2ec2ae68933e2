import { describe, expect, it } from 'vitest';
import { emptyBrief } from '#core/design/brief.ts';
import { migrateDocument } from '#core/history/migrate-document.ts';
import { documentVersion } from '#core/history/project-document.ts';
import { readDocument } from '#core/history/read-document.ts';
import { plainDialect, plainLayout } from '#core/import/dialect.ts';
import { fullDocument } from './full-document.ts';

function without(fields: object, left: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== left));
}

/** What version 3 added to experiments and their designs. */
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
];

/** A value without what version 3 added, wherever it occurs. */
function before3(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(before3);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !addedIn3.includes(name))
      .map(([name, each]) => [name, before3(each)]),
  );
  // One contact cost for all carrots stood where the channels are now.
  return 'channels' in value ? { ...kept, costPerContact: 3500 } : kept;
}

/** The same project as version 2 wrote it. */
function asVersion2(): Record<string, unknown> {
  return { ...(before3(fullDocument) as object), version: 2 };
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
    expect(read.value.experiments[0]?.design).toMatchObject({
      brief: emptyBrief,
      controlFactors: [],
      channels: [{ id: 'channel-1', name: '', kind: 'other', costPerContact: 3500, reachShare: 1 }],
      arms: [
        { role: 'holdout', channel: null, redemptionShare: 1 },
        { role: 'carrot', channel: 'channel-1', valueToCustomer: null, redemptionShare: 1 },
        {},
        {},
      ],
    });
    expect(before3({ ...read.value, tables: [] })).toEqual(
      before3({ ...fullDocument, queries: [], tables: [] }),
    );
  });

  it('of version 2 opens with all that it said, and every design gets an empty brief', () => {
    const read = readDocument(JSON.stringify(asVersion2()));
    if (!read.ok) throw new Error(JSON.stringify(read.problem));
    expect(before3(read.value)).toEqual(before3(fullDocument));
    const strata = read.value.experiments[0]?.analysis?.strata;
    expect(strata?.kind === 'cells' && strata.design.brief).toEqual(emptyBrief);
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
