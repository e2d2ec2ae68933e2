import { eachOf, isFields, ownValue, withFields, type Fields } from './migration-fields.ts';

/** How an experiment is read says what becomes of customers in two arms: until then all of them counted. */
export function readingOfVersion6(experiment: Fields): Fields {
  return {
    ...experiment,
    analysis: planOfVersion6(ownValue(experiment, 'analysis')),
    conclusions: eachOf(ownValue(experiment, 'conclusions'), (conclusion) => ({
      ...conclusion,
      plan: planOfVersion6(ownValue(conclusion, 'plan')),
      totals: totalsOfVersion6(ownValue(conclusion, 'totals')),
    })),
  };
}

function planOfVersion6(plan: unknown): unknown {
  return withFields(plan, { severalArms: 'count' });
}

function totalsOfVersion6(totals: unknown): unknown {
  if (!isFields(totals)) return totals;
  return { ...totals, leftOut: withFields(ownValue(totals, 'leftOut'), { inSeveralArms: 0 }) };
}
