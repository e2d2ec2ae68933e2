import type { MethodId, MethodText } from '../method-text.ts';

export const distributions = {
  betaLowerTail: {
    name: '베타분포: 아래쪽 꼬리 확률',
    answers: '베타분포를 따르는 비율이 이 값보다 작을 확률은 얼마인가요?',
  },
  betaUpperTail: {
    name: '베타분포: 위쪽 꼬리 확률',
    answers: '베타분포를 따르는 비율이 이 값보다 클 확률은 얼마인가요?',
  },
  betaDensity: {
    name: '베타분포: 확률밀도',
    answers: '베타분포가 이 비율 근처에 얼마나 몰려 있나요?',
  },
  betaQuantile: {
    name: '베타분포: 분위수',
    answers: '베타분포의 정해진 몫이 어느 비율 아래에 있나요?',
  },
  binomialProbability: {
    name: '이항분포: 확률',
    answers: '반응이 꼭 이 건수일 확률은 얼마인가요?',
  },
  binomialLowerTail: {
    name: '이항분포: 아래쪽 꼬리 확률',
    answers: '반응이 이 건수 이하일 확률은 얼마인가요?',
  },
  binomialUpperTail: {
    name: '이항분포: 위쪽 꼬리 확률',
    answers: '반응이 이 건수 이상일 확률은 얼마인가요?',
  },
  binomialQuantile: {
    name: '이항분포: 분위수',
    answers: '그 건수 이하일 확률이 정해진 값에 이르는 가장 적은 반응 수는 얼마인가요?',
  },
  binomialUpperQuantile: {
    name: '이항분포: 위쪽 분위수',
    answers: '그보다 많을 확률이 정해진 값을 넘지 않는 가장 적은 반응 수는 얼마인가요?',
  },
  chiSquareUpperTail: {
    name: '카이제곱분포: 위쪽 꼬리 확률',
    answers: '카이제곱 통계량의 유의확률은 얼마인가요?',
  },
  chiSquareLowerTail: {
    name: '카이제곱분포: 아래쪽 꼬리 확률',
    answers: '카이제곱 값이 이 값보다 작을 확률은 얼마인가요?',
  },
  chiSquareDensity: {
    name: '카이제곱분포: 확률밀도',
    answers: '카이제곱분포가 이 값 근처에 얼마나 몰려 있나요?',
  },
  chiSquareQuantile: {
    name: '카이제곱분포: 분위수',
    answers: '카이제곱분포의 정해진 몫이 어느 값 아래에 있나요?',
  },
  chiSquareUpperQuantile: {
    name: '카이제곱분포: 위쪽 분위수(임계값)',
    answers: '이 유의수준에서 카이제곱 통계량이 넘어야 할 값은 얼마인가요?',
  },
  dunnettUpperTail: {
    name: 'Dunnett 분포: 보정 유의확률',
    answers: '한 대조군과 여러 번 비교했을 때, 이 비교의 보정 유의확률은 얼마인가요?',
  },
  dunnettCriticalValue: {
    name: 'Dunnett 분포: 임계값',
    answers: '모든 구간이 함께 성립하려면 비교마다 구간을 얼마나 넓혀야 하나요?',
  },
  fUpperTail: { name: 'F 분포: 위쪽 꼬리 확률', answers: 'F 통계량의 유의확률은 얼마인가요?' },
  fLowerTail: {
    name: 'F 분포: 아래쪽 꼬리 확률',
    answers: 'F 값이 이 값보다 작을 확률은 얼마인가요?',
  },
  fDensity: { name: 'F 분포: 확률밀도', answers: 'F 분포가 이 값 근처에 얼마나 몰려 있나요?' },
  fQuantile: { name: 'F 분포: 분위수', answers: 'F 분포의 정해진 몫이 어느 값 아래에 있나요?' },
  fUpperQuantile: {
    name: 'F 분포: 위쪽 분위수(임계값)',
    answers: '이 유의수준에서 F 통계량이 넘어야 할 값은 얼마인가요?',
  },
  gammaTails: {
    name: '감마분포: 양쪽 꼬리 확률',
    answers: '감마분포를 따르는 값이 이 값보다 작을 확률과 클 확률은 얼마인가요?',
  },
  gammaDensity: {
    name: '감마분포: 확률밀도',
    answers: '감마분포가 이 값 근처에 얼마나 몰려 있나요?',
  },
  gammaQuantile: {
    name: '감마분포: 분위수',
    answers: '감마분포의 정해진 몫이 어느 값 아래에 있나요?',
  },
  hypergeometricProbability: {
    name: '초기하분포: 확률',
    answers: '명단에서 뽑은 고객 가운데 표시된 고객이 꼭 이 수일 확률은 얼마인가요?',
  },
  hypergeometricLowerTail: {
    name: '초기하분포: 아래쪽 꼬리 확률',
    answers: '명단에서 뽑은 고객 가운데 표시된 고객이 이 수 이하일 확률은 얼마인가요?',
  },
  hypergeometricUpperTail: {
    name: '초기하분포: 위쪽 꼬리 확률',
    answers: '명단에서 뽑은 고객 가운데 표시된 고객이 이 수 이상일 확률은 얼마인가요?',
  },
  hypergeometricQuantile: {
    name: '초기하분포: 분위수',
    answers: '그 수 이하일 확률이 정해진 값에 이르는 가장 적은 고객 수는 얼마인가요?',
  },
  hypergeometricUpperQuantile: {
    name: '초기하분포: 위쪽 분위수',
    answers: '그보다 많을 확률이 정해진 값을 넘지 않는 가장 적은 고객 수는 얼마인가요?',
  },
  maximumUpperTail: {
    name: '상관된 최댓값의 분포: 위쪽 꼬리 확률',
    answers: '한 대조군과의 비교 가운데 하나라도 한계를 넘을 확률은 얼마인가요?',
  },
  noncentralChiSquareUpperTail: {
    name: '비중심 카이제곱분포: 위쪽 꼬리 확률',
    answers: '카이제곱 검정의 검정력은 얼마인가요?',
  },
  noncentralChiSquareLowerTail: {
    name: '비중심 카이제곱분포: 아래쪽 꼬리 확률',
    answers: '카이제곱 검정이 참 차이를 놓칠 확률은 얼마인가요?',
  },
  noncentralChiSquareQuantile: {
    name: '비중심 카이제곱분포: 분위수',
    answers: '비중심 카이제곱분포의 정해진 몫이 어느 값 아래에 있나요?',
  },
  noncentralChiSquareNoncentrality: {
    name: '비중심 카이제곱분포: 비중심모수',
    answers: '카이제곱 검정이 원하는 검정력에 이르려면 참 차이가 얼마나 커야 하나요?',
  },
  noncentralFUpperTail: {
    name: '비중심 F 분포: 위쪽 꼬리 확률',
    answers: '분산분석의 검정력은 얼마인가요?',
  },
  noncentralFLowerTail: {
    name: '비중심 F 분포: 아래쪽 꼬리 확률',
    answers: '분산분석이 참 차이를 놓칠 확률은 얼마인가요?',
  },
  noncentralFQuantile: {
    name: '비중심 F 분포: 분위수',
    answers: '비중심 F 분포의 정해진 몫이 어느 값 아래에 있나요?',
  },
  noncentralFNoncentrality: {
    name: '비중심 F 분포: 비중심모수',
    answers: '분산분석이 원하는 검정력에 이르려면 참 평균들이 얼마나 달라야 하나요?',
  },
  noncentralStudentUpperTail: {
    name: '비중심 t 분포: 위쪽 꼬리 확률',
    answers: 't 검정의 검정력은 얼마인가요?',
  },
  noncentralStudentLowerTail: {
    name: '비중심 t 분포: 아래쪽 꼬리 확률',
    answers: 't 검정이 참 차이를 놓칠 확률은 얼마인가요?',
  },
  noncentralStudentQuantile: {
    name: '비중심 t 분포: 분위수',
    answers: '비중심 t 분포의 정해진 몫이 어느 값 아래에 있나요?',
  },
  noncentralStudentNoncentrality: {
    name: '비중심 t 분포: 비중심모수',
    answers: 't 검정이 원하는 검정력에 이르려면 참 차이가 표준오차의 몇 배여야 하나요?',
  },
  normalUpperTail: {
    name: '정규분포: 위쪽 꼬리 확률',
    answers: '표준정규 값이 이 값보다 클 확률은 얼마인가요?',
  },
  normalLowerTail: {
    name: '정규분포: 아래쪽 꼬리 확률',
    answers: '표준정규 값이 이 값보다 작을 확률은 얼마인가요?',
  },
  normalTwoSided: {
    name: '정규분포: 양측 유의확률',
    answers: 'z 통계량의 양측 유의확률은 얼마인가요?',
  },
  normalDensity: {
    name: '정규분포: 확률밀도',
    answers: '표준정규분포가 이 값 근처에 얼마나 몰려 있나요?',
  },
  millsRatio: {
    name: '정규분포: Mills 비',
    answers: '정규분포의 꼬리 확률은 그 자리의 밀도에 비해 얼마나 큰가요?',
  },
  normalQuantile: {
    name: '정규분포: 분위수',
    answers: '표준정규분포의 정해진 몫이 어느 값 아래에 있나요?',
  },
  poissonProbability: {
    name: '푸아송분포: 확률',
    answers: '평균 횟수를 알 때, 꼭 이 횟수가 나올 확률은 얼마인가요?',
  },
  poissonLowerTail: {
    name: '푸아송분포: 아래쪽 꼬리 확률',
    answers: '평균 횟수를 알 때, 이 횟수 이하일 확률은 얼마인가요?',
  },
  poissonUpperTail: {
    name: '푸아송분포: 위쪽 꼬리 확률',
    answers: '평균 횟수를 알 때, 이 횟수 이상일 확률은 얼마인가요?',
  },
  poissonQuantile: {
    name: '푸아송분포: 분위수',
    answers: '그 횟수 이하일 확률이 정해진 값에 이르는 가장 적은 횟수는 얼마인가요?',
  },
  poissonUpperQuantile: {
    name: '푸아송분포: 위쪽 분위수',
    answers: '그보다 많을 확률이 정해진 값을 넘지 않는 가장 적은 횟수는 얼마인가요?',
  },
  studentTwoSided: {
    name: 't 분포: 양측 유의확률',
    answers: 't 통계량의 양측 유의확률은 얼마인가요?',
  },
  studentUpperTail: {
    name: 't 분포: 위쪽 꼬리 확률',
    answers: 't 값이 이 값보다 클 확률은 얼마인가요?',
  },
  studentLowerTail: {
    name: 't 분포: 아래쪽 꼬리 확률',
    answers: 't 값이 이 값보다 작을 확률은 얼마인가요?',
  },
  studentDensity: {
    name: 't 분포: 확률밀도',
    answers: 't 분포가 이 값 근처에 얼마나 몰려 있나요?',
  },
  studentQuantile: {
    name: 't 분포: 분위수',
    answers: 't 분포의 정해진 몫이 어느 값 아래에 있나요?',
  },
  studentUpperQuantile: {
    name: 't 분포: 위쪽 분위수(임계값)',
    answers: '이 유의수준에서 t 통계량이 넘어야 할 값은 얼마인가요?',
  },
  studentisedRangeUpperTail: {
    name: '스튜던트화 범위 분포: 위쪽 꼬리 확률',
    answers: '평균들이 모두 같은데 가장 큰 것과 작은 것이 이만큼 벌어질 확률은 얼마인가요?',
  },
  studentisedRangeCriticalValue: {
    name: '스튜던트화 범위 분포: 임계값',
    answers: '여러 평균의 모든 짝을 비교할 때, 차이가 얼마를 넘어야 하나요?',
  },
  binomialSumInterval: {
    name: '이항수의 합: 정확 구간',
    answers: '리워드 비용처럼 여러 이항수에 금액을 곱해 더한 값은 어느 범위에 드나요?',
  },
  expectedMaximum: {
    name: '정규분포 최댓값의 기댓값',
    answers: '평균과 퍼짐이 서로 다른 여러 값 가운데 가장 큰 값은 평균 얼마인가요?',
  },
} satisfies Partial<Record<MethodId, MethodText>>;
