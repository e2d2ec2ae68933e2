import { withParticle } from '../korean-particle.ts';

/** What a plan is asked, what it can answer, and how the questions are chosen. */
export const questionsKo = {
  title: '질문마다 답할 수 있는가',
  sub: (power: string) =>
    `목표 검정력 ${power} · 셀은 대상 고객 수로 가중 · 여러 캐럿을 홀드아웃과 견줄 때는 Dunnett으로 보정`,
  question: '질문',
  alpha: '유의수준',
  power: '검정력',
  detectable: '찾을 수 있는 차이',
  answer: '지금 계획으로는',
  ask: {
    anyCarrot: '홀드아웃보다 나은 캐럿이 있는가',
    versusHoldout: (carrot: string) => `${withParticle(carrot, '이')} 홀드아웃보다 나은가`,
    carrots: (first: string, second: string) =>
      `${withParticle(first, '과')} ${second} 중 어느 쪽이 나은가`,
    same: (carrot: string, attribute: string) => `${carrot}의 효과가 ${attribute}에 따라 다른가`,
    sameCells: (carrot: string) => `${carrot}의 효과가 셀마다 다른가`,
    which: (attribute: string) => `${attribute}에 따라 더 잘 듣는 캐럿이 다른가`,
    whichCells: '셀마다 더 잘 듣는 캐럿이 다른가',
    smallest: (cell: string, carrot: string) =>
      `가장 작은 셀 ${cell}만 보아도 ${carrot}의 효과를 알 수 있는가`,
    path: (from: string, to: string) => `${from} → ${to}`,
    risingEffect: (path: string, carrot: string) => `${path} 순으로 ${carrot}의 효과가 커지는가`,
    risingResponse: (path: string, carrot: string) =>
      `${path} 순으로 ${carrot}의 반응률이 높아지는가`,
    mainEffect: (factor: string) => `${factor}에 따라 반응이 다른가`,
    additive: (first: string, second: string) =>
      `${withParticle(first, '과')} ${second}의 효과가 그대로 더해지는가`,
    anyOfThem: '캐럿',
    goneArm: '지워진 캐럿',
    goneAttribute: '지워진 속성',
    goneFactor: '지워진 요인',
  },
  within: (cells: string) => `셀 ${cells}에서만`,
  withinMany: (cells: string, first: string) => `셀 ${cells}개에서만 (${first} 등)`,
  inCells: (question: string, cells: string) => `${question} (${cells})`,
  withinGone: '고른 셀이 할당표에서 없어짐',
  state: {
    answered: '답할 수 있음',
    'too-small': '표본이 모자람',
    'no-effect-expected': '큰 차이만 찾음',
    'wrong-direction': '방향이 반대',
    'not-asked': '물을 수 없음',
  },
  answered: (power: string) => `차이가 정말 있다면 ${power}의 확률로 찾아냅니다.`,
  low: (power: string) => `차이가 정말 있어도 찾아낼 확률이 ${power}입니다.`,
  onlyLarger: (difference: string, wanted: string) =>
    `차이가 ${difference} 이상이면 ${wanted} 확률로 찾고, 그보다 작으면 놓치기 쉽습니다.`,
  enlarge: (factor: string, needed: string, wanted: string) =>
    `이 질문에 쓰이는 표본을 ${factor}배, ${needed}명으로 늘리면 ${withParticle(wanted, '이')} 됩니다.`,
  tooFew: (factor: string, cell: string, wanted: string, available: string, power: string) =>
    `${withParticle(power, '이')} 되려면 ${factor}배가 필요한데, 셀 ${cell}에 ${available}명뿐이라 ${wanted}명을 뽑을 수 없습니다.`,
  wholeList: (power: string) => `그 고객을 모두 써도 ${power}까지입니다.`,
  wholeListEnough: (power: string) =>
    `할당을 바꾸어 그 고객을 모두 쓰면 ${power}까지 오를 수 있습니다.`,
  larger: (difference: string) => `이 크기로는 ${difference} 이상의 차이만 찾을 수 있습니다.`,
  wrongDirection:
    '가정한 차이의 방향이 이 가설과 반대이거나 같아서, 표본을 늘려도 답이 되지 않습니다.',
  /** Why a question cannot be asked at all. */
  why: {
    other: '이 질문에 필요한 셀이나 배정군이 지금 계획에 없습니다.',
    'unknown-arm': '이 질문의 캐럿이 계획에서 지워졌습니다. 질문을 삭제하거나 새로 만드세요.',
    'unknown-attribute':
      '이 질문의 속성이 할당표에서 지워졌습니다. 질문을 삭제하거나 새로 만드세요.',
    'unknown-cell': '이 질문의 셀이 할당표에서 없어졌습니다. 질문을 삭제하거나 새로 만드세요.',
    'no-cells-in-question':
      '이 질문의 셀이 할당표에서 없어졌거나, 그 셀에서는 아무도 뽑지 않습니다. 질문을 삭제하거나 새로 만드세요.',
    'unknown-factor': '이 질문의 요인이 배정군에 없습니다. 질문을 삭제하거나 새로 만드세요.',
    'too-few-levels': '고객이 있는 단계가 하나뿐이라 견줄 것이 없습니다.',
    'too-few-carrots': '캐럿이 둘 이상이어야 물을 수 있습니다.',
    'no-holdout': '홀드아웃이 있어야 물을 수 있습니다.',
    'no-carrot': '캐럿이 있어야 물을 수 있습니다.',
    'same-arm-twice': '같은 배정군끼리는 견줄 수 없습니다.',
    'combination-missing':
      '배정군에 없는 요인 조합이 있어, 이 효과를 다른 요인의 효과와 가를 수 없습니다.',
    'empty-groups':
      '이 질문의 셀 가운데 고객이 한 명도 없는 배정군이 있습니다. 표본을 늘리거나 그 셀을 빼세요.',
    'invalid-alpha': '유의수준이 계산할 수 있는 범위를 벗어났습니다.',
    'invalid-power': '목표 검정력은 유의수준보다 크고 100%보다 작아야 합니다.',
  },
  none: '홀드아웃 반응률과 예상 상승이 0%와 100% 사이이고 표본이 맞으면 질문마다 계산합니다.',
  noQuestions: '고른 질문이 없습니다. 질문을 추가하거나 기본 질문으로 되돌리세요.',
  wait: '질문을 따져 보는 중입니다…',
  failed: '질문을 계산하지 못했습니다. 설계를 조금 바꾸면 다시 계산합니다.',
  edit: {
    add: '질문 추가',
    standard: '기본 질문으로',
    standardNote: '지금은 이 설계의 기본 질문입니다. 하나라도 고치면 내 질문이 됩니다.',
    ownNote: '내가 고른 질문입니다. 설계와 함께 확정되어 기록에 남습니다.',
    up: (question: string) => `위로: ${question}`,
    down: (question: string) => `아래로: ${question}`,
    remove: (question: string) => `질문 삭제: ${question}`,
    undoAdd: '질문 추가',
    undoRemove: '질문 삭제',
    undoMove: '질문 순서 바꾸기',
    undoStandard: '기본 질문으로',
    undoRule: '여러 질문의 보정 변경',
    undoPower: '목표 검정력 변경',
  },
  form: {
    title: '어떤 질문에 답하고 싶으신가요',
    kind: '질문의 종류',
    kinds: {
      'any-carrot': '나은 캐럿이 하나라도 있는가',
      'carrot-versus-holdout': '이 캐럿이 홀드아웃보다 나은가',
      'carrot-versus-carrot': '두 캐럿 중 어느 쪽이 나은가',
      'same-everywhere': '효과가 어디서나 같은가',
      'carrot-for-customer': '고객에 따라 좋은 캐럿이 다른가',
      trend: '단계를 따라 커지는가 (가설)',
      'main-effect': '이 요인이 중요한가',
      additive: '두 요인의 효과가 더해지는가',
    },
    carrot: '캐럿',
    allCarrots: '모든 캐럿',
    second: '견줄 캐럿',
    attribute: '속성',
    everyCell: '모든 셀끼리',
    outcome: '무엇이 커지나',
    outcomes: { effect: '홀드아웃보다 오르는 폭', response: '반응률' },
    direction: '방향',
    factor: '요인',
    secondFactor: '다른 요인',
    within: '어느 셀에서',
    allCells: '뽑는 셀 전체',
    chosenCells: '고른 셀에서만',
    cells: '셀 고르기',
    preview: '추가될 질문',
    add: '추가',
    cancel: '취소',
    incomplete: '견줄 것을 모두 고르면 추가할 수 있습니다.',
    noCells: '셀을 하나 이상 고르세요.',
    already: '이미 있는 질문입니다.',
  },
  family: {
    legend: '질문이 여럿일 때의 보정',
    rules: { none: '질문마다 따로', bonferroni: 'Bonferroni', holm: 'Holm' },
    hints: {
      none: (alpha: string) =>
        `질문마다 유의수준 ${withParticle(alpha, '을')} 그대로 씁니다. 질문이 많을수록 어느 하나는 우연히 맞는 것처럼 보이기 쉽습니다.`,
      bonferroni: (alpha: string, questions: string, each: string) =>
        `질문 ${questions}개가 ${withParticle(alpha, '을')} 똑같이 나누어 ${each}씩 씁니다. 하나라도 헛짚을 위험이 모두 합쳐 ${alpha}를 넘지 않습니다.`,
      holm: (alpha: string, questions: string, each: string) =>
        `질문 ${questions}개를 p값이 작은 것부터 차례로 판정합니다. 하나라도 헛짚을 위험은 Bonferroni와 같이 ${alpha} 안에 두면서 더 많이 찾아냅니다. 여기서는 가장 엄격한 첫 단계 ${withParticle(each, '으로')} 계산합니다.`,
    },
    dunnett:
      '“나은 캐럿이 있는가”처럼 여러 캐럿을 한 홀드아웃과 견주는 질문은, 그 안에서 Dunnett으로 한 번 더 보정합니다.',
    power: '목표 검정력',
    powerHint: '차이가 정말 있을 때 찾아낼 확률',
    powerRange: '50% 이상 99.9% 이하로 적어 주세요.',
  },
  summary: {
    answered: '답할 수 있는 질문',
    of: (asked: string) => `/ ${asked}개`,
    counts: (large: string, small: string) =>
      `큰 차이만 찾는 질문 ${large}개, 표본이 모자란 질문 ${small}개`,
    notAsked: (count: string) => `물을 수 없는 질문 ${count}개`,
    worst: '검정력이 가장 낮은 질문',
    power: '검정력',
    mark: (wanted: string) => `목표 ${wanted}`,
    meter: (question: string, power: string) => `${question}: 검정력 ${power}`,
    noPower: '아직 차이를 예상한 질문이 없습니다. 아래에서 예상 상승을 적으면 검정력을 계산합니다.',
    needs: '모자란 질문에 답하는 배정군당 인원',
    enlarge: (size: string) => `배정군당 ${size}명으로 늘리기`,
    proportional: (size: string) => `셀에 비례해 배정군당 ${size}명으로`,
    beyond:
      '모자란 질문은 명단의 고객을 모두 써도 답할 수 없습니다. 찾고 싶은 차이를 크게 잡거나, 그 질문을 빼세요.',
    beyondSome: '이렇게 늘려도 명단이 모자라 답할 수 없는 질문은 남습니다.',
    see: '질문별로 보기',
  },
  lifts: {
    legend: '캐럿마다 예상하는 상승 (선택)',
    hint: '비워 두면 위의 최소 상승을 씁니다. 캐럿마다 다르게 적으면 캐럿끼리의 차이에도 검정력이 나옵니다.',
    impossible: '홀드아웃 반응률에 더했을 때 0%와 100% 사이여야 합니다.',
    undo: '캐럿별 예상 상승 변경',
  },
  sheet: {
    title: '답하려는 질문',
    family: {
      none: '질문마다 따로 판정',
      bonferroni: 'Bonferroni 보정',
      holm: 'Holm 보정 (첫 단계)',
    },
    note: (rule: string, alpha: string, power: string, from: string, to: string) =>
      `${rule} · 전체 유의수준 ${alpha} · 목표 검정력 ${power} · 반응률 ${from} → ${to} 가정 · 여러 캐럿과 홀드아웃은 Dunnett`,
  },
  explain: {
    alpha: '이 질문의 유의수준',
    alphaMeaning: '효과가 없는데 있다고 말할 위험입니다. 여러 질문의 보정을 거친 값입니다.',
    power: '질문의 검정력',
    powerMeaning:
      '예상한 만큼 반응률이 오른다고 볼 때, 이 질문에 유의한 답을 얻을 확률입니다. 셀은 대상 고객 수로 가중합니다.',
    detectable: '찾을 수 있는 차이',
    detectableMeaning: (wanted: string) =>
      `이 계획이 ${wanted} 확률로 찾아내는 가장 작은 차이입니다. 차이가 어느 단계, 어느 캐럿 사이에 있든 그만큼이면 됩니다.`,
    method:
      '셀 × 배정군의 대비(contrast)로 바꾸어 정규근사로 계산합니다. 여러 캐럿은 Dunnett(다변량 정규), 여러 단계는 카이제곱 결합 검정.',
    needed: '필요한 배정군당 인원',
    neededMeaning:
      '표본이 모자란 질문 가운데 명단으로 답할 수 있는 것이 모두 목표 검정력에 이르는 가장 작은 배정군의 인원입니다. 늘린 계획으로 다시 따져 확인한 값입니다.',
  },
};

/** The same texts in another language. */
export type QuestionWords = typeof questionsKo;
