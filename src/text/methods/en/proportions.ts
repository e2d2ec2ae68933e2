import type { MethodId, MethodText } from '../method-text.ts';

export const proportions = {
  barnardTest: {
    name: 'Barnard’s exact test',
    answers: 'Could chance explain two shares’ difference, counted exactly in order of z?',
  },
  exactBinomialTest: {
    name: 'Exact binomial test',
    answers: 'Does one group’s response rate differ from a stated one, counted exactly?',
  },
  boschlooTest: {
    name: 'Boschloo’s exact test',
    answers:
      'Could chance explain two shares’ difference, exactly but less cautiously than Fisher?',
  },
  conditionalOddsRatio: {
    name: 'Conditional maximum likelihood odds ratio',
    answers: 'How many times higher are the treated odds, given how many responded in all?',
  },
  chiSquareTest: {
    name: 'Pearson’s chi-square test of independence',
    answers: 'Has the outcome to do with the group, and which cells stand out?',
  },
  gTest: {
    name: 'G-test (likelihood-ratio chi-square)',
    answers: 'Has the outcome to do with the group, by the likelihood ratio?',
  },
  newcombeInterval: {
    name: 'Newcombe interval',
    answers: 'Where does the difference of two shares lie, by their two Wilson intervals?',
  },
  agrestiCaffoInterval: {
    name: 'Agresti–Caffo interval',
    answers: 'Where does the difference of two shares lie, by an interval made by hand?',
  },
  waldDifferenceInterval: {
    name: 'Wald interval: difference of two shares',
    answers: 'Where does the textbook interval place the difference of two shares?',
  },
  meeInterval: {
    name: 'Mee’s score interval',
    answers: 'Where does the difference of two shares lie, in agreement with the pooled z-test?',
  },
  fisherExactTest: {
    name: 'Fisher’s exact test',
    answers: 'Could chance explain two shares’ difference, however few customers there are?',
  },
  fisherTableTest: {
    name: 'Fisher–Freeman–Halton exact test',
    answers: 'Has the outcome to do with the group in any table, however few customers?',
  },
  goodnessOfFit: {
    name: 'Chi-square goodness-of-fit test',
    answers: 'Do counts agree with the shares that were stated for them?',
  },
  katzInterval: {
    name: 'Katz log interval: ratio of two shares',
    answers: 'Between which values does the ratio of two response rates lie?',
  },
  adjustedLogInterval: {
    name: 'Walter’s log interval: ratio of two shares',
    answers: 'Where does the ratio of two shares lie, even where an arm has no responders?',
  },
  woolfInterval: {
    name: 'Woolf’s logit interval: odds ratio',
    answers: 'Between which values does the odds ratio of two shares lie?',
  },
  adjustedLogitInterval: {
    name: 'Haldane–Gart logit interval: odds ratio',
    answers: 'Where does the odds ratio of two shares lie, even where a cell is empty?',
  },
  scoreOddsRatio: {
    name: 'Miettinen–Nurminen score: odds ratio',
    answers: 'How many times higher are the odds of a response among the treated?',
  },
  mcNemarTest: {
    name: 'McNemar’s test',
    answers: 'Do the same customers respond more at one of two times, or to one of two carrots?',
  },
  compareProportions: {
    name: 'Miettinen–Nurminen score: difference',
    answers: 'How much do two response rates differ, and could chance explain it?',
  },
  pooledChiSquare: {
    name: 'Pearson’s chi-square test: two by two',
    answers: 'Do two response rates differ, by the chi-square that most reports print?',
  },
  wilsonInterval: {
    name: 'Wilson score interval',
    answers: 'Between which values does the true response rate of one group plausibly lie?',
  },
  relativeLift: {
    name: 'Miettinen–Nurminen and Koopman score: relative lift',
    answers: 'By which share is the treatment’s response rate above the control’s?',
  },
  recommendedTest: {
    name: 'Choice of test (Cochran’s rule)',
    answers: 'Which test of two response rates should be shown?',
  },
  scoreComparison: {
    name: 'Miettinen–Nurminen score: all scales',
    answers: 'What are difference, lift and odds ratio when none contradicts another?',
  },
  sharesDiffer: {
    name: 'Chi-square test of homogeneity',
    answers: 'Do the response rates of several arms differ at all?',
  },
  cochranArmitageTrend: {
    name: 'Cochran–Armitage trend test',
    answers: 'Does the response rate rise or fall steadily over ordered arms?',
  },
  clopperPearsonInterval: {
    name: 'Clopper–Pearson exact interval',
    answers: 'Where does a response rate lie with at least the stated confidence?',
  },
  jeffreysInterval: {
    name: 'Jeffreys interval',
    answers: 'Where does a response rate plausibly lie, by Jeffreys’ prior?',
  },
  agrestiCoullInterval: {
    name: 'Agresti–Coull interval',
    answers: 'Where does a response rate plausibly lie, by an interval made by hand?',
  },
  waldInterval: {
    name: 'Wald interval: one share',
    answers: 'Where does the textbook interval place a response rate?',
  },
  yatesChiSquare: {
    name: 'Yates’ corrected chi-square test',
    answers: 'Do two response rates differ, with the correction older programs print?',
  },
  pooledZTest: {
    name: 'Pooled z-test',
    answers: 'Do two response rates differ, judged by one common rate?',
  },
  unpooledZTest: {
    name: 'Unpooled (Wald) z-test',
    answers: 'Do two response rates differ, judged by each arm’s own rate?',
  },
  oneShareZTest: {
    name: 'One-sample z-test of a share',
    answers: 'Does one group’s response rate differ from a stated one?',
  },
} satisfies Partial<Record<MethodId, MethodText>>;
