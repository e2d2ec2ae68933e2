import { tokens } from './tokens.ts';

/** SQLite's words that cannot stand as a bare name where a table or column is meant. */
const reserved = new Set(
  (
    'ADD ALL ALTER AND AS AUTOINCREMENT BETWEEN CASE CHECK COLLATE COMMIT CONSTRAINT CREATE CROSS DEFAULT DEFERRABLE ' +
    'DELETE DISTINCT DROP ELSE ESCAPE EXCEPT EXISTS FOREIGN FROM FULL GROUP HAVING IN INDEX INNER INSERT INTERSECT ' +
    'INTO IS ISNULL JOIN LEFT LIMIT NATURAL NOT NOTHING NOTNULL NULL ON OR ORDER OUTER PRIMARY REFERENCES RETURNING ' +
    'RIGHT SELECT SET TABLE THEN TO TRANSACTION UNION UNIQUE UPDATE USING VALUES WHEN WHERE WINDOW ' +
    'CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP TRUE FALSE WITHIN'
  ).split(' '),
);

/**
 * A name as it is written in a statement: bare where SQLite takes it so (Korean too), else in double quotes.
 * Example: 고객 stays 고객, `구매 이력` becomes `"구매 이력"`, `order` becomes `"order"`.
 */
export function quoteName(name: string): string {
  const [first, second] = tokens(name);
  const isBare = first?.kind === 'name' && !second && !reserved.has(name.toUpperCase());
  return isBare ? name : `"${name.replaceAll('"', '""')}"`;
}

/** A text as it is written in a statement. Example: `it's` becomes `'it''s'`. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
