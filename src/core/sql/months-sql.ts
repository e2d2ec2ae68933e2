/**
 * Completed months from a date to another, as `completedMonths` counts them: NULL for a missing date, negative for one
 * after `asOf`. Both are expressions of ISO text; a quoted text is reckoned at once.
 */
export function monthsSql(date: string, asOf: string): string {
  const [, year, month, day] = /^'(\d{4})-(\d\d)-(\d\d)/.exec(asOf) ?? [];
  if (year === undefined) {
    return (
      `(substr(${asOf}, 1, 4) - substr(${date}, 1, 4)) * 12 + substr(${asOf}, 6, 2) - substr(${date}, 6, 2) ` +
      `- (substr(${date}, 9, 2) > substr(${asOf}, 9, 2))`
    );
  }
  return (
    `(${year} - substr(${date}, 1, 4)) * 12 + ${Number(month)} - substr(${date}, 6, 2) ` +
    `- (substr(${date}, 9, 2) > '${day}')`
  );
}
