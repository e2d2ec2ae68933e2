import type { Catalogue } from '../ko.ts';

export const range: Catalogue['design']['range'] = {
  all: 'all',
  numberFrom: (from) => `${from} or more`,
  numberBelow: (below) => `below ${below}`,
  numberBetween: (from, below) => `${from} to below ${below}`,
  wholeBetween: (from, to) => `${from}–${to}`,
  monthsFrom: (from) => `${from} ${from === '1' ? 'month' : 'months'} or more`,
  monthsBelow: (below) => `under ${below} ${below === '1' ? 'month' : 'months'}`,
  monthsBetween: (from, to) =>
    from === to ? `${from} ${from === '1' ? 'month' : 'months'}` : `${from}–${to} months`,
  daysFrom: (from) => `${from} ${from === '1' ? 'day' : 'days'} or more`,
  daysBelow: (below) => `under ${below} ${below === '1' ? 'day' : 'days'}`,
  daysBetween: (from, to) =>
    from === to ? `${from} ${from === '1' ? 'day' : 'days'}` : `${from}–${to} days`,
  days: (count) => `${count} ${count === '1' ? 'day' : 'days'}`,
  months: (count) => `${count} ${count === '1' ? 'month' : 'months'}`,
};
