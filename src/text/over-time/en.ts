import type { OverTimeWords } from './ko.ts';

/** The texts of a result day by day. */
export const overTimeEn: OverTimeWords = {
  title: 'Over time',
  sub: 'How the effect built up, and whether you may stop now',
  noDays:
    'No column tells the day of a response, so there is no view by day. Choose the column of the day under how the result is read.',
  failed: 'The effect by day cannot be computed.',
  waiting: 'Counting by day…',
  withheld: 'While the alarm above stands, nothing is said about stopping.',
  carrot: 'Carrot',
  chart: (arm, control) =>
    `How many times the responses of ${control} ${arm} brings, up to each day`,
  unit: (chance) =>
    `Odds ratio of responding on a day · band: ${chance} interval · bars: responses of the day`,
  unitLooks:
    'Odds ratio of responding on a day · upright bars: intervals at the planned looks · bars below: responses of the day',
  same: 'as the control',
  stopHere: 'may stop',
  look: (look) => `look ${look}`,
  perDay: 'each day',
  method: {
    once: 'Declared: one look, at the end. The curve shows how things came about; deciding on a day you happened to look raises many more false alarms.',
    'any-time': (alpha) =>
      `Declared: look at any time. However often you look, false alarms stay within ${alpha} for each carrot (confidence sequence).`,
    planned: (looks, alpha) =>
      `Declared: ${looks} looks, at equal steps of the window. Only they decide, the early ones by much stricter limits (O’Brien–Fleming, ${alpha} for each carrot).`,
  },
  undeclared:
    'A way of looking that is chosen with the file at hand is no declaration. Only if it was truly agreed before the start are false alarms kept down; otherwise “you may stop” means nothing.',
  decision: {
    lookOnce: (arm) => `${arm}: wait for the end of the window, then decide by the tables above.`,
    lookOver: (arm) => `${arm}: the window is over. Decide by the tables above.`,
    better: (arm, day) => `${arm}: you may stop. By ${day} it was clear that it beats the control.`,
    worse: (arm, day) =>
      `${arm}: you may stop. By ${day} it was clear that it does worse than the control.`,
    goOn: (arm) => `${arm}: do not stop yet. Keep collecting.`,
    nextLook: (arm, day) => `${arm}: do not stop yet. The next look is on ${day}.`,
    ended: (arm) => `${arm}: no difference was found up to the last look.`,
    windowNeeded: (arm) => `${arm}: looks divide the response window. Set the window below.`,
    uneven: (arm) =>
      `${arm}: the arms are spread over the strata in other proportions, so days cannot decide. Go by the comparison within the strata.`,
  },
  undated: (count) => `Responses without a day do not count here: ${count}.`,
  noRatio: 'not known yet',
  unbounded: 'no end yet',
  notLooked: 'no look',
  table: {
    day: 'Day',
    carrot: 'Carrot so far',
    control: 'Control so far',
    difference: 'Difference',
    ratio: 'Odds ratio',
    low: 'from',
    high: 'to',
    look: 'Look',
  },
  explain: {
    ratio: (arm, counts) => ({
      title: `${arm}: odds ratio of responding on a day`,
      meaning:
        'How many times the odds of the control a customer who has not responded yet has to respond on a day. Where responses are rare it is nearly the ratio of the response rates.',
      formula: counts,
      method: 'Noncentral hypergeometric distribution by day, conditional maximum likelihood',
      source: 'Cox (1972)',
    }),
    interval: {
      once: {
        title: 'Interval up to the day',
        meaning:
          'As if this day were the only one looked at. It does not hold for a day chosen from several.',
        method: 'Log-rank score interval',
        source: 'Mantel (1966)',
      },
      'any-time': {
        title: 'Interval that holds whenever you look',
        meaning:
          'The intervals of all days together hold the true ratio with at least the confidence stated. You may stop on a day that leaves out 1.',
        method: 'Confidence sequence from a mixture of likelihood ratios',
        source: 'Robbins (1970) · Cox (1972)',
      },
      planned: {
        title: 'Interval at a look',
        meaning: 'Widened for all planned looks. You may stop at a look that leaves out 1.',
        method: 'O’Brien–Fleming alpha spending by the calendar',
        source: 'Lan & DeMets (1983)',
      },
    },
  },
};
