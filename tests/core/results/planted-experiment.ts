import {
  type AnalysisPlan,
  type ArmTotals,
  type ExperimentTotals,
  noFurtherColumns,
  usualReading,
} from '#core/results/analysis.ts';
import { ucbAdmissions } from '../stats/known-tables.ts';
import { deckDesign, deckPopulation } from '../design/deck-design.ts';

/** Responders per 100 for CONTROL, COUPON, GIFT, POINT: long, mid, short dormancy, each high, mid, low points. */
const planted = [
  [2, 5, 5, 12],
  [2, 6, 4, 6],
  [1, 5, 2, 1],
  [3, 7, 7, 18],
  [3, 9, 6, 9],
  [2, 8, 4, 2],
  [5, 10, 11, 28],
  [4, 13, 9, 14],
  [3, 13, 6, 4],
];
const dormancy = ['long', 'mid', 'short'];
const points = ['high', 'mid', 'low'];

export const plantedArms = ['CONTROL', 'COUPON', 'GIFT', 'POINT'];

export function armTotals(customers: number, responders: number, money = 0): ArmTotals {
  return {
    customers,
    responders,
    moneySum: responders * money,
    moneySumOfSquares: responders * money * money,
  };
}

function totals(keyOf: (cell: number) => readonly string[]): ExperimentTotals {
  return {
    arms: plantedArms,
    strata: planted.map((responders, cell) => ({
      key: keyOf(cell),
      totals: responders.map((count) => armTotals(100, count, 10_000)),
      population: deckPopulation[cell] ?? null,
    })),
    leftOut: {
      missingArm: 0,
      missingOutcome: 0,
      noStratum: 0,
      notOnList: 0,
      repeatedCustomers: 0,
      inSeveralArms: 0,
      beforeWindow: 0,
      afterWindow: 0,
    },
  };
}

/** The sample's experiment as a finished file: strata by two columns. */
export const plantedByColumns = totals((cell) => [
  dormancy[Math.floor(cell / 3)] ?? '',
  points[cell % 3] ?? '',
]);

/** The same as our own draw: strata by the design's cells, whose banding order runs the other way. */
export const plantedByCells = totals((cell) => [String(8 - cell)]);

const source = {
  kind: 'table',
  table: 'contacts',
  customerColumn: 'customer_id',
  armColumn: 'arm',
  outcomeColumn: 'responded',
  moneyColumn: null,
  ...noFurtherColumns,
} as const;

export const columnsPlan: AnalysisPlan = {
  source,
  control: 'CONTROL',
  strata: { kind: 'columns', columns: ['dormancy_cell', 'points_cell'] },
  ...usualReading,
};

export const cellsPlan: AnalysisPlan = {
  ...columnsPlan,
  strata: { kind: 'cells', design: deckDesign },
};

/** An experiment without strata: customers and responders per arm, and money per responder. */
export function flatTotals(
  arms: readonly (readonly [name: string, customers: number, responders: number])[],
  money = 0,
): ExperimentTotals {
  return {
    ...plantedByColumns,
    arms: arms.map(([name]) => name),
    strata: [
      {
        key: [],
        totals: arms.map(([, customers, responders]) => armTotals(customers, responders, money)),
        population: null,
      },
    ],
  };
}

export const flatPlan: AnalysisPlan = { ...columnsPlan, strata: { kind: 'none' } };

/** Women (K) against men by department: the classic in which the whole says the opposite of its parts. */
export const admissions: ExperimentTotals = {
  ...plantedByColumns,
  arms: ['men', 'K'],
  strata: ucbAdmissions.map(({ treatment: men, control: women }, department) => ({
    key: [String(department)],
    totals: [armTotals(men.trials, men.events), armTotals(women.trials, women.events)],
    population: null,
  })),
};
