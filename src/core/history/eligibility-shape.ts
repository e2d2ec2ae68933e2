import { transactionMeasures, type Variable } from '../customers/variable.ts';
import type { Condition, EligibilityRule, ValueDraw } from '../design/eligibility.ts';
import { count, flag, listOf, number, oneOf, orNull, record, text, variants } from './shape.ts';

/** The shape of a variable of customers. */
export const variable = variants<Variable>('from', {
  customers: record({ from: oneOf(['customers']), column: text }),
  transactions: record({ from: oneOf(['transactions']), measure: oneOf(transactionMeasures) }),
  favourite: record({ from: oneOf(['favourite']), column: text }),
  stage: record({ from: oneOf(['stage']) }),
});

const sinceDate = record<Extract<Condition, { kind: 'months-since' | 'days-since' }>>({
  kind: oneOf(['months-since', 'days-since']),
  variable,
  from: orNull(number),
  to: orNull(number),
});

const condition = variants<Condition>('kind', {
  category: record({
    kind: oneOf(['category']),
    variable,
    values: listOf(text),
    drawn: orNull(record<ValueDraw>({ seed: text, of: count })),
  }),
  number: record({
    kind: oneOf(['number']),
    variable,
    from: orNull(number),
    below: orNull(number),
  }),
  'months-since': sinceDate,
  'days-since': sinceDate,
  missing: record({ kind: oneOf(['missing']), variable }),
  listed: record({
    kind: oneOf(['listed']),
    table: text,
    customerColumn: text,
    within: orNull(
      record<{ dateColumn: string; days: number }>({ dateColumn: text, days: number }),
    ),
  }),
  'running-experiment': record({ kind: oneOf(['running-experiment']) }),
  'id-sample': record({ kind: oneOf(['id-sample']), seed: text, share: number }),
});

/** The shape of the rules of a design. Whether they make sense is for the design's own checks. */
export const eligibilityShape = listOf(
  record<EligibilityRule>({ isOn: flag, exclude: flag, any: listOf(condition) }),
);
