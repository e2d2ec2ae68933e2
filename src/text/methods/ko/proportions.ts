import type { MethodId, MethodText } from '../method-text.ts';

export const proportions = {
  barnardTest: {
    name: 'Barnard 정확 검정',
    answers: 'z 값이 이만큼 큰 모든 경우를 세면, 두 반응률의 차이는 우연인가요?',
  },
  exactBinomialTest: {
    name: '이항 정확 검정',
    answers: '정확히 따지면, 한 집단의 반응률이 정해진 값과 다른가요?',
  },
  boschlooTest: {
    name: 'Boschloo 정확 검정',
    answers: 'Fisher보다 덜 보수적으로 정확히 따지면, 두 반응률의 차이는 우연인가요?',
  },
  conditionalOddsRatio: {
    name: '조건부 최대우도 승산비',
    answers: '두 군을 합친 반응 수를 고정하면 시험군의 승산은 몇 배인가요?',
  },
  chiSquareTest: {
    name: 'Pearson 카이제곱 독립성 검정',
    answers: '결과가 집단과 관계있고, 어느 칸이 두드러지나요?',
  },
  gTest: { name: 'G 검정(우도비 카이제곱)', answers: '우도비로 보아도 결과가 집단과 관계있나요?' },
  newcombeInterval: {
    name: 'Newcombe 신뢰구간',
    answers: 'Wilson 구간 둘을 합치면, 두 반응률의 차이는 어디에서 어디 사이인가요?',
  },
  agrestiCaffoInterval: {
    name: 'Agresti–Caffo 신뢰구간',
    answers: '손으로도 구할 수 있는, 두 반응률 차이의 믿을 만한 구간은 어디인가요?',
  },
  waldDifferenceInterval: {
    name: 'Wald 신뢰구간: 두 비율의 차이',
    answers: '교과서 방식으로는 두 반응률의 차이가 어디에서 어디 사이인가요?',
  },
  meeInterval: {
    name: 'Mee 점수 신뢰구간',
    answers: '합동 z 검정과 어긋나지 않는, 두 반응률 차이의 구간은 어디인가요?',
  },
  fisherExactTest: {
    name: 'Fisher 정확 검정',
    answers: '두 군을 합친 반응 수를 고정하고 정확히 따지면, 두 반응률의 차이는 우연인가요?',
  },
  fisherTableTest: {
    name: 'Fisher–Freeman–Halton 정확 검정',
    answers: '정확히 따지면, 집단이나 결과가 여럿인 표에서 결과가 집단과 관계있나요?',
  },
  goodnessOfFit: { name: '카이제곱 적합도 검정', answers: '센 수가 미리 말한 비율과 맞나요?' },
  katzInterval: {
    name: 'Katz 로그 신뢰구간: 반응률의 비',
    answers: '시험군의 반응률은 대조군의 몇 배에서 몇 배 사이인가요?',
  },
  adjustedLogInterval: {
    name: 'Walter 로그 신뢰구간: 반응률의 비',
    answers: '반응이 없는 군이 있어도, 반응률의 비는 어디에서 어디 사이인가요?',
  },
  woolfInterval: {
    name: 'Woolf 로짓 신뢰구간: 승산비',
    answers: '두 군의 승산비는 어디에서 어디 사이인가요?',
  },
  adjustedLogitInterval: {
    name: 'Haldane–Gart 로짓 신뢰구간: 승산비',
    answers: '빈칸이 있어도, 두 군의 승산비는 어디에서 어디 사이인가요?',
  },
  scoreOddsRatio: {
    name: 'Miettinen–Nurminen 점수법: 승산비',
    answers: '시험군의 승산은 대조군의 몇 배인가요?',
  },
  mcNemarTest: {
    name: 'McNemar 검정',
    answers: '같은 고객들이 두 시점이나 두 캐럿 가운데 한쪽에 더 반응하나요?',
  },
  compareProportions: {
    name: 'Miettinen–Nurminen 점수법: 차이',
    answers: '시험군의 반응률은 대조군과 몇 %p 다르고, 그 차이는 우연인가요?',
  },
  pooledChiSquare: {
    name: 'Pearson 카이제곱 검정: 2×2 표',
    answers: '가장 흔히 쓰는 카이제곱으로 보면, 두 반응률은 다른가요?',
  },
  wilsonInterval: {
    name: 'Wilson 점수 신뢰구간',
    answers: '한 집단의 참 반응률은 어디에서 어디 사이인가요?',
  },
  relativeLift: {
    name: 'Miettinen–Nurminen·Koopman 점수법: 상대 상승률',
    answers: '시험군의 반응률은 대조군보다 몇 % 높은가요?',
  },
  recommendedTest: {
    name: '검정 선택 규칙(Cochran)',
    answers: '두 반응률을 비교할 때 어느 검정을 보여 주어야 하나요?',
  },
  scoreComparison: {
    name: 'Miettinen–Nurminen 점수법: 모든 척도',
    answers: '차이, 상대 상승률, 승산비를 서로 어긋나지 않게 보면 어떤가요?',
  },
  sharesDiffer: {
    name: '카이제곱 동질성 검정',
    answers: '여러 배정군의 반응률에 차이가 있기는 한가요?',
  },
  cochranArmitageTrend: {
    name: 'Cochran–Armitage 추세 검정',
    answers: '캐럿이 커질수록 반응률이 꾸준히 오르거나 내리나요?',
  },
  clopperPearsonInterval: {
    name: 'Clopper–Pearson 정확 신뢰구간',
    answers: '어떤 경우에도 신뢰수준을 지키면, 참 반응률은 어디에서 어디 사이인가요?',
  },
  jeffreysInterval: {
    name: 'Jeffreys 구간',
    answers: 'Jeffreys 사전분포로 보면, 참 반응률은 어디에서 어디 사이인가요?',
  },
  agrestiCoullInterval: {
    name: 'Agresti–Coull 신뢰구간',
    answers: '손으로도 구할 수 있는, 참 반응률의 믿을 만한 구간은 어디인가요?',
  },
  waldInterval: {
    name: 'Wald 신뢰구간: 한 비율',
    answers: '교과서 방식으로는 참 반응률이 어디에서 어디 사이인가요?',
  },
  yatesChiSquare: {
    name: 'Yates 보정 카이제곱 검정',
    answers: '옛 보고서처럼 연속성 보정을 하면, 두 반응률은 다른가요?',
  },
  pooledZTest: {
    name: '합동 z 검정',
    answers: '두 군의 반응률이 같다고 보고 구한 오차로 따지면, 두 반응률은 다른가요?',
  },
  unpooledZTest: {
    name: '비합동(Wald) z 검정',
    answers: '군마다 따로 구한 오차로 따지면, 두 반응률은 다른가요?',
  },
  oneShareZTest: {
    name: '일표본 z 검정: 한 비율',
    answers: '한 집단의 반응률이 정해진 값과 다른가요?',
  },
} satisfies Partial<Record<MethodId, MethodText>>;
