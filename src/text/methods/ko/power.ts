import type { MethodId, MethodText } from '../method-text.ts';

export const power = {
  classicalTestSizes: {
    name: '표본 크기: Test & Roll과 견줄 유의성 검정',
    answers: '이익 대신 유의성 검정을 목표로 하면 두 안에 각각 몇 명이 필요한가요?',
  },
  designEffect: {
    name: '설계효과: 군집 배정',
    answers: '매장처럼 묶음째 배정하면 고객이 몇 배 더 필요한가요?',
  },
  powerOfClusters: {
    name: '검정력: 군집 배정',
    answers: '묶음째 배정한 실험이 참 차이를 찾아낼 확률은 얼마인가요?',
  },
  clustersPerArm: {
    name: '표본 크기: 군집 배정',
    answers: '참 차이를 찾으려면 배정군마다 묶음이 몇 개 필요한가요?',
  },
  detectableClusterDifference: {
    name: '최소 탐지 효과: 군집 배정',
    answers: '이만큼의 묶음으로 찾을 수 있는 가장 작은 차이는 얼마인가요?',
  },
  powerOfHypothesis: {
    name: '검정력: 여러 대비를 한꺼번에(왈드)',
    answers: '효과가 어디서나 같은지, 고객에 따라 최적 캐럿이 다른지를 알아낼 확률은 얼마인가요?',
  },
  neededNoncentrality: {
    name: '필요 비중심도: 여러 대비를 한꺼번에',
    answers: '여러 대비를 한꺼번에 검정해 원하는 검정력을 얻으려면 계획의 몇 배가 필요한가요?',
  },
  contrastStandardError: {
    name: '대비의 표준오차',
    answers: '여러 셀과 배정군을 견주는 질문에 얼마나 정확히 답할 수 있나요?',
  },
  powerOfContrast: {
    name: '검정력: 대비',
    answers: '여러 셀과 배정군을 견주는 질문에 답을 얻을 확률은 얼마인가요?',
  },
  sampleSizeForContrast: {
    name: '표본 크기: 대비',
    answers: '여러 셀과 배정군을 견주는 질문에 답하려면 몇 명이 필요한가요?',
  },
  detectableContrast: {
    name: '최소 탐지 효과: 대비',
    answers: '이 인원으로 답할 수 있는 가장 작은 대비는 얼마인가요?',
  },
  exactPowerOfProportions: {
    name: '정확 검정력: 두 비율',
    answers: '모든 경우를 세면, 참 효과를 찾아낼 확률은 정확히 얼마인가요?',
  },
  exactDetectableLift: {
    name: '정확 최소 탐지 효과: 두 비율',
    answers: '모든 경우를 세면, 찾을 수 있는 가장 작은 변화는 얼마인가요?',
  },
  exactSizePerArm: {
    name: '정확 표본 크기: 두 비율',
    answers: '모든 경우를 세면, 검정력이 다시 떨어지지 않는 인원은 몇 명인가요?',
  },
  fewestSignificantEvents: {
    name: '유의하게 높은 최소 반응 수',
    answers: '대조군보다 유의하게 높으려면 몇 명 이상이 반응해야 하나요?',
  },
  mostEventsOfSignificantFall: {
    name: '유의하게 낮은 최대 반응 수',
    answers: '몇 명 이하만 반응하면 대조군보다 유의하게 낮은가요?',
  },
  powerOfManyMeans: {
    name: '검정력: 여러 평균과 한 대조군',
    answers: '여러 캐럿의 참 평균 차이를 찾아낼 확률은 얼마인가요?',
  },
  sampleSizeForManyMeans: {
    name: '표본 크기: 여러 평균과 한 대조군',
    answers: '여러 캐럿의 참 평균 차이를 찾으려면 몇 명이 필요한가요?',
  },
  detectableDifferenceForManyMeans: {
    name: '최소 탐지 효과: 여러 평균과 한 대조군',
    answers: '여러 캐럿을 비교할 때 찾을 수 있는 가장 작은 평균 차이는 얼마인가요?',
  },
  powerOfManyShares: {
    name: '검정력: 여러 비율과 한 대조군',
    answers: '여러 캐럿의 참 반응률 차이를 찾아낼 확률은 얼마인가요?',
  },
  sampleSizeForManyShares: {
    name: '표본 크기: 여러 비율과 한 대조군',
    answers: '여러 캐럿의 참 반응률 차이를 찾으려면 몇 명이 필요한가요?',
  },
  detectableLiftForManyShares: {
    name: '최소 탐지 효과: 여러 비율과 한 대조군',
    answers: '여러 캐럿을 비교할 때 찾을 수 있는 가장 작은 반응률 차이는 얼마인가요?',
  },
  powerOfMeansWithinMargin: {
    name: '검정력: 비열등성·동등성, 두 평균',
    answers: '평균이 대조군보다 못하지 않거나 비슷함을 보일 확률은 얼마인가요?',
  },
  sampleSizeOfMeansWithinMargin: {
    name: '표본 크기: 비열등성·동등성, 두 평균',
    answers: '평균이 대조군보다 못하지 않거나 비슷함을 보이려면 몇 명이 필요한가요?',
  },
  smallestMarginOfMeans: {
    name: '최소 허용 한계: 비열등성·동등성, 두 평균',
    answers: '이 인원으로 보일 수 있는 가장 작은 평균 허용 한계는 얼마인가요?',
  },
  powerWithinMargin: {
    name: '검정력: 비열등성·동등성, 두 비율',
    answers: '반응률이 대조군보다 못하지 않거나 비슷함을 보일 확률은 얼마인가요?',
  },
  sampleSizeWithinMargin: {
    name: '표본 크기: 비열등성·동등성, 두 비율',
    answers: '반응률이 대조군보다 못하지 않거나 비슷함을 보이려면 몇 명이 필요한가요?',
  },
  smallestMargin: {
    name: '최소 허용 한계: 비열등성·동등성, 두 비율',
    answers: '이 인원으로 보일 수 있는 가장 작은 반응률 허용 한계는 얼마인가요?',
  },
  operatingCharacteristics: {
    name: '정확 검정력과 S형·M형 오류',
    answers: '이 계획을 되풀이하면 오경보, 부호 오류, 과장이 얼마나 생기나요?',
  },
  optimalControlRatio: {
    name: '제곱근 규칙: 공통 대조군의 크기',
    answers: '여러 캐럿과 비교할 대조군은 배정군의 몇 배여야 하나요?',
  },
  optimalTreatmentRatio: {
    name: '최적 배정 비율: 두 군',
    answers: '비용이 다를 때 대조군 한 명에 시험군 몇 명이 가장 알맞나요?',
  },
  powerOfAnova: {
    name: '검정력: 분산분석',
    answers: '여러 평균이 다르다는 것을 찾아낼 확률은 얼마인가요?',
  },
  sampleSizePerArmForAnova: {
    name: '표본 크기: 분산분석',
    answers: '여러 평균이 다르다는 것을 찾으려면 배정군마다 몇 명이 필요한가요?',
  },
  minimumDetectableAnovaEffect: {
    name: '최소 탐지 효과: 분산분석',
    answers: '이 인원으로 찾을 수 있는, 참 평균들의 가장 작은 분산은 얼마인가요?',
  },
  cohenEffect: {
    name: 'Cohen w 효과 크기',
    answers: '참 비율은 가정한 비율에서 얼마나 떨어져 있나요?',
  },
  powerOfChiSquare: {
    name: '검정력: 카이제곱 검정',
    answers: '비율이 가정과 다르다는 것을 찾아낼 확률은 얼마인가요?',
  },
  sampleSizeForChiSquare: {
    name: '표본 크기: 카이제곱 검정',
    answers: '비율이 가정과 다르다는 것을 찾으려면 모두 몇 명이 필요한가요?',
  },
  minimumDetectableChiSquareEffect: {
    name: '최소 탐지 효과: 카이제곱 검정',
    answers: '카이제곱 검정이 이 인원으로 찾을 수 있는 가장 작은 효과는 얼마인가요?',
  },
  powerOfInteraction: {
    name: '검정력: 교호작용',
    answers: '캐럿의 효과가 고객의 특성에 따라 다르다는 것을 찾아낼 확률은 얼마인가요?',
  },
  interactionSizeFactor: {
    name: '표본 크기 배수: 교호작용',
    answers: '교호작용을 찾으려면 계획한 인원의 몇 배가 필요한가요?',
  },
  powerOfMeans: {
    name: '검정력: 두 평균',
    answers: '이 인원으로 참 평균 차이를 찾아낼 확률은 얼마인가요?',
  },
  sampleSizePerArmForMeans: {
    name: '표본 크기: 두 평균',
    answers: '참 평균 차이를 찾으려면 배정군마다 몇 명이 필요한가요?',
  },
  minimumDetectableDifference: {
    name: '최소 탐지 효과: 두 평균',
    answers: '이 인원으로 찾을 수 있는 가장 작은 평균 차이는 얼마인가요?',
  },
  powerOfOneMean: {
    name: '검정력: 한 평균·짝지은 평균',
    answers: '한 집단이나 짝지은 고객에게서 참 변화를 찾아낼 확률은 얼마인가요?',
  },
  sampleSizeForOneMean: {
    name: '표본 크기: 한 평균·짝지은 평균',
    answers: '평균의 참 변화를 찾으려면 고객이 몇 명(쌍) 필요한가요?',
  },
  minimumDetectableChange: {
    name: '최소 탐지 효과: 한 평균·짝지은 평균',
    answers: '이 인원으로 찾을 수 있는 평균의 가장 작은 변화는 얼마인가요?',
  },
  sampleSizePerArm: {
    name: '표본 크기: 두 비율',
    answers: '참 반응률 차이를 찾으려면 배정군마다 몇 명이 필요한가요?',
  },
  powerOfProportions: {
    name: '검정력: 두 비율',
    answers: '이 인원으로 참 반응률 차이를 찾아낼 확률은 얼마인가요?',
  },
  minimumDetectableLift: {
    name: '최소 탐지 효과: 두 비율',
    answers: '이 인원으로 찾을 수 있는 가장 작은 반응률 변화는 얼마인가요?',
  },
  sampleSizeForStrata: {
    name: '표본 크기: Cochran–Mantel–Haenszel 검정',
    answers: '층 안에서 비교해 효과를 찾으려면 모두 몇 명이 필요한가요?',
  },
  powerOfStrata: {
    name: '검정력: Cochran–Mantel–Haenszel 검정',
    answers: '층 안에서 비교할 때, 예상한 효과를 찾아낼 확률은 얼마인가요?',
  },
  detectableCommonOddsRatio: {
    name: '최소 탐지 승산비: Cochran–Mantel–Haenszel 검정',
    answers: '층 안에서 비교해 찾을 수 있는 가장 작은 공통 승산비는 얼마인가요?',
  },
  detectableCommonDifference: {
    name: '최소 탐지 차이: Cochran–Mantel–Haenszel 검정',
    answers: '층 안에서 비교해 찾을 수 있는 가장 작은 공통 차이는 얼마인가요?',
  },
  precisionSize: {
    name: '표본 크기: 한 비율의 정밀도',
    answers: '반응률을 원하는 오차 안에서 알려면 몇 명이 필요한가요?',
  },
  alphaForPower: {
    name: '필요한 유의수준: 두 비율',
    answers: '원하는 검정력을 얻으려면 오경보를 얼마까지 받아들여야 하나요?',
  },
  baselineForPower: {
    name: '구별되는 대조군 반응률: 두 비율',
    answers: '대조군 반응률이 얼마여야 이 시험군과의 차이를 찾을 수 있나요?',
  },
  relativeLiftPower: {
    name: '검정력: 상대 상승률',
    answers: '상대 상승률로 판단하는 실험이 참 효과를 찾아낼 확률은 얼마인가요?',
  },
  minimumDetectableRelativeLift: {
    name: '최소 탐지 효과: 상대 상승률',
    answers: '이 인원으로 찾을 수 있는 가장 작은 상대 상승률은 얼마인가요?',
  },
  unequalOutlook: {
    name: 'Test & Roll: 서로 다른 두 안의 기대 이익',
    answers: '이 인원으로 시험하고 나은 안을 나머지에 쓰면 평균 얼마를 버나요?',
  },
  unequalSizes: {
    name: 'Test & Roll: 서로 다른 두 안의 인원',
    answers: '두 안에 대해 아는 것이 다를 때, 각각 몇 명을 시험해야 가장 많이 버나요?',
  },
  testAndRollSize: {
    name: 'Test & Roll: 이익이 가장 큰 인원',
    answers: '명단 전체에서 가장 많이 벌려면 몇 명씩 시험해야 하나요?',
  },
  testAndRollOutlook: {
    name: 'Test & Roll: 기대 이익',
    answers: '이 인원으로 시험하고 나은 안을 나머지에 쓰면 얼마를 벌고 얼마를 놓치나요?',
  },
  stratifiedOutlook: {
    name: 'Test & Roll: 여러 배정군과 층의 기대 이익',
    answers: '여러 캐럿을 셀마다 시험한 뒤 가장 나은 것을 나머지 고객에게 쓰면 얼마를 버나요?',
  },
  stratifiedSize: {
    name: 'Test & Roll: 여러 배정군과 층의 이익 최대 크기',
    answers: '이 명단에서 가장 많이 벌려면 모두 몇 명을 시험해야 하나요?',
  },
  stratifiedErrorShare: {
    name: 'Test & Roll: 잘못 고를 확률(모의실험)',
    answers: '시험 뒤에 최선이 아닌 캐럿을 고를 확률은 얼마인가요?',
  },
} satisfies Partial<Record<MethodId, MethodText>>;
