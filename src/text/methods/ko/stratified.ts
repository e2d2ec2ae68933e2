import type { MethodId, MethodText } from '../method-text.ts';

export const stratified = {
  mantelHaenszelRiskRatio: {
    name: 'Mantel–Haenszel 반응률의 비',
    answers: '층 안에서 비교하면 시험군의 반응률은 대조군의 몇 배인가요?',
  },
  exactCommonOddsRatio: {
    name: '공통 승산비의 정확 검정',
    answers: '셀이 작아도, 층 안에서 비교한 효과가 우연인지 정확히 알 수 있나요?',
  },
  generalAssociation: {
    name: '일반화 Cochran–Mantel–Haenszel 검정: 일반 연관',
    answers: '층 안에서 비교할 때, 결과가 어떤 식으로든 배정군과 관계있나요?',
  },
  rowMeanScoresDiffer: {
    name: '일반화 Cochran–Mantel–Haenszel 검정: 평균 점수',
    answers: '구매 금액대처럼 순서가 있는 결과가 층 안에서 배정군마다 다른가요?',
  },
  scoresCorrelate: {
    name: '일반화 Cochran–Mantel–Haenszel 검정: 상관',
    answers: '층 안에서 캐럿이 커질수록 결과도 오르거나 내리나요?',
  },
  breslowDay: {
    name: 'Breslow–Day 동질성 검정(Tarone 보정)',
    answers: '캐럿의 효과(승산비)가 모든 층에서 같나요?',
  },
  projectedMean: {
    name: '사후층화: 한 안의 평균과 합계',
    answers: '대상 고객 모두가 이 안을 받으면 평균과 합계는 얼마인가요?',
  },
  postStratifiedMeanDifference: {
    name: '사후층화: 평균의 차이',
    answers: '대상 고객 모두에게 적용하면 평균은 얼마나 달라지나요?',
  },
  postStratifiedDifference: {
    name: '사후층화: 반응률의 차이',
    answers: '대상 고객 모두에게 적용하면 반응률은 몇 %p 달라지나요?',
  },
  simpsonCheck: {
    name: '심슨의 역설 점검',
    answers: '같은 고객끼리 비교하면 전체로 볼 때와 결론이 달라지나요?',
  },
  stratifiedRankTest: {
    name: 'van Elteren 검정',
    answers: '층 안에서 순서만 보았을 때 한쪽 배정군의 값이 더 높은 편인가요?',
  },
  stratifiedScoreDifference: {
    name: '층화 Miettinen–Nurminen 점수법: 차이',
    answers: '층 안에서 비교하면 반응률은 몇 %p 다르고, 그 차이는 우연인가요?',
  },
  cochranMantelHaenszel: {
    name: 'Cochran–Mantel–Haenszel 검정',
    answers: '같은 층의 고객끼리만 비교해도 캐럿의 효과가 있나요?',
  },
  mantelHaenszelDifference: {
    name: 'Mantel–Haenszel 반응률 차이',
    answers: '층마다 정보의 양만큼 가중하면 반응률은 몇 %p 다른가요?',
  },
  woolfHomogeneity: {
    name: 'Woolf 동질성 검정',
    answers: '층마다 다른 승산비가 우연의 범위를 넘나요?',
  },
} satisfies Partial<Record<MethodId, MethodText>>;
