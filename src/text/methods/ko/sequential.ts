import type { MethodId, MethodText } from '../method-text.ts';

export const sequential = {
  confidenceSequence: {
    name: '점근 신뢰열(confidence sequence)',
    answers: '언제 들여다보고 언제 멈추더라도, 아직 가능한 효과는 어디까지인가요?',
  },
  shareDifferenceSequence: {
    name: '점근 신뢰열: 두 비율의 차이',
    answers: '언제 보더라도, 지금까지의 반응률 차이는 어디에서 어디 사이인가요?',
  },
  meanDifferenceSequence: {
    name: '점근 신뢰열: 두 평균의 차이',
    answers: '언제 보더라도, 지금까지의 평균 차이는 어디에서 어디 사이인가요?',
  },
  responseSequence: {
    name: '날마다 들어오는 응답의 신뢰열',
    answers: '날마다 응답을 들여다보고 원할 때 멈춰도, 아직 가능한 효과는 어디까지인가요?',
  },
  responseScore: {
    name: '날마다 들어오는 응답의 로그순위 점수',
    answers: '지금까지의 응답은 우연에서 얼마나 벗어났나요?',
  },
  groupSequentialBoundaries: {
    name: '집단순차 검정: 중단 경계',
    answers: '정해 둔 시점마다 z 값이 얼마를 넘어야 일찍 멈출 수 있나요?',
  },
  groupSequentialPower: {
    name: '집단순차 검정: 검정력',
    answers: '중간 점검마다 멈출 확률과 평균 표본 크기는 얼마인가요?',
  },
  sequentialInflation: {
    name: '집단순차 검정: 표본 크기 배수',
    answers: '일찍 멈출 권리를 얻으려면 표본을 몇 배로 계획해야 하나요?',
  },
  mixtureSequentialTest: {
    name: '혼합 순차확률비 검정(mSPRT)',
    answers: '볼 때마다 확인해도 언제나 맞는 유의확률과 구간은 얼마인가요?',
  },
  repeatedConfidenceInterval: {
    name: '반복 신뢰구간',
    answers: '몇 번을 들여다보았더라도, 이번 시점에 가능한 효과는 어디까지인가요?',
  },
  repeatedPValue: {
    name: '반복 유의확률',
    answers: '여러 번 들여다보아도 되는, 이번 시점의 유의확률은 얼마인가요?',
  },
  alphaSpent: {
    name: '알파 소비함수',
    answers: '지금까지 모인 고객으로 오경보 위험을 얼마나 써도 되나요?',
  },
  stageWiseAnalysis: {
    name: '단계별 순서에 따른 최종 분석',
    answers: '중간에 멈춘 실험의 유의확률, 추정값, 구간은 얼마인가요?',
  },
} satisfies Partial<Record<MethodId, MethodText>>;
