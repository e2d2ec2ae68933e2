import type { MethodId, MethodText } from '../method-text.ts';

export const power = {
  classicalTestSizes: {
    name: 'Sample size: significance test to set against Test & Roll',
    answers: 'How many customers of two arms would a significance test ask for instead?',
  },
  designEffect: {
    name: 'Design effect of clusters',
    answers: 'How many times more customers does an experiment on whole clusters need?',
  },
  powerOfClusters: {
    name: 'Power: clusters',
    answers: 'How likely is an experiment on whole clusters to find a true difference?',
  },
  clustersPerArm: {
    name: 'Sample size: clusters',
    answers: 'How many clusters does each arm need to find a true difference?',
  },
  detectableClusterDifference: {
    name: 'Minimum detectable effect: clusters',
    answers: 'What is the smallest difference that so many clusters can show?',
  },
  powerOfHypothesis: {
    name: 'Power: several contrasts at once (Wald)',
    answers:
      'How likely does the test find that the effect is not the same everywhere, or that the best carrot depends on the customer?',
  },
  neededNoncentrality: {
    name: 'Noncentrality needed: several contrasts at once',
    answers: 'How many times the plan does a joint test need for the wanted power?',
  },
  contrastStandardError: {
    name: 'Standard error of a contrast',
    answers: 'How precisely is a question over several cells and arms answered?',
  },
  powerOfContrast: {
    name: 'Power: contrast',
    answers: 'How likely is a question over several cells and arms to be answered?',
  },
  sampleSizeForContrast: {
    name: 'Sample size: contrast',
    answers: 'How many customers answer a question over several cells and arms?',
  },
  detectableContrast: {
    name: 'Minimum detectable effect: contrast',
    answers: 'What is the smallest contrast that groups of these sizes can show?',
  },
  exactPowerOfProportions: {
    name: 'Exact power: two shares',
    answers: 'How likely is a true effect to be found, counted over every possible outcome?',
  },
  exactDetectableLift: {
    name: 'Exact minimum detectable effect: two shares',
    answers: 'What is the smallest change found, counted over every possible outcome?',
  },
  exactSizePerArm: {
    name: 'Exact sample size: two shares',
    answers: 'How many customers keep the wanted power, counted over every possible outcome?',
  },
  fewestSignificantEvents: {
    name: 'Fewest responders of a significant rise',
    answers: 'How many must respond to be significantly better than the control?',
  },
  mostEventsOfSignificantFall: {
    name: 'Most responders of a significant fall',
    answers: 'How few must respond to be significantly worse than the control?',
  },
  powerOfManyMeans: {
    name: 'Power: several means and one control',
    answers: 'How likely are several arms’ true differences from one control to be found?',
  },
  sampleSizeForManyMeans: {
    name: 'Sample size: several means and one control',
    answers: 'How many customers find several arms’ true differences from one control?',
  },
  detectableDifferenceForManyMeans: {
    name: 'Minimum detectable effect: several means and one control',
    answers: 'What is the smallest difference that several arms and one control can show?',
  },
  powerOfManyShares: {
    name: 'Power: several shares and one control',
    answers: 'How likely are several arms’ true lifts over one control to be found?',
  },
  sampleSizeForManyShares: {
    name: 'Sample size: several shares and one control',
    answers: 'How many customers find several arms’ true lifts over one control?',
  },
  detectableLiftForManyShares: {
    name: 'Minimum detectable effect: several shares and one control',
    answers: 'What is the smallest lift that several arms and one control can show?',
  },
  powerOfMeansWithinMargin: {
    name: 'Power: noninferiority and equivalence of means',
    answers: 'How likely is a mean to be shown not worse than, or as good as, the control’s?',
  },
  sampleSizeOfMeansWithinMargin: {
    name: 'Sample size: noninferiority and equivalence of means',
    answers: 'How many customers show that a mean is not worse than, or as good as, the control’s?',
  },
  smallestMarginOfMeans: {
    name: 'Smallest margin: noninferiority and equivalence of means',
    answers: 'What is the smallest margin of a mean that these sizes can keep?',
  },
  powerWithinMargin: {
    name: 'Power: noninferiority and equivalence of shares',
    answers:
      'How likely is a response rate to be shown not worse than, or as good as, the control’s?',
  },
  sampleSizeWithinMargin: {
    name: 'Sample size: noninferiority and equivalence of shares',
    answers:
      'How many customers show that a response rate is not worse than, or as good as, another?',
  },
  smallestMargin: {
    name: 'Smallest margin: noninferiority and equivalence of shares',
    answers: 'What is the smallest margin of a response rate that these sizes can keep?',
  },
  operatingCharacteristics: {
    name: 'Exact power with type S and type M errors',
    answers: 'How often does a plan raise false alarms, get the sign wrong or exaggerate?',
  },
  optimalControlRatio: {
    name: 'Square-root rule: size of a common control',
    answers: 'How much larger than each arm should the control they share be?',
  },
  optimalTreatmentRatio: {
    name: 'Optimal ratio of two arms',
    answers: 'How many treated customers per control customer are best for their cost?',
  },
  powerOfAnova: {
    name: 'Power: analysis of variance',
    answers: 'How likely is it to be found that several means are not all the same?',
  },
  sampleSizePerArmForAnova: {
    name: 'Sample size: analysis of variance',
    answers: 'How many customers per arm find that several means are not all the same?',
  },
  minimumDetectableAnovaEffect: {
    name: 'Minimum detectable effect: analysis of variance',
    answers: 'What is the smallest variance of several true means that these sizes can show?',
  },
  cohenEffect: { name: 'Cohen’s w', answers: 'How far do true shares lie from the assumed ones?' },
  powerOfChiSquare: {
    name: 'Power: chi-square test',
    answers: 'How likely is it to be found that the shares are not the assumed ones?',
  },
  sampleSizeForChiSquare: {
    name: 'Sample size: chi-square test',
    answers: 'How many customers in all find that the shares are not the assumed ones?',
  },
  minimumDetectableChiSquareEffect: {
    name: 'Minimum detectable effect: chi-square test',
    answers: 'What is the smallest effect that a chi-square test of this size can show?',
  },
  powerOfInteraction: {
    name: 'Power: interaction',
    answers: 'How likely is it to be found that the arms’ effects depend on an attribute?',
  },
  interactionSizeFactor: {
    name: 'Sample size factor: interaction',
    answers: 'How many times the planned customers find that effects depend on an attribute?',
  },
  powerOfMeans: {
    name: 'Power: two means',
    answers: 'How likely are arms of these sizes to find a true difference of means?',
  },
  sampleSizePerArmForMeans: {
    name: 'Sample size: two means',
    answers: 'How many customers per arm find a true difference of means?',
  },
  minimumDetectableDifference: {
    name: 'Minimum detectable effect: two means',
    answers: 'What is the smallest difference of means that these sizes can show?',
  },
  powerOfOneMean: {
    name: 'Power: one mean or pairs',
    answers: 'How likely is a true change of a mean to be found, in one group or in pairs?',
  },
  sampleSizeForOneMean: {
    name: 'Sample size: one mean or pairs',
    answers: 'How many customers, or pairs, find a true change of a mean?',
  },
  minimumDetectableChange: {
    name: 'Minimum detectable effect: one mean or pairs',
    answers: 'What is the smallest change of a mean that so many customers can show?',
  },
  sampleSizePerArm: {
    name: 'Sample size: two shares',
    answers: 'How many customers per arm find a true difference of response rates?',
  },
  powerOfProportions: {
    name: 'Power: two shares',
    answers: 'How likely are arms of these sizes to find a true difference of response rates?',
  },
  minimumDetectableLift: {
    name: 'Minimum detectable effect: two shares',
    answers: 'What is the smallest change of a response rate that these sizes can show?',
  },
  sampleSizeForStrata: {
    name: 'Sample size: Cochran–Mantel–Haenszel test',
    answers: 'How many customers in all find an effect when they are compared within strata?',
  },
  powerOfStrata: {
    name: 'Power: Cochran–Mantel–Haenszel test',
    answers: 'How likely is the expected effect to be found by comparing within strata?',
  },
  detectableCommonOddsRatio: {
    name: 'Minimum detectable odds ratio: Cochran–Mantel–Haenszel test',
    answers: 'What is the smallest common odds ratio found by comparing within strata?',
  },
  detectableCommonDifference: {
    name: 'Minimum detectable difference: Cochran–Mantel–Haenszel test',
    answers: 'What is the smallest common difference found by comparing within strata?',
  },
  precisionSize: {
    name: 'Sample size: precision of one share',
    answers: 'How many customers tell a response rate to within a wanted error?',
  },
  alphaForPower: {
    name: 'Required significance level: two shares',
    answers: 'Which false-alarm risk must be allowed to reach the wanted power?',
  },
  baselineForPower: {
    name: 'Distinguishable control share: two shares',
    answers: 'From which control rate can a given treatment rate be told apart?',
  },
  relativeLiftPower: {
    name: 'Power: relative lift',
    answers: 'How likely is an experiment judged by relative lift to find a true one?',
  },
  minimumDetectableRelativeLift: {
    name: 'Minimum detectable effect: relative lift',
    answers: 'What is the smallest relative lift that these sizes can show?',
  },
  unequalOutlook: {
    name: 'Test & Roll: expected profit of two unequal arms',
    answers: 'What does a test of two unequal arms earn if the better one then goes to all others?',
  },
  unequalSizes: {
    name: 'Test & Roll: sizes of two unequal arms',
    answers: 'How many customers of each of two unequal arms earn most on a list?',
  },
  testAndRollSize: {
    name: 'Test & Roll: size of most profit',
    answers: 'How many customers per offer should be tested to earn most on a list?',
  },
  testAndRollOutlook: {
    name: 'Test & Roll: expected profit',
    answers: 'What does a test of this size earn if the best offer then goes to everybody else?',
  },
  stratifiedOutlook: {
    name: 'Test & Roll: expected profit over several arms and strata',
    answers:
      'What does a test of several carrots over cells earn if the best then goes to all others?',
  },
  stratifiedSize: {
    name: 'Test & Roll: size of most profit over several arms and strata',
    answers: 'How many customers in all should be tested to earn most on this list?',
  },
  stratifiedErrorShare: {
    name: 'Test & Roll: chance of the wrong choice (simulated)',
    answers: 'How likely is a carrot chosen after the test that is not the best?',
  },
} satisfies Partial<Record<MethodId, MethodText>>;
