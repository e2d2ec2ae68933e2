import type { MethodId, MethodText } from '../method-text.ts';

export const models = {
  yatesContrasts: {
    name: 'Yates’ algorithm',
    answers: 'What are all the contrasts of a two-level factorial’s cells?',
  },
  factorialShareEffects: {
    name: 'Two-level factorial effects: shares',
    answers: 'How much does each factor change the response rate, alone and together?',
  },
  factorialMeanEffects: {
    name: 'Two-level factorial effects: means',
    answers: 'How much does each factor change an amount, alone and together?',
  },
  firthLogistic: {
    name: 'Firth’s logistic regression',
    answers: 'How do features change the odds of a response, even where nobody responded?',
  },
  penalisedLikelihoodRatioTest: {
    name: 'Penalised likelihood-ratio test (Firth)',
    answers: 'Do some features matter at all, even where a cell has no response?',
  },
  interactionTest: {
    name: 'Likelihood-ratio test of interaction: one attribute',
    answers: 'Do the carrots’ effects depend on one attribute of the customer?',
  },
  jointInteractionTest: {
    name: 'Likelihood-ratio test of interaction: several attributes',
    answers: 'Do the carrots’ effects depend on any of several attributes?',
  },
  threeWayInteractionTest: {
    name: 'Likelihood-ratio test of interaction: three-way',
    answers: 'Does the way the carrots’ effects depend on one attribute depend on another?',
  },
  penalisedInteractionTest: {
    name: 'Penalised likelihood-ratio test of interaction (Firth)',
    answers: 'Do the carrots’ effects depend on the customer, even where an arm got no response?',
  },
  lenthMethod: {
    name: 'Lenth’s method',
    answers: 'Which effects of an unreplicated experiment stand out?',
  },
  halfNormalPlot: {
    name: 'Half-normal plot',
    answers: 'Which effects leave the line on which those of pure chance lie?',
  },
  likelihoodRatioTest: {
    name: 'Likelihood-ratio test',
    answers: 'Does a larger model explain more than the smaller one that it contains?',
  },
  linearRegression: {
    name: 'Linear regression',
    answers: 'How does an amount depend on features?',
  },
  linearTermsTest: {
    name: 'F-test of terms in a linear model',
    answers: 'Do some features of a linear model matter at all?',
  },
  logisticRegression: {
    name: 'Logistic regression',
    answers: 'How do the odds of a response depend on features?',
  },
  fitLogistic: {
    name: 'Logistic regression: fit',
    answers: 'Which coefficients of a logistic model fit the responses best?',
  },
  meanInteractionTest: {
    name: 'F-test of interaction for amounts',
    answers: 'Does the carrots’ effect on the amount spent depend on the customer?',
  },
} satisfies Partial<Record<MethodId, MethodText>>;
