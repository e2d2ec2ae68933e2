import type { MethodId, MethodText } from '../method-text.ts';

export const multiplicity = {
  adjustBonferroni: {
    name: 'Bonferroni’s adjustment',
    answers: 'What are the p-values when the risk of a false alarm is held in the simplest way?',
  },
  adjustHolm: {
    name: 'Holm’s adjustment',
    answers: 'What are the p-values when the risk of any false alarm is held?',
  },
  adjustBenjaminiHochberg: {
    name: 'Benjamini–Hochberg adjustment (FDR)',
    answers: 'What are the p-values when the share of false findings is held?',
  },
  adjustHochberg: {
    name: 'Hochberg’s adjustment',
    answers: 'What are the p-values if comparisons are independent or depend positively?',
  },
  adjustHommel: {
    name: 'Hommel’s adjustment',
    answers: 'What are the p-values by the sharpest guard under that condition?',
  },
  adjustBenjaminiYekutieli: {
    name: 'Benjamini–Yekutieli adjustment (FDR)',
    answers: 'What are the p-values when false findings are held under any dependence?',
  },
  adjustSidak: {
    name: 'Šidák’s adjustment',
    answers: 'What are the adjusted p-values of independent comparisons?',
  },
  adjustHolmSidak: {
    name: 'Holm–Šidák adjustment',
    answers: 'What are the p-values when Šidák’s guard is applied step by step?',
  },
  compareProportionsWithControl: {
    name: 'Dunnett’s comparisons: shares',
    answers: 'Which of several offers differ in response rate from the one control?',
  },
  compareMeansWithControl: {
    name: 'Dunnett’s comparisons: means',
    answers: 'Which of several offers differ in their mean from the one control?',
  },
  simultaneousComparisons: {
    name: 'Simultaneous inference (max-t)',
    answers: 'Which of many related estimates differ from zero, with all intervals together?',
  },
} satisfies Partial<Record<MethodId, MethodText>>;
