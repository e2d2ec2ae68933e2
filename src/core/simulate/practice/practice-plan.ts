import {
  noFurtherColumns,
  usualReading,
  type AnalysisPlan,
  type OutcomeColumns,
  type OutcomeSource,
} from '../../results/analysis.ts';

/** The practice campaigns: each has one thing to find that spoils, or seems to spoil, a result. */
export const practiceNames = [
  'simpson',
  'uneven-split',
  'contaminated',
  'open-window',
  'same-messages',
] as const;
export type PracticeName = (typeof practiceNames)[number];

/** The file of a campaign, and what its table is called in a project, in either language. */
export function practiceFile(name: PracticeName): string {
  return `practice-${name}.csv`;
}

/** Which of the campaigns a table is, by what it is called; null for a table of somebody's own. */
export function practiceOf(label: string): PracticeName | null {
  return practiceNames.find((name) => practiceFile(name) === label) ?? null;
}

/** The day on which the messages of every practice campaign went out. */
export const practiceStart = '2017-03-27';
/** The open campaign counts the responses of three weeks, of which one is over. */
export const openWindow = { from: practiceStart, to: '2017-04-16' } as const;

/** How the campaign is read from a table of these names. `table`: its name in SQLite. */
export function practicePlan(name: PracticeName, table: string): AnalysisPlan {
  const byDormancy = { kind: 'columns', columns: ['dormancy'] } as const;
  const customers = (further: Partial<OutcomeColumns>, moneyColumn: string | null) =>
    ({
      kind: 'table',
      table,
      customerColumn: 'customer_id',
      armColumn: 'arm',
      outcomeColumn: 'responded',
      moneyColumn,
      ...noFurtherColumns,
      ...further,
    }) satisfies OutcomeSource;
  const dates = { dateColumn: 'responded_on' };
  const usual = { ...usualReading, strata: { kind: 'none' }, control: 'CONTROL' } as const;
  switch (name) {
    case 'simpson':
      return { ...usual, source: customers({}, null), control: 'SMS', strata: byDormancy };
    case 'uneven-split':
      return { ...usual, source: countedSource(table), strata: byDormancy };
    case 'contaminated':
      return {
        ...usual,
        source: customers({ ...dates, deliveryColumn: 'delivery' }, 'amount'),
      };
    case 'open-window':
      return { ...usual, source: customers(dates, 'amount'), window: openWindow };
    case 'same-messages':
      return { ...usual, source: customers(dates, 'amount'), control: 'LMS-A' };
  }
}

function countedSource(table: string): OutcomeSource {
  return {
    kind: 'aggregated',
    table,
    customerColumn: null,
    armColumn: 'arm',
    customersColumn: 'customers',
    outcomeColumn: 'responders',
    moneyColumn: 'amount',
    moneySquaresColumn: 'amount_squares',
  };
}
