import type { Catalogue } from '../ko.ts';

export const designQuestions: Catalogue['designQuestions'] = {
  title: 'What each question gets',
  sub: (alpha, power) =>
    `Each at significance ${alpha}, for a power of ${power} · several carrots against the holdout adjusted by Dunnett`,
  question: 'Question',
  power: 'Power',
  detectable: 'Smallest found',
  answer: 'With this plan',
  ask: {
    anyCarrot: 'Does any carrot beat the holdout?',
    carrots: (first, second) => `Is ${first} or ${second} better?`,
    same: (carrot, attribute) => `Does the effect of ${carrot} depend on ${attribute}?`,
    which: (attribute) => `Does the best carrot depend on ${attribute}?`,
    cell: (cell, carrot) => `Does the smallest cell ${cell} alone show the effect of ${carrot}?`,
  },
  state: {
    answered: 'answered',
    'too-small': 'too small',
    'no-effect-expected': 'large differences only',
    'wrong-direction': 'wrong direction',
    'not-asked': 'not possible',
  },
  answered: (power) => `If the difference is real, it is found ${power} of the time.`,
  low: (power) => `Even if the difference is real, it is found only ${power} of the time.`,
  onlyLarger: (difference) =>
    `A difference of ${difference} or more is found 80% of the time; a smaller one is easily missed.`,
  enlarge: (factor, needed) =>
    `With ${factor} times the customers behind this question, ${needed}, it is 80%.`,
  tooFew: (factor, cell, wanted, available) =>
    `80% would take ${factor} times as many, but cell ${cell} has only ${available} of the ${wanted} customers.`,
  wholeList: (power) => `With all of those customers it is ${power}.`,
  larger: (difference) => `At this size only a difference of ${difference} or more is found.`,
  notAsked: 'The plan has no cells or arms for this question.',
  none: 'Each question is worked out once the holdout response and the least rise are set and the sample fits.',
  wait: 'Working out the questions…',
  failed: 'The questions could not be worked out. Change the design a little to try again.',
  explain: {
    power: 'Power of the question',
    powerMeaning:
      'The chance of a significant answer if responses rise as planned. Cells count by their eligible customers.',
    detectable: 'Smallest difference found',
    detectableMeaning:
      'The smallest difference that this plan finds 80% of the time, whichever level or carrot it lies between.',
    method:
      'Each question is a contrast over cells and arms, by normal approximation. Several carrots: Dunnett (multivariate normal); several levels: one joint chi-square test.',
  },
};
