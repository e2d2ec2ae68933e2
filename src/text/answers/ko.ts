import { withParticle } from '../korean-particle.ts';

/** 계획한 질문마다의 답. 배정군 이름은 색을 입힐 수 있게 표시된 채로 들어온다. */
export const answersKo = {
  title: '질문마다 한 문장으로',
  sub: (weighting: string, rule: string) => `${weighting} · ${rule}`,
  weighting: {
    population: '셀은 대상 고객 수로 가중해, 명단 전체에 대한 답입니다',
    sample: '셀은 읽은 고객 수로 가중했습니다',
  },
  rule: {
    none: '질문마다 따로 판정',
    bonferroni: '질문 사이 Bonferroni 보정',
    holm: '질문 사이 Holm 보정',
  },
  standard: '계획에 적은 질문이 없어 기본 질문에 답했습니다.',
  otherWeights:
    '위의 제목은 뽑은 고객을 셀 안에서 견준 값이고, 여기는 셀을 명단의 크기대로 가중한 값이라 숫자가 다를 수 있습니다.',
  withheld: '경고가 풀릴 때까지 답을 보여 주지 않습니다. 먼저 위의 경고에서 할 일을 확인하세요.',
  none: '답할 질문이 없습니다.',
  problem: '질문에 답하지 못했습니다. 대조군과 층을 다시 확인해 주세요.',
  state: {
    yes: '그렇습니다',
    opposite: '반대입니다',
    alike: '차이 없음',
    'cannot-tell': '아직 모름',
    'too-few': '반응 부족',
    refused: '답할 수 없음',
  },
  list: (items: readonly string[]) => items.join(', '),
  sized: (name: string, size: string) => `${name} ${size}`,
  head: {
    better: (arm: string, control: string, size: string) =>
      `${withParticle(arm, '이')} ${control}보다 ${size} 더 반응했습니다.`,
    severalBetter: (sized: string, control: string) =>
      `${control}보다 나은 캐럿이 여럿입니다: ${sized}.`,
    worse: (arm: string, control: string, size: string) =>
      `${withParticle(arm, '은')} ${control}보다 오히려 덜 반응했습니다(${size}).`,
    severalWorse: (sized: string, control: string) =>
      `나은 캐럿은 없고, ${control}보다 오히려 덜 반응한 캐럿이 있습니다: ${sized}.`,
    sameAsControl: (arm: string, control: string, size: string) =>
      `${withParticle(arm, '은')} ${withParticle(control, '과')} 사실상 같습니다. 차이 ${withParticle(size, '은')} 정해 둔 폭 안입니다.`,
    nobodyDiffers: (control: string) =>
      `어느 캐럿도 ${withParticle(control, '과')} 사실상 다르지 않습니다. 차이가 모두 정해 둔 폭 안입니다.`,
    cannotTell: (arm: string, control: string, size: string) =>
      `아직 알 수 없습니다. ${withParticle(arm, '과')} ${control}의 차이 ${withParticle(size, '은')} 우연일 수 있습니다.`,
    cannotTellBest: (arm: string, control: string, size: string) =>
      `아직 알 수 없습니다. 가장 앞선 ${arm}도 ${withParticle(control, '과')}의 차이가 ${size}여서 우연일 수 있습니다.`,
    wins: (first: string, second: string, size: string) =>
      `${withParticle(first, '이')} ${second}보다 ${size} 더 반응했습니다.`,
    cannotTellPair: (first: string, second: string, size: string) =>
      `아직 알 수 없습니다. ${withParticle(first, '이')} ${second}보다 ${size} 앞서지만 우연일 수 있습니다.`,
    tie: (first: string, second: string) =>
      `아직 알 수 없습니다. ${withParticle(first, '과')} ${second}의 반응률이 똑같이 나왔습니다.`,
    samePair: (first: string, second: string, size: string) =>
      `${withParticle(first, '과')} ${withParticle(second, '은')} 사실상 같습니다. 차이 ${withParticle(size, '은')} 정해 둔 폭 안입니다.`,
    differs: (carrot: string, by: string, most: string, mostSize: string, least: string, leastSize: string) =>
      `${carrot}의 효과가 ${by} 다릅니다. ‘${most}’에서 ${mostSize}로 가장 크고, ‘${least}’에서 ${leastSize}로 가장 작습니다.`, // prettier-ignore
    sameEverywhere: (carrot: string, by: string) =>
      `${carrot}의 효과는 ${by} 사실상 다르지 않습니다. 차이가 모두 정해 둔 폭 안입니다.`,
    differsUnknown: (carrot: string, by: string, size: string) =>
      `아직 알 수 없습니다. ${carrot}의 효과가 ${by} 다르다는 근거가 없습니다(가장 큰 차이 ${size}, 우연일 수 있음).`,
    which: (by: string, choices: string) => `${by} 답이 다릅니다. ${choices}.`,
    whichSame: (by: string, arm: string) =>
      `캐럿 사이의 격차는 ${by} 다르지만, 어디서나 ${withParticle(arm, '이')} 가장 앞섰습니다.`,
    whichAlike: (by: string) =>
      `캐럿의 순서는 ${by} 사실상 다르지 않습니다. 차이가 모두 정해 둔 폭 안입니다.`,
    whichUnknown: (by: string, size: string) =>
      `아직 알 수 없습니다. 잘 듣는 캐럿이 ${by} 다르다는 근거가 없습니다(가장 큰 차이 ${size}, 우연일 수 있음).`,
    choice: (level: string, arm: string) => `‘${level}’ ${arm}`,
    moreChoices: (count: string) => `그 밖의 셀 ${count}개는 표에`,
    byAttribute: (attribute: string) => `${attribute}에 따라`,
    byCell: '셀마다',
    rises: (path: string, size: string) =>
      `가설대로입니다. ${path} 순으로 한 단계마다 ${size} 움직였습니다.`,
    falls: (path: string, size: string) =>
      `가설과 반대입니다. ${path} 순으로 한 단계마다 ${size} 움직였습니다.`,
    flat: (path: string, size: string) =>
      `${path} 순으로 사실상 달라지지 않습니다. 한 단계의 변화 ${withParticle(size, '은')} 정해 둔 폭 안입니다.`,
    risesUnknown: (path: string, size: string) =>
      `아직 알 수 없습니다. ${path} 순으로 한 단계마다 ${size} 움직인 것으로 보이지만 우연일 수 있습니다.`,
    matters: (factor: string, best: string, bestShare: string, worst: string, worstShare: string) =>
      `${factor}에 따라 반응이 다릅니다. ${withParticle(best, '이')} ${bestShare}로 가장 높고, ${withParticle(worst, '이')} ${worstShare}로 가장 낮습니다.`,
    mattersNot: (factor: string, size: string) =>
      `${factor}에 따라 사실상 다르지 않습니다. 차이 ${withParticle(size, '은')} 정해 둔 폭 안입니다.`,
    mattersUnknown: (factor: string, size: string) =>
      `아직 알 수 없습니다. ${factor}에 따른 차이 ${withParticle(size, '은')} 우연일 수 있습니다.`,
    notAdditive: (first: string, second: string, size: string) =>
      `${withParticle(first, '과')} ${second}의 효과는 그대로 더해지지 않습니다. 합한 것과 ${size} 어긋납니다.`,
    additive: (first: string, second: string, size: string) =>
      `${withParticle(first, '과')} ${second}의 효과는 더해진다고 보아도 됩니다. 어긋남 ${withParticle(size, '은')} 정해 둔 폭 안입니다.`,
    additiveUnknown: (first: string, second: string, size: string) =>
      `아직 알 수 없습니다. ${withParticle(first, '과')} ${second}의 효과가 더해지지 않는다는 근거가 없습니다(어긋남 ${size}, 우연일 수 있음).`,
    tooFew:
      '아직 알 수 없습니다. 반응이 너무 적거나 한쪽이 비어, 계획한 방법으로는 판단할 수 없습니다.',
  },
  money: {
    gain: (arm: string, size: string, low: string, high: string) =>
      `고객 한 명당 금액은 ${withParticle(arm, '이')} ${size} 많습니다(${low}~${high}).`,
    loss: (arm: string, size: string, low: string, high: string) =>
      `그런데 고객 한 명당 금액은 ${withParticle(arm, '이')} 오히려 적습니다(${size}, ${low}~${high}).`,
    alsoLoss: (arm: string, size: string, low: string, high: string) =>
      `고객 한 명당 금액도 ${withParticle(arm, '이')} 적습니다(${size}, ${low}~${high}).`,
    unclear: (arm: string, size: string, low: string, high: string) =>
      `고객 한 명당 금액은 ${arm} 쪽이 ${size}(${low}~${high})인데, 우연일 수 있습니다.`,
    gapClear: (size: string, low: string, high: string) =>
      `가장 큰 그 차이는 고객 한 명당 ${size}입니다(${low}~${high}).`,
    gapUnclear: (size: string, low: string, high: string) =>
      `금액으로는 고객 한 명당 ${size}(${low}~${high})인데, 우연일 수 있습니다.`,
    stepClear: (size: string, low: string, high: string) =>
      `금액은 한 단계마다 고객 한 명당 ${size}입니다(${low}~${high}).`,
    stepUnclear: (size: string, low: string, high: string) =>
      `금액은 한 단계마다 고객 한 명당 ${size}(${low}~${high})인데, 우연일 수 있습니다.`,
  },
  doubt: {
    interval: (low: string, high: string, confidence: string, pValue: string) =>
      `${confidence} 구간 ${low}~${high}, p ${pValue}.`,
    joint: (pValue: string) => `우연히 이만큼 갈릴 확률은 p ${pValue}입니다.`,
    noProof: (pValue: string) => `p ${pValue}.`,
    within: (margin: string) => `정해 둔 폭은 ±${margin}입니다.`,
    detectable: (size: string, power: string) =>
      `이 크기로는 ${size} 이상이어야 ${power} 확률로 찾았을 것입니다.`,
    more: (more: string, factor: string) =>
      `보이는 만큼이 정말이라면 ${more}명(지금의 ${factor}배)이 더 있어야 가려집니다.`,
    nothing: '보이는 차이가 너무 작아, 표본을 늘려도 가려내기 어렵습니다.',
  },
  step: {
    'roll-out': '전사 적용 손익을 따져 보세요.',
    'choose-by-cost': '비용을 넣어 어느 캐럿이 남는지 견주어 고르세요.',
    'weigh-money': '반응은 늘어도 금액이 줄었으니, 손익부터 따져 보세요.',
    stop: '이 캐럿은 그만두세요.',
    'take-cheaper': '비용이 적은 쪽을 쓰세요.',
    'by-level': '고객에 맞추어 다르게 주세요.',
    'one-for-all': '더 알기 전까지는 모두에게 같은 것을 주세요.',
    'start-at-top': '효과가 가장 큰 고객부터 시작하세요.',
    rethink: '가설을 고쳐 다음 실험에서 다시 물어보세요.',
    'use-level': '반응이 가장 높은 쪽을 쓰세요.',
    'choose-together': '따로 고르지 말고 조합째 고르세요.',
    'choose-apart': '각각 가장 나은 것을 골라 함께 쓰면 됩니다.',
    enlarge: '표본을 늘려 다시 실험하세요.',
    'decide-by-cost': '다시 실험하기보다 비용을 보고 정하세요.',
  },
  /** Why a question has no answer; beside those of the plan's questions. */
  why: {
    'no-variation': '견줄 배정군에 반응이 전혀 없거나 모두 반응해, 차이를 계산할 수 없습니다.',
    'empty-groups': '이 질문의 셀 가운데 읽은 고객이 한 명도 없는 배정군이 있습니다.',
    'no-cells-in-question': '모든 배정군의 고객이 있는 셀이 없어 견줄 수 없습니다.',
  },
  table: {
    title: '분석가의 표',
    sub: '질문마다 검정한 방법과 숫자입니다. 숫자를 누르면 식이 나옵니다.',
    question: '질문',
    what: '무엇을',
    difference: '차이',
    method: '방법',
    statistic: '통계량',
    pValue: '유의확률',
    adjusted: '보정 유의확률',
    detectable: '찾을 수 있던 차이',
    more: '더 필요한 고객',
    whole: '가장 큰 차이',
    perStep: '한 단계마다',
    atLevel: (level: string, arm: string) => `${level} · ${arm}`,
    methods: {
      single: 'Wald z, 관측한 분산',
      'one-sided': 'Wald z, 단측, 관측한 분산',
      dunnett: 'Dunnett (다변량 정규), 홀드아웃과 다대일',
      holm: 'Wald z, 캐럿 사이 Holm',
      none: 'Wald z, 보정 없음',
      joint: (degrees: string) => `Wald 카이제곱 결합 검정, 자유도 ${degrees}`,
    },
    settled: '필요 없음',
    nothing: '가려낼 차이가 없음',
    show: '분석가의 표 보기',
    hide: '분석가의 표 접기',
  },
  explain: {
    difference: '차이와 구간',
    differenceMeaning:
      '셀마다 두 배정군의 반응률 차이를 구해 셀의 가중치로 합친 값입니다. 여러 단계를 함께 묻는 질문의 가장 큰 차이에는 Scheffé 구간을 씁니다.',
    differenceFormula: 'Σ 가중치 × 반응률, 분산 Σ 가중치² × p(1−p)/n',
    pValue: '유의확률',
    pValueMeaning:
      '차이가 없는데 우연히 이만큼 벌어질 확률입니다. 보정은 캐럿 사이(Dunnett·Holm)를 먼저, 질문 사이를 그다음에 합니다.',
    needed: '더 필요한 고객',
    neededMeaning: (power: string) =>
      `지금 보이는 차이가 정말이라고 볼 때, 같은 비율로 몇 명을 더 모아야 ${power} 확률로 가려지는지입니다. 이미 본 차이로 계산한 값이라 어림입니다.`,
    detectable: '찾을 수 있던 차이',
    detectableMeaning: (power: string) =>
      `이 실험의 크기와 관측한 분산으로 ${power} 확률로 찾아냈을 가장 작은 차이입니다.`,
  },
};

/** The same texts in another language. */
export type AnswerTexts = typeof answersKo;
