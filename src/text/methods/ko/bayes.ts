import type { MethodId, MethodText } from '../method-text.ts';

export const bayes = {
  beliefsAboutMeans: {
    name: '베이즈 평균 비교: 무정보 사전분포',
    answers: '배정군마다 평균이 가장 높을 확률과 잘못 골랐을 때의 손실은 얼마인가요?',
  },
  beliefsAboutMeansWithPrior: {
    name: '베이즈 평균 비교: 정규 사전분포',
    answers: '지난 캠페인의 경험까지 넣으면 어느 배정군의 평균이 가장 높을까요?',
  },
  beliefsAboutArms: {
    name: '베타-이항 모형: 최선일 확률과 기대 손실',
    answers: '배정군마다 반응률이 가장 높을 확률과 잘못 골랐을 때의 손실은 얼마인가요?',
  },
  beliefsAboutRates: {
    name: '감마-푸아송 모형: 최선일 확률과 기대 손실',
    answers: '고객 한 명당 주문 수 같은 횟수가 가장 많은 배정군은 어디일까요?',
  },
  betterShareInClosedForm: {
    name: '베타-이항 모형: 앞설 확률의 닫힌 식',
    answers: '시험군의 반응률이 대조군보다 높을 확률은 정확히 얼마인가요?',
  },
  credibleShareInterval: {
    name: '반응률의 신용구간',
    answers: '결과를 보고 나면 참 반응률이 어디에서 어디 사이에 있다고 볼 수 있나요?',
  },
  compareBeliefs: {
    name: '베타-이항 모형: 차이와 상대 상승률',
    answers: '시험군이 대조군보다 얼마나 더 반응한다고 볼 수 있나요?',
  },
  chanceOfWorthwhileDifference: {
    name: '베타-이항 모형: 의미 있는 차이일 확률',
    answers: '시험군이 정해 둔 최소한의 차이보다 더 나을 확률은 얼마인가요?',
  },
  chanceOfProfit: {
    name: '베타-이항 모형: 이익이 날 확률',
    answers: '비용을 빼고도 시험군이 대조군보다 더 벌 확률은 얼마인가요?',
  },
} satisfies Partial<Record<MethodId, MethodText>>;
