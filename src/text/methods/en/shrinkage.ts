import type { MethodId, MethodText } from '../method-text.ts';

export const shrinkage = {
  betaPriorByLikelihood: {
    name: 'Empirical Bayes prior: maximum likelihood',
    answers: 'How are the true response rates of cells spread, judged by the likelihood?',
  },
  betaPriorByMoments: {
    name: 'Empirical Bayes prior: moments',
    answers: 'How are the true response rates of cells spread beyond what chance gives?',
  },
  betweenVariance: {
    name: 'Between-cell variance (τ²)',
    answers: 'How much do the true effects of cells differ?',
  },
  betweenVarianceInterval: {
    name: 'Q-profile interval of the between-cell variance',
    answers: 'Between which values does the spread of true effects plausibly lie?',
  },
  intervalFromPValue: {
    name: 'Confidence interval from a p-value',
    answers: 'Which interval stands behind a published estimate with only a p-value?',
  },
  pooledEffect: {
    name: 'Random-effects meta-analysis',
    answers: 'What do several cells or earlier campaigns say together?',
  },
  shrunkenEffects: {
    name: 'Shrinkage: best linear unbiased prediction (BLUP)',
    answers: 'What should be believed of each cell’s effect when all are seen together?',
  },
  morrisEffects: {
    name: 'Shrinkage: Morris’ empirical Bayes',
    answers: 'What should be believed of each cell’s effect when there are few cells?',
  },
  shrunkenShares: {
    name: 'Shrinkage: beta-binomial empirical Bayes',
    answers: 'What should be believed of each cell’s response rate when all are seen together?',
  },
  winnersCurse: {
    name: 'Winner’s curse: response rate',
    answers: 'How much too good does the best of several equal cells look?',
  },
  bestOfCellsBias: {
    name: 'Winner’s curse: effect',
    answers: 'How much must be taken off the best effect of several equally good cells?',
  },
  priorFromLifts: {
    name: 'Prior from past lifts (method of moments)',
    answers:
      'Which lift do past experiments let expect of the next carrot, and how far may it differ?',
  },
} satisfies Partial<Record<MethodId, MethodText>>;
