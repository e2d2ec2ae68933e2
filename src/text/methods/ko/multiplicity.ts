import type { MethodId, MethodText } from '../method-text.ts';

export const multiplicity = {
  adjustBonferroni: {
    name: 'Bonferroni 보정',
    answers: '같은 위험을 가장 단순하게 묶으면 유의확률은 각각 얼마인가요?',
  },
  adjustHolm: {
    name: 'Holm 보정',
    answers: '하나라도 잘못 고를 위험을 묶으면 유의확률은 각각 얼마인가요?',
  },
  adjustBenjaminiHochberg: {
    name: 'Benjamini–Hochberg 보정(FDR)',
    answers: '발견 가운데 거짓 발견의 비율을 묶으면 유의확률은 각각 얼마인가요?',
  },
  adjustHochberg: {
    name: 'Hochberg 보정',
    answers: '비교들이 독립이거나 서로 같은 쪽으로 움직일 때, 유의확률은 각각 얼마인가요?',
  },
  adjustHommel: {
    name: 'Hommel 보정',
    answers: '같은 조건에서 가장 날카롭게 보정하면 유의확률은 얼마인가요?',
  },
  adjustBenjaminiYekutieli: {
    name: 'Benjamini–Yekutieli 보정(FDR)',
    answers: '비교들이 어떻게 얽혀 있어도 거짓 발견의 비율을 묶으면 유의확률은 얼마인가요?',
  },
  adjustSidak: {
    name: 'Šidák 보정',
    answers: '비교들이 서로 독립일 때, 보정 유의확률은 각각 얼마인가요?',
  },
  adjustHolmSidak: {
    name: 'Holm–Šidák 보정',
    answers: 'Šidák 보정을 단계별로 하면 유의확률은 각각 얼마인가요?',
  },
  compareProportionsWithControl: {
    name: 'Dunnett 다중비교: 반응률',
    answers: '여러 캐럿 가운데 어느 것의 반응률이 한 대조군과 다른가요?',
  },
  compareMeansWithControl: {
    name: 'Dunnett 다중비교: 평균',
    answers: '여러 캐럿 가운데 어느 것의 평균이 한 대조군과 다른가요?',
  },
  simultaneousComparisons: {
    name: '동시 추론(max-t)',
    answers: '서로 얽힌 여러 추정값 가운데 어느 것이 0과 다른가요?',
  },
} satisfies Partial<Record<MethodId, MethodText>>;
