import type { MethodId, MethodText } from '../method-text.ts';

export const models = {
  yatesContrasts: {
    name: 'Yates 알고리즘',
    answers: '2수준 요인 실험의 모든 주효과와 교호작용 대비는 얼마인가요?',
  },
  factorialShareEffects: {
    name: '2수준 요인 실험의 효과: 반응률',
    answers: '요인 하나하나와 그 조합이 반응률을 몇 %p 바꾸나요?',
  },
  factorialMeanEffects: {
    name: '2수준 요인 실험의 효과: 평균',
    answers: '요인 하나하나와 그 조합이 금액을 얼마나 바꾸나요?',
  },
  firthLogistic: {
    name: 'Firth 로지스틱 회귀',
    answers: '반응이 한 건도 없는 칸이 있어도, 특성에 따라 승산이 얼마나 달라지나요?',
  },
  penalisedLikelihoodRatioTest: {
    name: '벌점 우도비 검정(Firth)',
    answers: '반응이 한 건도 없는 칸이 있어도, 이 특성들이 반응과 관계있나요?',
  },
  interactionTest: {
    name: '교호작용 우도비 검정: 한 특성',
    answers: '캐럿의 효과가 고객의 한 특성에 따라 다른가요?',
  },
  jointInteractionTest: {
    name: '교호작용 우도비 검정: 여러 특성',
    answers: '캐럿의 효과가 여러 특성 중 어느 하나에라도 따라 다른가요?',
  },
  threeWayInteractionTest: {
    name: '교호작용 우도비 검정: 3원',
    answers: '캐럿의 효과가 한 특성에 따라 다른 정도가 다른 특성에 따라 또 달라지나요?',
  },
  penalisedInteractionTest: {
    name: '교호작용 벌점 우도비 검정(Firth)',
    answers: '반응이 한 건도 없는 칸이 있어도, 캐럿의 효과가 고객에 따라 다른가요?',
  },
  lenthMethod: {
    name: 'Lenth 방법',
    answers: '반복이 없는 요인 실험에서 어느 효과가 두드러지나요?',
  },
  halfNormalPlot: {
    name: '반정규 그림',
    answers: '우연만으로 생긴 효과들이 이루는 직선에서 어느 효과가 벗어나나요?',
  },
  likelihoodRatioTest: {
    name: '우도비 검정',
    answers: '큰 모형이 그 안의 작은 모형보다 더 많이 설명하나요?',
  },
  linearRegression: { name: '선형 회귀', answers: '특성에 따라 금액이 얼마나 달라지나요?' },
  linearTermsTest: {
    name: '선형 회귀의 F 검정',
    answers: '이 특성들을 한꺼번에 볼 때 금액과 관계있나요?',
  },
  logisticRegression: {
    name: '로지스틱 회귀',
    answers: '특성에 따라 반응의 승산이 얼마나 달라지나요?',
  },
  fitLogistic: {
    name: '로지스틱 회귀의 적합',
    answers: '반응에 가장 잘 맞는 로지스틱 모형의 계수는 얼마인가요?',
  },
  meanInteractionTest: {
    name: '금액의 교호작용 F 검정',
    answers: '캐럿이 금액에 주는 효과가 고객에 따라 다른가요?',
  },
} satisfies Partial<Record<MethodId, MethodText>>;
