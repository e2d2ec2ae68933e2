import {
  multiplicityRules,
  rowMeanings,
  severalArmsRules,
  type AnalysisPlan,
  type ArmTotals,
  type ExperimentTotals,
  type OutcomeColumns,
  type OutcomeSource,
  type ResponseFile,
  type ResponseWindow,
  type Strata,
} from '../results/analysis.ts';
import { designShape } from './design-shape.ts';
import { looksShape } from './question-shape.ts';
import { count, listOf, nothing, number, oneOf, orNull, record, text, variants } from './shape.ts';

const outcomeColumns = {
  deliveryColumn: orNull(text),
  purchaseColumn: orNull(text),
  basketColumn: orNull(text),
  ordersColumn: orNull(text),
  dateColumn: orNull(text),
} satisfies Record<keyof OutcomeColumns, unknown>;

const responseFile = {
  ...outcomeColumns,
  table: text,
  customerColumn: text,
  outcomeColumn: orNull(text),
  everyRow: oneOf(rowMeanings),
  moneyColumn: orNull(text),
};

/** The shape of the days that count. */
export const windowShape = record<ResponseWindow>({ from: text, to: text });

/** The shape of a file of responses. */
export const responseFileShape = record<ResponseFile>(responseFile);

const source = variants<OutcomeSource>('kind', {
  drawn: record({
    ...responseFile,
    kind: oneOf(['drawn']),
    experiment: count,
    furtherFiles: listOf(responseFileShape),
  }),
  table: record({
    ...outcomeColumns,
    kind: oneOf(['table']),
    table: text,
    customerColumn: orNull(text),
    armColumn: text,
    outcomeColumn: text,
    moneyColumn: orNull(text),
  }),
  aggregated: record({
    kind: oneOf(['aggregated']),
    table: text,
    customerColumn: nothing,
    armColumn: text,
    customersColumn: text,
    outcomeColumn: text,
    moneyColumn: orNull(text),
    moneySquaresColumn: orNull(text),
  }),
});

const strata = variants<Strata>('kind', {
  none: record({ kind: oneOf(['none']) }),
  columns: record({ kind: oneOf(['columns']), columns: listOf(text) }),
  cells: record({ kind: oneOf(['cells']), design: designShape }),
});

/** The shape of how an experiment is read. */
export const analysisShape = record<AnalysisPlan>({
  source,
  control: text,
  strata,
  confidenceShare: number,
  window: orNull(windowShape),
  multiplicity: oneOf(multiplicityRules),
  moneyCapShare: orNull(number),
  beforeColumn: orNull(text),
  margin: orNull(number),
  looks: looksShape,
  severalArms: oneOf(severalArmsRules),
});

/** The shape of the counts and sums of an experiment. */
export const totalsShape = record<ExperimentTotals>({
  arms: listOf(text),
  strata: listOf(
    record<ExperimentTotals['strata'][number]>({
      key: listOf(text),
      totals: listOf(
        record<ArmTotals>({
          customers: count,
          responders: count,
          moneySum: number,
          moneySumOfSquares: number,
        }),
      ),
      population: orNull(count),
    }),
  ),
  leftOut: record<ExperimentTotals['leftOut']>({
    missingArm: count,
    missingOutcome: count,
    noStratum: count,
    notOnList: count,
    repeatedCustomers: count,
    inSeveralArms: count,
    beforeWindow: count,
    afterWindow: count,
  }),
});
