import type { MethodId, MethodText } from '../method-text.ts';

export const checks = {
  exactMultinomialTest: {
    name: '다항분포 정확 검정',
    answers: '고객이 몇 명뿐일 때, 배정군 크기가 계획한 비율과 맞나요?',
  },
  missingOutcomesCheck: {
    name: '결과 누락 점검',
    answers: '결과가 빠진 고객의 비율이 배정군에 따라 다른가요?',
  },
  omnibusBalance: {
    name: 'Hansen–Bowers 균형 검정',
    answers: '실험 전 특성을 한꺼번에 볼 때 배정군끼리 우연이라기에는 너무 다른가요?',
  },
  sampleRatioByStratum: {
    name: '표본 비율 불일치 검정: 층별',
    answers: '층 하나하나에서도 배정군 크기가 계획한 비율과 맞나요?',
  },
  sampleRatioCheck: {
    name: '표본 비율 불일치 검정(SRM)',
    answers: '배정군 크기가 계획한 비율과 맞나요?',
  },
  standardisedMeanDifference: {
    name: '표준화 평균 차이',
    answers: '지난 구매액 같은 숫자 특성이 실험 전부터 배정군끼리 얼마나 달랐나요?',
  },
  standardisedLevelDifference: {
    name: '표준화 차이: 범주형 특성',
    answers: '휴면기간 같은 범주형 특성이 실험 전부터 배정군끼리 얼마나 달랐나요?',
  },
} satisfies Partial<Record<MethodId, MethodText>>;
