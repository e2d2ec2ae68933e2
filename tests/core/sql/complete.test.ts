import { describe, expect, it } from 'vitest';
import { suggestions } from '#core/sql/complete.ts';

const tables = [
  { name: '고객', columns: ['customer_id', '구매 횟수'] },
  { name: 'orders', columns: ['order_id', 'amount'] },
];

/** What is offered at the | of a text, the highest rank first. */
function offered(text: string) {
  const cursor = text.indexOf('|');
  const found = suggestions(text.replace('|', ''), cursor, tables, ['count', 'sum']);
  return (
    found && {
      from: found.from,
      inserts: found.list
        .toSorted((one, other) => other.rank - one.rank)
        .map(({ insert }) => insert),
    }
  );
}

describe('what is offered while a query is written', () => {
  it('tables after FROM and JOIN, Korean ones without quotes', () => {
    expect(offered('SELECT * FROM |')).toEqual({ from: 14, inserts: ['고객', 'orders'] });
    expect(offered('SELECT * FROM 고|')).toEqual({ from: 14, inserts: ['고객', 'orders'] });
    expect(offered('SELECT * FROM 고객 JOIN o|')?.inserts).toEqual(['고객', 'orders']);
  });

  it('the columns of a table after its dot, also under another name that comes later', () => {
    expect(offered('SELECT c.| FROM 고객 AS c')).toEqual({
      from: 9,
      inserts: ['customer_id', '"구매 횟수"'],
    });
    expect(offered('SELECT orders.am| FROM 고객')?.inserts).toEqual(['order_id', 'amount']);
    expect(offered('SELECT x.| FROM 고객 AS c')).toBeNull();
  });

  it('elsewhere the columns of the tables that are named, then words and functions', () => {
    const { inserts = [] } = offered('SELECT | FROM orders') ?? {};
    expect(inserts.slice(0, 2)).toEqual(['order_id', 'amount']);
    expect(inserts).toContain('SELECT');
    expect(inserts).toContain('sum(');
    expect(inserts).not.toContain('customer_id');
  });

  it('names inside a quote that is still open, whatever follows', () => {
    expect(offered('SELECT "구| FROM 고객')).toEqual({
      from: 7,
      inserts: ['customer_id', '"구매 횟수"', '고객', 'orders'],
    });
  });

  it('nothing in texts, comments and numbers', () => {
    for (const text of ["SELECT 'or|", 'SELECT 1 -- or|', 'SELECT 12|', 'SELECT /* or| */ 1'])
      expect(offered(text), text).toBeNull();
  });
});
