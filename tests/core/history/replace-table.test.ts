import { describe, expect, it } from 'vitest';
import { replaceTable } from '#core/history/edit-tables.ts';
import type { ProjectDocument } from '#core/history/project-document.ts';
import type { Column, DataTable } from '#core/import/column.ts';
import { customersTable, fullDocument, ordersTable } from './full-document.ts';

function tableOf(name: string, names: readonly string[]): DataTable {
  const columns = names.map((each): Column => ({ ...plainColumn, name: each }));
  return { name, label: `${name}.csv`, role: 'other', columns, rowCount: 9, report: null };
}

const plainColumn = { ...(ordersTable.columns[0] as Column), role: 'none' as const };
const sourcesOf = (document: ProjectDocument) =>
  document.experiments.map(({ analysis }) => analysis?.source.table);

describe('a table that replaces another', () => {
  it('takes its place, label, role and the roles and marks of its columns', () => {
    const marked: ProjectDocument = {
      ...fullDocument,
      tables: [
        {
          ...customersTable,
          columns: [...customersTable.columns, { ...plainColumn, name: 'tel', personal: 'phone' }],
        },
        ordersTable,
      ],
    };
    const fresh = tableOf('data_9', ['tel', 'points_balance', 'customer_id', 'city']);
    const { tables } = replaceTable(marked, 'customers', fresh);
    expect(tables.map(({ name }) => name)).toEqual(['data_9', 'orders']);
    expect(tables[0]).toMatchObject({ label: 'customers.csv', role: 'customers', rowCount: 9 });
    expect(tables[0]?.columns.map(({ role, personal }) => [role, personal])).toEqual([
      ['none', 'phone'],
      ['points', null],
      ['customer-id', null],
      ['none', null],
    ]);
  });

  it('keeps a guessed role only where no column of before has that part', () => {
    const fresh = tableOf('data_9', ['member', 'order_no', 'buyer']);
    const guessed = {
      ...fresh,
      columns: fresh.columns.map((column) => ({
        ...column,
        role: column.name === 'order_no' ? ('order-id' as const) : ('customer-id' as const),
      })),
    };
    const [, orders] = replaceTable(fullDocument, 'orders', guessed).tables;
    expect(orders?.columns.map(({ role }) => role)).toEqual(['customer-id', 'order-id', 'none']);
  });

  it('is read by the analyses that read the old one, where it has the columns they need', () => {
    expect(sourcesOf(fullDocument)).toEqual(['responses', 'contacts']);
    const document = {
      ...fullDocument,
      tables: [
        ...fullDocument.tables,
        tableOf('responses', ['customer_id', 'amount']),
        tableOf('deliveries', ['customer_id', 'delivery']),
        tableOf('contacts', ['arm', 'responded', 'region']),
      ],
    };
    const both = replaceTable(
      replaceTable(
        document,
        'responses',
        tableOf('data_8', ['amount', 'customer_id', 'responded_on']),
      ),
      'contacts',
      tableOf('data_9', ['arm', 'responded', 'region', 'more']),
    );
    expect(sourcesOf(both)).toEqual(['data_8', 'data_9']);
    const furtherOf = (changed: ProjectDocument) => {
      const source = changed.experiments[0]?.analysis?.source;
      return source?.kind === 'drawn' && source.furtherFiles.map(({ table }) => table);
    };
    const deliveries = tableOf('data_7', ['customer_id', 'delivery']);
    expect(furtherOf(replaceTable(document, 'deliveries', deliveries))).toEqual(['data_7']);
    const noDelivery = tableOf('data_7', ['customer_id']);
    expect(furtherOf(replaceTable(document, 'deliveries', noDelivery))).toEqual(['deliveries']);
    const without = replaceTable(document, 'contacts', tableOf('data_9', ['arm', 'responded']));
    expect(sourcesOf(without)).toEqual(['responses', 'contacts']);
    const noMoney = replaceTable(document, 'responses', tableOf('data_9', ['customer_id']));
    expect(sourcesOf(noMoney)).toEqual(['responses', 'contacts']);
  });

  it('leaves the document of before as it was, so that it can be undone', () => {
    const before = structuredClone(fullDocument);
    replaceTable(fullDocument, 'customers', tableOf('data_9', ['customer_id']));
    expect(fullDocument).toEqual(before);
  });

  it('is added where there is none of the old name', () => {
    const { tables } = replaceTable(fullDocument, 'nobody', tableOf('data_9', ['a']));
    expect(tables.map(({ name }) => name)).toEqual(['customers', 'orders', 'data_9']);
  });

  it('is looked into by the rules of designs that looked into the old one', () => {
    const listedIn = (document: ProjectDocument) =>
      document.experiments.flatMap(({ design, analysis }) =>
        [design, analysis?.strata.kind === 'cells' ? analysis.strata.design : null].flatMap(
          (each) =>
            each?.eligibility.flatMap(({ any }) =>
              any.flatMap((condition) => (condition.kind === 'listed' ? [condition.table] : [])),
            ) ?? [],
        ),
      );
    const old = tableOf('contacts', ['customer_id', 'contact_date']);
    const document = { ...fullDocument, tables: [...fullDocument.tables, old] };
    expect(listedIn(document)).toEqual(['contacts', 'refusals', 'contacts', 'refusals']);
    const fresh = tableOf('data_9', ['customer_id', 'contact_date', 'more']);
    expect(listedIn(replaceTable(document, 'contacts', fresh))).toEqual(['data_9', 'refusals', 'data_9', 'refusals']); // prettier-ignore
    const undated = tableOf('data_9', ['customer_id']);
    expect(listedIn(replaceTable(document, 'contacts', undated))).toEqual(listedIn(document));
  });
});
