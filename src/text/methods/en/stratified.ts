import type { MethodId, MethodText } from '../method-text.ts';

export const stratified = {
  mantelHaenszelRiskRatio: {
    name: 'Mantel–Haenszel ratio of shares',
    answers: 'How many times as high is the response rate, compared within strata?',
  },
  exactCommonOddsRatio: {
    name: 'Exact test of the common odds ratio',
    answers: 'Does the treatment work within strata, counted exactly in small cells?',
  },
  generalAssociation: {
    name: 'Generalised Cochran–Mantel–Haenszel test: general association',
    answers: 'Has the outcome to do with the arm in any way, within strata?',
  },
  rowMeanScoresDiffer: {
    name: 'Generalised Cochran–Mantel–Haenszel test: mean scores',
    answers: 'Do ordered outcomes, such as spend bands, differ between arms within strata?',
  },
  scoresCorrelate: {
    name: 'Generalised Cochran–Mantel–Haenszel test: correlation',
    answers: 'Does an ordered outcome rise or fall with ordered arms, within strata?',
  },
  breslowDay: {
    name: 'Breslow–Day test of homogeneity (Tarone’s correction)',
    answers: 'Does the treatment work equally well in every stratum?',
  },
  projectedMean: {
    name: 'Post-stratification: mean and total of one arm',
    answers: 'What would the mean and total be if all eligible customers got this arm?',
  },
  postStratifiedMeanDifference: {
    name: 'Post-stratification: difference of means',
    answers: 'How much would the mean change if all eligible customers got the treatment?',
  },
  postStratifiedDifference: {
    name: 'Post-stratification: difference of shares',
    answers: 'By how many points would the response change if all eligible customers were treated?',
  },
  simpsonCheck: {
    name: 'Check for Simpson’s paradox',
    answers: 'Does the comparison change once like is compared with like?',
  },
  stratifiedRankTest: {
    name: 'Van Elteren’s test',
    answers: 'Judged by order within strata, do values tend to be higher in one arm?',
  },
  stratifiedScoreDifference: {
    name: 'Stratified Miettinen–Nurminen score: difference',
    answers: 'By how many points does the treatment change the response across strata?',
  },
  cochranMantelHaenszel: {
    name: 'Cochran–Mantel–Haenszel test',
    answers: 'Does the treatment change the response when compared only within strata?',
  },
  mantelHaenszelDifference: {
    name: 'Mantel–Haenszel difference of shares',
    answers: 'By how many points does the response change, strata weighted by what they tell?',
  },
  woolfHomogeneity: {
    name: 'Woolf’s test of homogeneity',
    answers: 'Do the odds ratios of the strata differ by more than chance?',
  },
} satisfies Partial<Record<MethodId, MethodText>>;
