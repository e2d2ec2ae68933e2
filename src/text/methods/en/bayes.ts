import type { MethodId, MethodText } from '../method-text.ts';

export const bayes = {
  beliefsAboutMeans: {
    name: 'Bayesian comparison of means: noninformative prior',
    answers: 'How likely is each arm to have the highest mean, and what would a wrong choice cost?',
  },
  beliefsAboutMeansWithPrior: {
    name: 'Bayesian comparison of means: normal prior',
    answers: 'Which arm is likely to have the highest mean once past campaigns are counted in?',
  },
  beliefsAboutArms: {
    name: 'Beta-binomial model: chance to be best and expected loss',
    answers: 'How likely is each arm to respond best, and what would a wrong choice cost?',
  },
  beliefsAboutRates: {
    name: 'Gamma-Poisson model: chance to be best and expected loss',
    answers: 'How likely is each arm to have the highest rate, such as orders per customer?',
  },
  betterShareInClosedForm: {
    name: 'Beta-binomial model: chance to beat the control in closed form',
    answers: 'How likely is the treatment’s response rate to be above the control’s?',
  },
  credibleShareInterval: {
    name: 'Credible interval of a share',
    answers: 'Between which values is a response rate believed to lie after the data?',
  },
  compareBeliefs: {
    name: 'Beta-binomial model: difference and relative lift',
    answers: 'What do the data make one believe of the difference and the relative lift?',
  },
  chanceOfWorthwhileDifference: {
    name: 'Beta-binomial model: chance of a worthwhile difference',
    answers: 'How likely is the treatment to be better by more than the least that matters?',
  },
  chanceOfProfit: {
    name: 'Beta-binomial model: chance of profit',
    answers: 'How likely is the treatment to earn more than the control once its cost is paid?',
  },
} satisfies Partial<Record<MethodId, MethodText>>;
