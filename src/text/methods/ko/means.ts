import type { MethodId, MethodText } from '../method-text.ts';

export const means = {
  percentileInterval: {
    name: '부트스트랩 백분위수 구간',
    answers: '고객을 거듭 다시 뽑아 보면, 참값은 어디에서 어디 사이인가요?',
  },
  bcaInterval: {
    name: 'BCa 부트스트랩 구간',
    answers: '금액이 한쪽으로 치우쳐 있을 때, 참값은 어디에서 어디 사이인가요?',
  },
  bootstrapStatistic: {
    name: '층화 부트스트랩',
    answers: '표준오차 공식이 없는 지표는 얼마나 불확실한가요?',
  },
  bootstrapMeanDifference: {
    name: '층화 부트스트랩: 평균 차이',
    answers: '유난히 큰 금액이 몇 건 있을 때, 평균 차이는 얼마나 불확실한가요?',
  },
  medianInterval: {
    name: '중앙값과 순서 통계량 구간',
    answers: '고객의 절반이 어떤 값 아래에 있고, 그 값은 얼마나 확실한가요?',
  },
  spendConcentration: {
    name: '구매액 집중도와 유효 구매자 수',
    answers: '상위 고객이 구매액의 얼마를 차지하고, 평균은 몇 명이 좌우하나요?',
  },
  cupedDifference: {
    name: 'CUPED',
    answers: '실험 전 값을 활용하면 평균 차이를 얼마나 더 정확히 알 수 있나요?',
  },
  covariateAdjustedDifference: {
    name: '공분산분석(ANCOVA)',
    answers: '실험 전 값이 같은 고객끼리 보면 평균은 얼마나 다른가요?',
  },
  interactedDifference: {
    name: 'Lin 회귀 보정: 요약값으로',
    answers: '배정군마다 기울기가 다를 때, 보정한 평균 차이는 얼마인가요?',
  },
  locationShift: {
    name: 'Hodges–Lehmann 추정',
    answers: '시험군의 값은 대조군보다 보통 얼마나 더 높은가요?',
  },
  jackknifeAcceleration: {
    name: '잭나이프 가속 상수',
    answers: '추정값이 커질수록 오차가 얼마나 빨리 커지나요?',
  },
  kruskalWallis: {
    name: 'Kruskal–Wallis 검정',
    answers: '순서만 보았을 때 값이 더 높은 배정군이 있나요?',
  },
  compareMeans: { name: 'Welch t 검정', answers: '두 평균은 얼마나 다르고, 그 차이는 우연인가요?' },
  relativeLiftOfMeans: {
    name: 'Fieller 신뢰구간: 평균의 상대 상승률',
    answers: '시험군의 평균은 대조군보다 몇 % 높은가요?',
  },
  meanInterval: {
    name: 'Student t 신뢰구간',
    answers: '한 집단의 참 평균은 어디에서 어디 사이인가요?',
  },
  testMeans: {
    name: 'Student t 검정과 단측 Welch t 검정',
    answers: '분산이 같다고 보거나 한쪽 방향만 볼 때, 두 평균은 다른가요?',
  },
  oneWayAnova: {
    name: '일원 분산분석',
    answers: '배정군들의 분산이 비슷할 때, 평균이 모두 같은가요?',
  },
  welchAnova: {
    name: 'Welch 분산분석',
    answers: '배정군마다 분산이 다를 때, 평균이 모두 같은가요?',
  },
  allPairwiseDifferences: {
    name: 'Tukey–Kramer·Games–Howell 다중비교',
    answers: '여러 배정군의 모든 짝 가운데 어느 평균끼리 다른가요?',
  },
  rankSumTest: {
    name: 'Mann–Whitney 순위합 검정',
    answers: '순서만 보았을 때 한쪽 배정군의 값이 더 높은 편인가요?',
  },
  ratioOfSums: {
    name: '비율 지표: 델타 방법',
    answers: '주문당 매출처럼 분모도 변하는 지표는 얼마나 확실한가요?',
  },
  fiellerRatioInterval: {
    name: 'Fieller 신뢰구간: 비율 지표',
    answers: '분모가 작아 불안정할 때, 비율 지표는 어디에서 어디 사이인가요?',
  },
  compareRatios: {
    name: '비율 지표의 차이: 델타 방법',
    answers: '주문당 매출 같은 비율 지표가 대조군과 얼마나 다른가요?',
  },
  relativeLiftOfRatios: {
    name: 'Fieller 신뢰구간: 비율 지표의 상대 상승률',
    answers: '주문당 매출 같은 비율 지표는 대조군보다 몇 % 높은가요?',
  },
  ratioInterval: {
    name: 'Fieller 신뢰구간: 함께 움직이는 두 금액의 비',
    answers: '비용도 확실하지 않을 때 투자수익률은 얼마에서 얼마 사이인가요?',
  },
  regressionAdjustment: {
    name: '회귀 보정: HC2 표준오차',
    answers: '실험 전 특성 여러 개로 보정하면 평균 차이는 얼마인가요?',
  },
  decomposeSpend: {
    name: 'Das Gupta 요인 분해: 구매자와 구매액',
    answers: '인당 금액의 차이는 구매자가 늘어서인가요, 한 명이 더 사서인가요?',
  },
  summariseCounts: {
    name: '값별 도수의 평균과 표준편차',
    answers: '값과 그 값의 고객 수만 있을 때 평균과 표준편차는 얼마인가요?',
  },
  pooledCaps: {
    name: '윈저화 한계',
    answers: '유난히 큰 금액은 모든 배정군에 똑같이 어느 값에서 잘라야 하나요?',
  },
} satisfies Partial<Record<MethodId, MethodText>>;
