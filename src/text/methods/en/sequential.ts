import type { MethodId, MethodText } from '../method-text.ts';

export const sequential = {
  confidenceSequence: {
    name: 'Asymptotic confidence sequence',
    answers: 'Which effects are still possible if one looks at any time and stops at will?',
  },
  shareDifferenceSequence: {
    name: 'Confidence sequence: difference of two shares',
    answers: 'Where does the difference of two response rates lie so far, whenever one looks?',
  },
  meanDifferenceSequence: {
    name: 'Confidence sequence: difference of two means',
    answers: 'Where does the difference of two means lie so far, whenever one looks?',
  },
  responseSequence: {
    name: 'Confidence sequence of daily responses (label draws)',
    answers:
      'Which effects are still possible if one looks at the responses every day and stops at will?',
  },
  responseScore: {
    name: 'Log-rank score of daily responses',
    answers: 'How far are the responses so far from what chance gives, day by day?',
  },
  groupSequentialBoundaries: {
    name: 'Group-sequential test: boundaries',
    answers: 'How large must z be at each planned look to stop early?',
  },
  groupSequentialPower: {
    name: 'Group-sequential test: power',
    answers: 'How likely is each look to stop the experiment, and how large is it on average?',
  },
  sequentialInflation: {
    name: 'Group-sequential test: inflation of the sample size',
    answers: 'How much larger must a plan be for the right to stop early?',
  },
  mixtureSequentialTest: {
    name: 'Mixture sequential probability ratio test (mSPRT)',
    answers: 'Which p-value and interval stay valid however often one looks?',
  },
  repeatedConfidenceInterval: {
    name: 'Repeated confidence interval',
    answers: 'Which effects are still possible at a look, however often one has looked?',
  },
  repeatedPValue: {
    name: 'Repeated p-value',
    answers: 'Which p-value may be looked at again and again?',
  },
  alphaSpent: {
    name: 'Alpha-spending function',
    answers: 'How much of the false-alarm risk may be spent at a look?',
  },
  stageWiseAnalysis: {
    name: 'Stage-wise analysis after stopping',
    answers: 'What does an experiment say that was stopped at one of several looks?',
  },
} satisfies Partial<Record<MethodId, MethodText>>;
