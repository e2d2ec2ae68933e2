import type { MethodId, MethodText } from '../method-text.ts';

export const means = {
  percentileInterval: {
    name: 'Bootstrap percentile interval',
    answers: 'Where does the true value plausibly lie, judged by resampling the customers?',
  },
  bcaInterval: {
    name: 'BCa bootstrap interval',
    answers: 'Where does the true value plausibly lie when the data, such as spend, are skewed?',
  },
  bootstrapStatistic: {
    name: 'Stratified bootstrap of any statistic',
    answers: 'How uncertain is any figure computed from the raw values?',
  },
  bootstrapMeanDifference: {
    name: 'Stratified bootstrap: difference of means',
    answers: 'How uncertain is a difference of means when a few amounts are very large?',
  },
  medianInterval: {
    name: 'Median with an interval of order statistics',
    answers: 'Around which value do half of the customers lie, and how sure is that?',
  },
  spendConcentration: {
    name: 'Spend concentration and effective number of buyers',
    answers: 'How much do the top customers carry, and how few buyers decide the mean?',
  },
  cupedDifference: {
    name: 'CUPED',
    answers: 'What is the difference of means, made more exact by what was known beforehand?',
  },
  covariateAdjustedDifference: {
    name: 'Analysis of covariance (ANCOVA)',
    answers: 'How much do the means differ between customers alike in a covariate?',
  },
  interactedDifference: {
    name: 'Lin’s regression adjustment: from summaries',
    answers: 'What is the adjusted difference when each arm has a slope of its own?',
  },
  locationShift: {
    name: 'Hodges–Lehmann estimate of shift',
    answers: 'By how much are the treated customers’ values typically higher?',
  },
  jackknifeAcceleration: {
    name: 'Jackknife acceleration',
    answers: 'How fast does the error of an estimate grow with the estimate itself?',
  },
  kruskalWallis: {
    name: 'Kruskal–Wallis test',
    answers: 'Judged by order only, do some of several arms have higher values?',
  },
  compareMeans: {
    name: 'Welch’s t-test',
    answers: 'How much do two means differ, and could chance explain it?',
  },
  relativeLiftOfMeans: {
    name: 'Fieller interval: relative lift of a mean',
    answers: 'By which share is the treatment’s mean above the control’s?',
  },
  meanInterval: {
    name: 'Student’s t interval',
    answers: 'Between which values does the true mean of one group plausibly lie?',
  },
  testMeans: {
    name: 'Student’s t-test and one-sided Welch’s t-test',
    answers: 'Do two means differ, with a pooled variance or in one direction only?',
  },
  oneWayAnova: {
    name: 'One-way analysis of variance',
    answers: 'Do the means of several arms differ, when all arms vary alike?',
  },
  welchAnova: {
    name: 'Welch’s analysis of variance',
    answers: 'Do the means of several arms differ, when each varies in its own way?',
  },
  allPairwiseDifferences: {
    name: 'Tukey–Kramer and Games–Howell comparisons',
    answers: 'Which of several arms differ in their means from which, all pairs at once?',
  },
  rankSumTest: {
    name: 'Mann–Whitney (Wilcoxon rank-sum) test',
    answers: 'Judged by order only, do values tend to be higher in one arm?',
  },
  ratioOfSums: {
    name: 'Ratio metric by the delta method',
    answers: 'How certain is a ratio such as revenue per order, whose parts both vary?',
  },
  fiellerRatioInterval: {
    name: 'Fieller interval: ratio metric',
    answers: 'Between which values does a ratio lie when its denominator is weak?',
  },
  compareRatios: {
    name: 'Difference of ratio metrics by the delta method',
    answers: 'How much does a ratio such as revenue per order differ between two arms?',
  },
  relativeLiftOfRatios: {
    name: 'Fieller interval: relative lift of a ratio metric',
    answers: 'By which share is a ratio such as revenue per order above the control’s?',
  },
  ratioInterval: {
    name: 'Fieller interval: ratio of two amounts that vary together',
    answers: 'Where does a return lie when its cost is uncertain too?',
  },
  regressionAdjustment: {
    name: 'Regression adjustment with HC2 standard errors',
    answers: 'What is the difference of means, adjusted for several earlier covariates?',
  },
  decomposeSpend: {
    name: 'Das Gupta’s decomposition of spend',
    answers: 'Does the difference in money come from more buyers or from bigger baskets?',
  },
  summariseCounts: {
    name: 'Mean and standard deviation of value counts',
    answers: 'What are the mean and spread of values that are given with their counts?',
  },
  pooledCaps: {
    name: 'Winsorising limits',
    answers: 'At which values should unusual amounts be capped, alike in all arms?',
  },
} satisfies Partial<Record<MethodId, MethodText>>;
