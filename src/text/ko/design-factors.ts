import { withParticle } from '../korean-particle.ts';

/** Factors whose levels are combined into arms, and the plans over them. */
export const designFactors = {
  kinds: {
    carrot: '캐럿',
    channel: '채널',
    message: '메시지',
    timing: '발송 시점',
    other: '그 밖의 요인',
  },
  start: {
    message: ['A안', 'B안'] as [string, string],
    timing: ['오전', '저녁'] as [string, string],
  },
  newLevel: (number: string) => `수준 ${number}`,
  newCarrot: (number: string) => `캐럿 ${number}`,
  grid: {
    title: '요인과 수준',
    hint: '요인마다 수준을 둘 이상 두세요. 배정군 하나는 요인마다 수준을 하나씩 고른 조합입니다.',
    factorName: (number: string) => `요인 ${number} 이름`,
    levelName: (factor: string, number: string) => `${factor} 수준 ${number} 이름`,
    removeFactor: (factor: string) => `요인 삭제: ${factor}`,
    removeLevel: (level: string) => `수준 삭제: ${level}`,
    addFactor: '요인 추가',
    addLevel: '수준 추가',
    addLevelTo: (factor: string) => `${factor}에 수준 추가`,
    cost: '원가',
    costOf: (level: string) => `${level} 원가`,
    value: '가치',
    valueOf: (level: string) => `${level}의 고객이 느끼는 가치`,
    redemption: '사용률 %',
    redemptionOf: (level: string) => `${level} 사용률`,
    channelOf: (factor: string, number: string) => `${factor} 수준 ${number} 채널`,
    contact: (cost: string, reach: string) => `한 명당 ${cost}, 도달 ${reach}`,
    freeChannel: '접촉 비용이 0원입니다. 채널 목록에서 실제 비용을 적어 주세요.',
    addsChannel:
      '채널이 하나뿐이라, 채널을 요인으로 더하면 접촉 비용 0원인 채널이 하나 더 생깁니다.',
    equalValue: '같은 값',
    noFactors: '요인이 없습니다. 요인을 하나 이상 더하세요.',
  },
  never: {
    title: '함께 보내지 않는 조합',
    hint: '두 요인을 고르고, 한 고객에게 함께 보낼 수 없는 칸을 누르세요.',
    none: '금지한 조합이 없습니다.',
    first: '가로줄 요인',
    second: '세로줄 요인',
    together: (levels: string) => levels,
    cell: (one: string, other: string) => `${one} × ${other} 금지`,
    allow: (levels: string) => `금지 풀기: ${levels}`,
    lost: '(없어진 수준)',
    caption: (first: string, second: string) =>
      `${withParticle(first, '과')} ${second}의 금지 조합`,
    forbidden: '금지',
  },
  plans: {
    title: '어떤 조합을 보낼까요',
    combinations: (all: string, allowed: string) =>
      all === allowed
        ? `만들 수 있는 조합은 ${all}가지입니다.`
        : `만들 수 있는 조합 ${all}가지 가운데 금지를 빼면 ${allowed}가지입니다.`,
    most: '캐럿 배정군은 많아야',
    mostHint: (most: string) => `2–${most}개. 홀드아웃은 따로 둡니다.`,
    mostByCustomers: (runs: string, customers: string) =>
      `가장 작은 셀 고객이 ${customers}명이라 ${runs}개를 권합니다.`,
    groupsUnit: '개',
    wait: '계획을 찾는 중입니다…',
    failed: '계획을 찾지 못했습니다. 요인을 조금 바꾸면 다시 찾습니다.',
    plan: '계획',
    groups: '배정군',
    perGroup: '배정군당',
    tells: '알 수 있는 것',
    efficiency: '효율',
    worst: '가장 심한 섞임',
    use: '이 계획 쓰기',
    useOf: (plan: string, runs: string) => `이 계획 쓰기: ${plan}, 배정군 ${runs}개`,
    chosen: '지금 쓰는 계획',
    shrunk: (each: string) => `셀·배정군당 ${each}명으로 줄일 때`,
    beyond: '고객이 모자람',
    repeated: (number: string) => `같은 조합이 ${number}번 더 들어 있습니다.`,
    unsuitable: (number: string) => `맞지 않는 계획 ${number}가지와 까닭`,
    ofRuns: (plan: string, runs: string) => `${plan}, 배정군 ${runs}개`,
    allMixing: (number: string) => `섞이는 효과 모두 보기 (${number})`,
    none: '지금 조건에 맞는 계획이 없습니다. 배정군 수를 늘리거나 요인과 수준을 줄여 보세요.',
    locked: '명단을 뽑거나 고정한 설계라 계획을 바꿀 수 없습니다.',
    explain: {
      efficiency: 'D-효율',
      efficiencyMeaning:
        '같은 고객 수로 요인의 효과를 얼마나 정밀하게 알 수 있는지입니다. 모든 조합을 고르게 보낼 때가 100%입니다.',
      efficiencyMethod: 'det(X′X / n)의 p제곱근, X는 직교 대비 부호화한 요인 효과 모형',
      size: '배정군당 고객 수',
      sizeMeaning: '지금 표본 나누기를 그대로 둘 때 배정군 하나에 드는 고객 수입니다.',
      worst: '가장 심한 섞임',
      worstMeaning:
        '요인의 효과나 두 요인의 상호작용이 다른 효과와 얼마나 겹치는지의 최댓값입니다. 100%면 둘을 전혀 갈라 볼 수 없습니다.',
      worstMethod: '효과 열끼리의 가장 큰 정준상관 (Grömping & Xu 2014)',
    },
  },
  planNames: {
    'full-factorial': '모든 조합',
    'regular-fraction': '조합의 일부',
    'plackett-burman': '빠른 훑어보기',
    'orthogonal-array': '고른 배열',
    'd-optimal': '골라낸 조합',
  },
  planNotes: {
    'full-factorial': '완전요인배치',
    'regular-fraction': '일부실시법',
    'plackett-burman': '플래킷–버먼',
    'orthogonal-array': '직교배열',
    'd-optimal': 'D-최적',
  },
  optimalFor: {
    main: '요인의 효과를 가장 정밀하게 알도록 고릅니다.',
    'main-and-pairs': '두 요인의 상호작용까지 알도록 고릅니다.',
  },
  lost: (number: string) =>
    `금지한 조합 때문에 상호작용 ${number}개는 어떤 계획으로도 알 수 없습니다.`,
  tells: {
    everything: '모든 상호작용까지 따로 알 수 있습니다.',
    allowed: '보낼 수 있는 조합을 모두 보냅니다.',
    three: '요인끼리는 섞이지 않지만, 두 요인의 상호작용과 섞입니다.',
    four: '요인의 효과는 깨끗하고, 상호작용끼리만 섞입니다.',
    five: '요인의 효과와 두 요인의 상호작용을 모두 따로 알 수 있습니다.',
    uneven: '고르지 않은 배치라 요인의 효과끼리도 조금씩 섞입니다.',
    even: '고르지 않은 배치지만 요인의 효과끼리는 섞이지 않습니다.',
    resolution: (number: string) => `해상도 ${number}`,
  },
  mixing: {
    caption: '섞이는 효과',
    effect: '이 효과에',
    fully: '완전히 섞이는 것',
    partly: '일부 섞이는 것',
    none: '섞이는 효과가 없습니다.',
    main: (factors: string) => `${factors}의 효과`,
    pair: (pairs: string) => `${pairs}의 상호작용`,
    product: (first: string, second: string) => `${first}×${second}`,
    full: (effect: string, others: string) =>
      `${withParticle(effect, '이')} ${withParticle(others, '과')} 섞입니다.`,
    part: (most: string) => `일부만 섞이는 효과가 있습니다(최대 ${most}).`,
    share: (effect: string, share: string) => `${effect} ${share}`,
    more: (number: string) => `이런 섞임이 ${number}개 더 있습니다.`,
    meaning:
      '섞이는 효과는 이 실험만으로 서로 갈라 볼 수 없습니다. 상호작용이 작다고 볼 수 있을 때 요인의 효과로 읽으세요.',
  },
  chosen: {
    title: (plan: string, runs: string) => `${plan}: 배정군 ${runs}개`,
    open: '아직 계획을 고르지 않았습니다. 아래 배정군은 요인과 이어져 있지 않습니다.',
    linked: '수준의 이름, 원가, 채널을 고치면 배정군에 그대로 반영됩니다.',
    sheet: '요인 조합',
    factor: (name: string, levels: string) => `${name}: ${levels}`,
    never: (combinations: string) => `함께 보내지 않음: ${combinations}`,
  },
  problem: {
    'no-factor': '요인이 없습니다. 요인을 하나 이상 더하세요.',
    'too-few-levels': (factor: string) => `${factor}의 수준이 둘보다 적습니다. 수준을 더하세요.`,
    'duplicate-factor': '같은 요인이 두 번 들어 있습니다. 하나를 지워 주세요.',
    'duplicate-level': (factor: string) =>
      `${factor}에 같은 수준이 두 번 들어 있습니다. 하나를 지워 주세요.`,
    'unknown-level': '금지 조합 하나가 지금은 없는 수준을 가리킵니다. 그 금지를 풀어 주세요.',
    'contradictory-prohibition':
      '금지 조합 하나가 한 요인의 두 수준을 함께 적어 아무것도 막지 못합니다. 그 금지를 풀어 주세요.',
    'invalid-run-limit': '배정군 수는 2 이상의 자연수로 정해 주세요.',
    'no-run-left': '모든 조합이 금지되어 보낼 수 있는 것이 없습니다. 금지를 하나 이상 풀어 주세요.',
    'level-never-allowed': (level: string) =>
      `${withParticle(level, '은')} 어떤 조합에도 들어갈 수 없습니다. 금지를 풀거나 수준을 지우세요.`,
    'too-many-combinations': (number: string, most: string) =>
      `조합이 ${number}가지라 모두 보낼 수 없습니다(최대 ${most}가지).`,
    'more-runs-than-limit': (runs: string, limit: string) =>
      `배정군이 ${runs}개 필요한데 ${limit}개까지로 정했습니다.`,
    'forbidden-levels-meet': (levels: string) =>
      `이 계획에서는 모든 수준이 서로 만나는데, ${withParticle(levels, '은')} 금지되어 있습니다.`,
    'forbidden-runs-remain': '어떻게 바꾸어도 금지한 조합이 남습니다.',
    'no-such-fraction': '수준이 모두 둘인 요인에만 있는 계획입니다.',
    'no-such-screening-plan': '수준이 모두 둘이고 조합이 더 많을 때만 쓸 수 있는 계획입니다.',
    'no-array': (runs: string) =>
      `배정군 ${runs}개 안에서 이 수준들이 고르게 만나는 배열이 없습니다.`,
    'too-few-runs': (coefficients: string, runs: string) =>
      `알아야 할 값이 ${coefficients}개라 배정군이 적어도 그만큼 필요한데 ${runs}개까지로 정했습니다.`,
    'too-few-runs-pairs': (coefficients: string, runs: string) =>
      `상호작용까지 알아야 할 값이 ${coefficients}개라 배정군이 적어도 그만큼 필요한데 ${runs}개까지로 정했습니다.`,
    'too-many-runs': (runs: string, combinations: string) =>
      `배정군 ${runs}개를 만들려 해도 조합이 ${combinations}가지뿐입니다.`,
    'model-not-estimable': '보낼 수 있는 조합만으로는 요인의 효과를 서로 갈라 볼 수 없습니다.',
    'no-fewer-runs': '조합을 줄이면 알 수 없는 것이 생깁니다. 모든 조합을 보내는 것이 낫습니다.',
    'run-off-plan': '배정군 하나가 지금 요인의 조합이 아닙니다. 계획을 다시 골라 주세요.',
    'no-factor-plan': '조합할 요인이 없습니다.',
    'too-many-arms': (arms: string, most: string) =>
      `배정군이 ${arms}개가 됩니다. 한 실험에는 ${most}개까지 둘 수 있으니 더 작은 계획을 고르세요.`,
    'impossible-question': '물어본 요인이나 수준이 계획에 없습니다.',
    'invalid-size': '배정군마다 고객이 한 명 이상 있어야 합니다.',
    'effect-not-in-model': '요인의 효과만 보는 계획에서는 상호작용을 물을 수 없습니다.',
    'not-answerable': '다른 효과와 섞여 따로 알 수 없습니다.',
    'invalid-generator': '요인을 만드는 규칙이 맞지 않습니다.',
    other: '계획을 만들지 못했습니다. 요인과 금지 조합을 확인해 주세요.',
  },
};

export type DesignFactors = typeof designFactors;
