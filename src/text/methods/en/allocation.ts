import type { MethodId, MethodText } from '../method-text.ts';

export const allocation = {
  divideWithControl: {
    name: 'Square-root allocation: several offers and one control',
    answers: 'How should a budget be split between several offers and the control they share?',
  },
  optimalAllocation: {
    name: 'Neyman’s optimal allocation',
    answers: 'How many customers of each stratum make the overall figure most exact for a budget?',
  },
  cheapestAllocation: {
    name: 'Minimum-cost allocation',
    answers: 'How many customers of each stratum reach a wanted precision most cheaply?',
  },
  roundKeepingTotal: {
    name: 'Largest-remainder rounding',
    answers: 'How are fractional sizes made whole without changing their total?',
  },
  wholeAllocation: {
    name: 'Wright’s exact optimal allocation',
    answers: 'Which whole numbers of customers per stratum are best, with nothing rounded?',
  },
  bestWorstAllocation: {
    name: 'Optimal allocation for several questions: largest power of the worst',
    answers:
      'How many customers per cell and arm answer even the hardest question as well as the budget allows?',
  },
  cheapestForRequirements: {
    name: 'Optimal allocation for several questions: least cost',
    answers:
      'How many customers per cell and arm give every question its power for the least money?',
  },
  wholeQuestionAllocation: {
    name: 'Whole-number allocation for several questions: Wright’s priority values',
    answers: 'What is the allocation for several questions in whole customers?',
  },
} satisfies Partial<Record<MethodId, MethodText>>;
