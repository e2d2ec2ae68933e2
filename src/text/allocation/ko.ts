import { withParticle } from '../korean-particle.ts';

export const allocationKo = {
  kinds: {
    'root-control': {
      name: '홀드아웃을 √k배로',
      hint: '캐럿이 k종이면 홀드아웃을 캐럿 하나의 √k배로 둡니다. 홀드아웃은 모든 캐럿과 비교되므로 이때 비교가 전체로 가장 정확합니다.',
    },
    neyman: {
      name: '반응이 흔들리는 곳에 더 (Neyman)',
      hint: '예상 반응률이 50%에 가까울수록 결과가 많이 흔들립니다. 그런 배정군에 더 나눠 전체 오차를 가장 작게 합니다.',
    },
    'cost-optimal': {
      name: '예산을 정하고 가장 정확하게',
      hint: '단가가 낮고 반응이 많이 흔들리는 배정군에 더 나눕니다. 예상 비용은 예산을 넘지 않습니다.',
    },
    optimised: {
      name: '질문에 맞춰 최적으로',
      hint: '이 실험의 질문을 모두 보고 셀과 배정군마다 몇 명이 좋을지 찾습니다.',
    },
  },
  holdoutWeight: (cost: string) =>
    `홀드아웃에는 비용이 들지 않지만, 캐럿을 받았을 수도 있는 고객이라 캐럿 한 명 평균인 ${withParticle(cost, '으로')} 쳐서 견줍니다. 예산에서는 빠지지 않습니다.`,
  budgetOf: '캐럿에 쓸 예산',
  goal: '무엇을 찾을까요',
  goals: {
    cheapest: '모든 질문에 답하는 가장 싼 배분',
    'best-worst': '예산 안에서 가장 약한 질문까지 잘 답하는 배분',
  },
  power: '질문마다 필요한 검정력',
  powerHint: '정말 차이가 있을 때 찾아낼 확률',
  least: '셀·배정군마다 적어도',
  leastHint:
    '예상 반응률이 어긋날 때를 대비한 최소 인원으로, 고르게 나눈 표본의 10%에서 시작합니다. 고객이 더 적은 셀은 있는 만큼 고르게 뽑습니다.',
  compute: '배분 찾기',
  again: '다시 찾기',
  cancel: '그만두기',
  searching: (seconds: string) => `찾는 중입니다… ${seconds}초째`,
  notYet: '아직 찾지 않았습니다. 찾기 전까지는 지금 배분을 그대로 씁니다.',
  cancelled: '그만두었습니다. 배분은 그대로입니다.',
  changed:
    '배분을 찾은 뒤로 설계나 고객이 바뀌었습니다. 찾아 둔 배분은 그대로 두었으니, 바뀐 계획에 맞추려면 다시 찾으세요.',
  wishChanged: '목표가 찾을 때와 다릅니다. 다시 찾으면 반영됩니다.',
  found: '찾은 배분',
  cost: '예상 비용',
  question: '질문',
  reached: '검정력',
  reachedMeaning:
    '찾은 배분에서 이 질문에 답할 확률입니다. “캐럿이 홀드아웃보다 나은가”는 가장 찾기 어려운 캐럿을 기준으로 하고, 셀은 고객 수로 가중합니다.',
  unsteered: '예상하는 차이나 물을 고객이 없어 찾을 때 빠졌습니다.',
  method: '볼록계획(Bethel 1989)으로 찾고 Wright의 방법으로 한 명 단위까지 맞춥니다.',
  binds: '더 좋아지지 않는 이유',
  bindsCells: (cells: string) => `셀 ${cells}의 고객을 모두 씁니다.`,
  bindsMoreCells: (cells: string, more: string) => `셀 ${cells} 외 ${more}개의 고객을 모두 씁니다.`,
  bindsLeast: (groups: string) => `셀·배정군 ${groups}곳이 최소 인원에 걸려 있습니다.`,
  bindsBudget: '예산을 다 씁니다.',
  outOfReach: (power: string) => `명단을 모두 써도 ${power}에 못 미치는 질문이 있습니다.`,
  shortOf: (question: string, power: string) => `${question} 최대 ${power}`,
  takeNearest: (sample: string, cost: string) => `가장 가까운 배분 쓰기 (${sample}명, ${cost})`,
  problems: {
    'no-questions':
      '차이를 예상하는 질문이 없어 찾을 수 없습니다. 가정의 최소 상승이나 질문을 확인해 주세요.',
    'share-out-of-range': '예상 반응률이 0%와 100% 사이여야 찾을 수 있습니다.',
    'invalid-power': '필요한 검정력은 유의수준보다 크고 100%보다 작아야 합니다.',
    'invalid-budget': '예산은 0보다 커야 합니다.',
    'budget-below-limits':
      '이 예산으로는 셀·배정군마다의 최소 인원도 감당할 수 없습니다. 최소 인원을 줄이거나 예산을 늘려 주세요.',
    'all-cells-off': '셀을 모두 꺼 두어 뽑을 고객이 없습니다.',
    other: '셀별 최소·최대 인원과 배정군을 먼저 맞춰 주세요.',
  },
  failed: '찾다가 멈췄습니다. 다시 시도해 주세요.',
  budget: {
    title: '예산',
    sub: '예상 비용이 어디까지 움직이는지',
    limit: '예산 한도',
    limitHint: '비워 두면 한도가 없습니다',
    expected: '예상 비용',
    byChance: '우연까지 보면 (95%)',
    withRange: '캐럿 효과가 없을 때부터 예상의 두 배일 때까지',
    highest: '모두 반응하면',
    left: '한도까지',
    over: '한도 초과',
    wait: '비용의 범위를 세는 중입니다…',
    reason: '할당이 맞춰지면 계산합니다',
    none: '비용의 범위를 계산하지 못했습니다. 배정군의 단가와 가정을 확인해 주세요.',
    picture: (expected: string, low: string, high: string) =>
      `예상 비용 ${expected}, 우연까지 보면 ${low}에서 ${high}`,
    limitMark: '한도',
    expectedMeaning: '접촉 비용에, 예상 반응률과 사용률만큼 나갈 캐럿 비용을 더한 값입니다.',
    byChanceMeaning:
      '예상 반응률이 맞더라도 실제로 반응하는 수는 우연히 달라집니다. 그 범위를 정확한 이항분포로 셌습니다.',
    withRangeMeaning:
      '예상 자체가 틀릴 때를 봅니다. 아래는 캐럿을 받아도 홀드아웃만큼만 반응할 때, 위는 예상 상승의 두 배가 될 때입니다.',
    rangeMethod: '이항분포의 합을 하나하나 셈(합성곱), 값이 너무 많으면 Cornish–Fisher 근사',
    leftMeaning: '예산 한도에서 예상 비용을 뺀 값입니다.',
  },
  cells: {
    off: '끔',
    on: (cell: string) => `${cell} 셀에서 뽑기`,
    least: '최소',
    most: '최대',
    leastOf: (cell: string) => `${cell} 셀의 최소 인원`,
    mostOf: (cell: string) => `${cell} 셀의 최대 인원`,
    atLeast: (count: string) => `최소 ${count}`,
    atMost: (count: string) => `최대 ${count}`,
  },
};

export type AllocationWords = typeof allocationKo;
