import { withParticle } from '../korean-particle.ts';

export const sampleSizeTool = {
  name: '표본 크기',
  sentence: '찾고 싶은 차이를 놓치지 않으려면 몇 명이 필요한지 계산합니다.',
  metric: '결과 종류',
  rate: '반응률 (예/아니요)',
  mean: '평균 (금액·횟수)',
  baseline: '대조군 반응률',
  baselineHint: '지난 캠페인에서 아무것도 주지 않았을 때의 반응률',
  lift: '찾고 싶은 차이',
  liftHint: '비용을 넘기 위해 필요한 가장 작은 차이',
  liftHintOpen: '비워 두면 이 인원으로 찾을 수 있는 차이를 구합니다.',
  sd: '표준편차',
  sdHint: '고객 한 명당 금액(사지 않으면 0)의 표준편차',
  alpha: '유의수준 α',
  power: '검정력',
  powerHint: '차이가 정말 있을 때 찾아낼 확률',
  ratio: '시험군 : 대조군',
  ratioHint: '대조군 1명에 시험군 몇 명인지',
  n: '대조군 인원 (정해졌다면)',
  nHint: '비워 두면 필요한 인원을 구합니다.',
  population: '명단 전체 인원 (선택)',
  populationHint: '이 명단에 대해서만 말할 때 유한모집단 보정을 합니다.',
  populationUnused: '필요한 인원을 구할 때만 쓰입니다.',
  points: '%p',
  people: '명',
  times: '배',
  headline: {
    size: (perArm: string, total: string) =>
      `배정군마다 ${perArm}명, 모두 ${total}명이 필요합니다.`,
    sizes: (control: string, treatment: string, total: string) =>
      `대조군 ${control}명, 시험군 ${treatment}명, 모두 ${total}명이 필요합니다.`,
    power: (power: string, lift: string) =>
      `${lift} 차이가 정말 있을 때 찾아낼 확률은 ${power}입니다.`,
    lift: (lift: string) => `이 인원으로 찾을 수 있는 가장 작은 차이는 ${lift}입니다.`,
    none: '이 입력으로는 계획을 세울 수 없습니다.',
  },
  lede: {
    rate: (from: string, to: string, power: string) =>
      `반응률 ${withParticle(from, '과')} ${to}의 차이를 ${power}의 확률로 찾아내는 계획입니다.`,
    mean: (lift: string, sd: string, power: string) =>
      `표준편차가 ${sd}일 때 평균 차이 ${withParticle(lift, '을')} ${power}의 확률로 찾아내는 계획입니다.`,
    weak: '절반도 안 되는 확률입니다. 이대로 하면 효과가 있어도 놓치기 쉽습니다.',
    impossible: (baseline: string, lift: string, sum: string) =>
      `기준 ${baseline}에 ${lift}를 더하면 ${sum}입니다. 반응률은 0%에서 100% 사이여야 합니다.`,
    noLift: '차이가 0이면 아무리 많은 고객으로도 찾을 것이 없습니다. 찾고 싶은 차이를 넣어 주세요.',
  },
  perArm: '배정군당 인원',
  control: '대조군 인원',
  treatment: '시험군 인원',
  total: '모두',
  powerLabel: '검정력',
  detectable: '최소 탐지 효과',
  exact: (value: string) => `식의 값 ${value}, 올림`,
  given: '입력한 인원',
  corrected: (population: string) => `명단 ${population}명으로 보정`,
  listOnly: (power: string) =>
    `명단 보정으로 줄인 인원입니다. 이 명단의 합계를 말하기에는 충분하지만, 캐럿의 효과를 검정하는 힘은 ${power}입니다.`,
  fewExpected:
    '한 군에서 기대되는 반응이 10건도 되지 않습니다. 정규 근사가 거칠어지니 이 숫자보다 넉넉하게 잡으세요.',
  curve: {
    title: '인원에 따른 검정력',
    sub: (lift: string) => `차이 ${lift} · 대조군 인원 기준`,
    size: '대조군 인원',
    power: '검정력',
    wanted: '목표',
  },
  others: {
    title: '다른 계산기와 숫자가 다른 이유',
    sub: '모두 같은 입력으로 계산한 대조군 인원입니다.',
    method: '방법',
    size: '배정군당 인원',
    why: '무엇이 다른가',
    r: 'R power.prop.test (이 화면)',
    rWhy: '차이가 없을 때의 분산을 두 군을 합친 반응률로 계산합니다.',
    evanMiller: 'Evan Miller',
    evanMillerWhy: '차이가 없을 때의 분산에 대조군 반응률을 두 번 씁니다.',
    arcsine: '아크사인 (G*Power, statsmodels)',
    arcsineWhy: '분산이 반응률에 따라 달라지지 않도록 각도로 바꾸어 계산합니다.',
  },
  method: {
    rate: 'R의 power.prop.test와 같은 식(Fleiss)입니다. 계획에는 항상 올림한 인원을 씁니다.',
    mean: 'R의 power.t.test와 같은 비중심 t 분포로 계산합니다. 두 군의 표준편차가 같다고 봅니다.',
    sides: '양측 검정입니다. 나빠지는 경우도 찾아냅니다.',
    population:
      '유한모집단 보정은 “이 명단에서 합계가 얼마인가”\u2060를 말할 때만 맞습니다. 캐럿의 효과를 앞으로의 고객에게 넓혀 말하려면 명단 인원을 비워 두세요.',
    many: '캐럿이 여럿이면 유의수준을 비교 수로 나누어 넣으세요.',
  },
  significanceLink: '결과가 나왔다면 차이 검정하기',
  explain: {
    perArm:
      '이 차이를 목표 검정력으로 찾는 데 필요한 한 군의 인원입니다. 값은 식 그대로이고 화면에는 올림해 보여 줍니다.',
    total: '두 군을 합친 인원입니다. 화면에는 군마다 올림해 더한 값을 보여 줍니다.',
    power: '넣은 차이가 정말 있을 때 이 인원으로 유의한 결과가 나올 확률입니다.',
    detectable: '이 인원으로 목표 검정력에 이르는 가장 작은 상승입니다.',
    source: 'Fleiss, Levin & Paik (2003) 4.2; R power.prop.test',
    sourceMean: 'R power.t.test',
    methodRate: '두 비율의 차이, 양측, 정규 근사',
    methodMean: '두 평균의 차이, 양측, 비중심 t 분포',
  },
};
