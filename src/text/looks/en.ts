import type { LooksWords } from './ko.ts';

/** The texts of how often a result is looked at. */
export const looksEn: LooksWords = {
  title: 'How often will you look?',
  sub: 'Decided before the start, an early stop raises no more false alarms',
  legend: 'Way of looking',
  undo: 'Change how often to look',
  kinds: {
    once: 'Once, at the end',
    planned: 'So many times',
    'any-time': 'At any time',
  },
  meaning: {
    once: 'You decide once, after the response window. It takes the fewest customers.',
    planned:
      'You decide on days that divide the window equally. Early looks stop only at something very clear, later ones come near the usual limit.',
    'any-time':
      'You may look every day and stop whenever you like. The same effect takes many more customers.',
  },
  looks: 'Looks in all',
  looksHint: '2 to 10, the last on the last day of the window',
  cost: 'Against one look',
  costAtMost: 'Against one look, at most',
  more: 'More customers to draw',
  onAverage: 'On average, if the effect is there',
  noCost: 'No more customers are needed.',
  window: 'Looks need a response window in the plan above.',
  reason: 'no responses are expected',
  explain: (power, alpha) => ({
    title: 'What looking often costs',
    meaning:
      'How many times as many customers the right to look early takes, at the same power. Reckoned for the carrot that is hardest to tell from the control.',
    formula: `power ${power}, alpha ${alpha}`,
    method:
      'Inflation factor of O’Brien–Fleming alpha spending, or the width of the mixture confidence sequence on the last day',
    source: 'Jennison & Turnbull (2000) · Robbins (1970)',
  }),
};
