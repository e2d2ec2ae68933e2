import type { MethodId, MethodText } from '../method-text.ts';

export const allocation = {
  divideWithControl: {
    name: '제곱근 배분: 공통 대조군과 여러 캐럿',
    answers: '예산을 공통 대조군과 캐럿들에 어떻게 나누어야 비교가 가장 정확할까요?',
  },
  optimalAllocation: {
    name: 'Neyman 최적 배분',
    answers: '정해진 예산에서 층마다 몇 명을 뽑아야 전체 값이 가장 정확할까요?',
  },
  cheapestAllocation: {
    name: '최소 비용 배분',
    answers: '원하는 정확도를 가장 적은 비용으로 얻으려면 층마다 몇 명이 필요할까요?',
  },
  roundKeepingTotal: {
    name: '최대잔여법 반올림',
    answers: '소수로 나온 인원을 합계가 그대로인 정수로 바꾸면 각각 몇 명인가요?',
  },
  wholeAllocation: {
    name: 'Wright 정수 최적 배분',
    answers: '사람을 쪼갤 수 없을 때, 층마다 몇 명이 가장 정확할까요?',
  },
  bestWorstAllocation: {
    name: '여러 질문의 최적 배분: 가장 약한 질문의 검정력 최대화',
    answers:
      '예산 안에서 가장 답하기 어려운 질문까지 최대한 잘 답하려면 셀과 배정군에 몇 명씩 두어야 하나요?',
  },
  cheapestForRequirements: {
    name: '여러 질문의 최적 배분: 최소 비용',
    answers:
      '모든 질문에 필요한 검정력을 가장 적은 비용으로 얻으려면 셀과 배정군에 몇 명씩 두어야 하나요?',
  },
  wholeQuestionAllocation: {
    name: '여러 질문의 정수 배분: 라이트 우선순위',
    answers: '여러 질문을 위한 배분을 한 명 단위로 맞추면 몇 명씩인가요?',
  },
} satisfies Partial<Record<MethodId, MethodText>>;
