import type { AttributeWords } from './ko.ts';

export const attributesEn: AttributeWords = {
  quota: {
    measure: 'Numbers in the cells',
    measures: { population: 'Customers', sample: 'Customers and sample', arms: 'By arm' },
    across: 'Attributes across',
  },
  unit: {
    legend: 'Counted in',
    'months-since': 'Completed months',
    'days-since': 'Days',
  },
  equal: {
    label: 'Divide into equal groups',
    choose: 'How many',
    groups: (count) => `${count} groups`,
    three: '3 groups (high, mid, low)',
    part: (place, of) => `${place} of ${of}`,
    halves: ['low', 'high'],
    done: (sizes) => `The eligible customers divide into ${sizes}, the lowest level first.`,
    uneven: 'Customers of equal value stay together, so the groups cannot be quite equal.',
    refused: (distinct, groups) =>
      `The eligible customers have only ${distinct} different values, too few for ${groups} groups.`,
    failed: 'They could not be divided. Please try again.',
  },
  histogram: {
    logScale: 'Logarithmic scale',
    sides: (value, below, above) => `${value} · ${below} below, ${above} from there on`,
    keys: 'Drag a cut, or choose it and press the arrow keys (ten times as far with Shift).',
  },
  dates: {
    until: (date) => `until ${date}`,
    since: (date) => `from ${date} on`,
    between: (from, to) => (from === to ? from : `${from} – ${to}`),
  },
  unknown: {
    use: 'Customers of unknown value are a level too',
    name: (attribute) => `Name of the unknown level of ${attribute}`,
    usual: 'Unknown',
    hint: 'Those without a value, or with a date after the as-of date. They stand last in the quota table.',
  },
  others: {
    use: 'All others are a level too',
    name: (attribute) => `Name of the level of all others of ${attribute}`,
    usual: 'Others',
    hint: 'Values that are in no level, and customers without a value. They stand last in the quota table.',
  },
  categories: {
    search: 'Find a value',
    found: (count) => `All ${count} that were found`,
    more: (count) => `Show ${count} more values`,
    none: (typed) => `No value contains “${typed}”.`,
  },
};
