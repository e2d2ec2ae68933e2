export const significanceTool = {
  name: '차이 검정',
  sentence: '대조군과 시험군의 반응 차이가 우연인지, 얼마나 큰지 판단합니다.',
  metric: '결과 종류',
  rate: '반응률 (예/아니요)',
  mean: '평균 (금액·횟수)',
  alpha: '유의수준 α',
  alphaHint: '차이가 없는데도 있다고 할 위험을 이만큼까지 받아들입니다.',
  armsTitle: '배정군별 결과 입력',
  armsSub: '첫 번째가 대조군입니다.',
  control: (label: string) => `${label} (대조군)`,
  arm: (label: string) => `${label}안`,
  parts: {
    rate: ['대상 인원', '반응 수'],
    mean: ['대상 인원', '평균', '표준편차'],
  },
  partOf: (part: string, arm: string) => `${arm} ${part}`,
  addArm: '배정군 추가',
  removeArm: (arm: string) => `${arm} 빼기`,
  armProblem: (arm: string, problem: string) => `${arm} · ${problem}`,
  moreEventsThanTrials: '반응 수가 대상 인원보다 많습니다.',
  arms: {
    missing: 'arms에 값이 없어 예시 배정군으로 계산합니다.',
    malformedRate: (written: string) =>
      `arms의 “${written}”: 인원:반응 수 형식이어야 합니다. 예: 1000:120,1000:150`,
    malformedMean: (written: string) =>
      `arms의 “${written}”: 인원:평균:표준편차 형식이어야 합니다. 예: 1000:12400:38000,1000:16900:43000`,
    tooFew: '비교하려면 배정군이 둘 이상 있어야 합니다.',
    tooMany: (count: string, limit: string) =>
      `배정군이 ${count}개입니다. 앞의 ${limit}개만 계산합니다.`,
  },
  verdict: {
    betterRate: (arm: string, difference: string) =>
      `${arm}이 대조군보다 반응률이 ${difference} 높습니다.`,
    worseRate: (arm: string, difference: string) =>
      `${arm}이 대조군보다 반응률이 ${difference} 낮습니다.`,
    betterMean: (arm: string, difference: string) =>
      `${arm}이 대조군보다 평균이 ${difference} 높습니다.`,
    worseMean: (arm: string, difference: string) =>
      `${arm}이 대조군보다 평균이 ${difference} 낮습니다.`,
    undecided: '차이가 있는지 아직 알 수 없습니다.',
    notComputable: (reason: string) => `판단할 수 없습니다: ${reason}.`,
    interval: (confidence: string, low: string, high: string) =>
      `${confidence} 신뢰구간은 ${low} ~ ${high}입니다.`,
    pValue: (pValue: string) => `유의확률 ${pValue}.`,
    pValueAdjusted: (pValue: string) => `다중비교를 보정한 유의확률 ${pValue}.`,
    narrow: '구간의 한쪽 끝이 0에 가까우니, 큰 비용을 걸기 전에 한 번 더 확인하는 편이 좋습니다.',
    alsoBetter: (arms: string) =>
      `${arms}도 대조군보다 높습니다. 이들끼리의 우열은 이 비교로 알 수 없습니다.`,
    alsoWorse: (arms: string) => `${arms}은 대조군보다 낮습니다.`,
    undecidedInterval: (arm: string, low: string, high: string) =>
      `${arm}의 차이는 ${low}일 수도, ${high}일 수도 있습니다.`,
    detectable: (rise: string) =>
      `이 인원으로 80% 확률로 찾아낼 수 있는 차이는 ${rise} 이상입니다. 그보다 작은 차이가 중요하다면 인원을 늘려 다시 하세요.`,
    fewEvents: '반응이 10건도 되지 않는 비교가 있습니다. 이 숫자만으로 결정하지 마세요.',
    nextBetter: '이 차이가 비용을 넘는지 윈백 계산기로 확인하세요.',
    nextWorse: '이 안은 넓히지 말고 원인을 먼저 찾으세요.',
  },
  perArm: '배정군별',
  perArmSubRate: (confidence: string) => `반응률과 ${confidence} Wilson 신뢰구간`,
  perArmSubMean: (confidence: string) => `평균과 ${confidence} t 신뢰구간`,
  against: '대조군과 비교',
  againstSubRate: (confidence: string) =>
    `Miettinen–Nurminen 점수법 · ${confidence} 신뢰구간 · Holm 보정`,
  againstSubMean: (confidence: string) => `Welch t 검정 · ${confidence} 신뢰구간 · Holm 보정`,
  column: {
    arm: '배정군',
    size: '인원',
    conversions: '반응',
    rate: '반응률',
    mean: '평균',
    interval: '신뢰구간',
    best: '가장 나을 확률',
    loss: '골랐을 때 기대 손실',
    plot: '차이와 신뢰구간',
    difference: '차이',
    lift: '상대 상승률',
    pValue: '유의확률',
    adjusted: '보정 유의확률',
  },
  markLabel: (arm: string, difference: string, low: string, high: string) =>
    `${arm}: 차이 ${difference}, 신뢰구간 ${low} ~ ${high}`,
  split: {
    title: '배정 비율 확인',
    equal: '같은 인원으로 나누기로 했다면 이 정도 차이는 흔합니다.',
    alarm:
      '같은 인원으로 나누기로 했다면 이런 배정은 우연으로 거의 생기지 않습니다. 결과를 읽기 전에 추출과 집계를 먼저 확인하세요. 처음부터 다른 비율로 나눴다면 이 확인은 무시해도 됩니다.',
    onlyIfEqual: '같은 인원으로 나누기로 했을 때만 의미가 있습니다.',
    label: '균등 배정 유의확률',
  },
  method: {
    rate: '차이의 구간과 유의확률은 Miettinen–Nurminen 점수법, 상대 상승률은 같은 방법의 비율 구간입니다. 구간이 0을 벗어나면 유의확률도 α보다 작습니다.',
    mean: '두 평균은 분산이 달라도 되는 Welch t 검정으로, 상대 상승률은 대조군 평균의 불확실성까지 담는 Fieller 구간으로 계산합니다.',
    holm: '시험군이 여럿이면 Holm 방법으로 보정한 유의확률로 판단합니다.',
    looks:
      '결과를 미리 여러 번 들여다보다가 좋을 때 멈추면 이 유의확률은 맞지 않습니다. 정한 기간이 끝난 뒤 한 번 읽으세요.',
  },
  sizeLink: '필요한 인원 계산하기',
  winBackLink: '비용과 이익 계산하기',
  explain: {
    size: '이 배정군에 배정된 고객 수입니다. 반응률의 분모입니다.',
    conversions: '이 배정군에서 반응한 고객 수입니다.',
    rate: '반응한 고객 수를 배정된 고객 수로 나눈 값입니다. 구간은 참값이 있을 법한 범위입니다.',
    mean: '배정된 고객 한 명당 평균입니다. 사지 않은 고객은 0으로 넣어야 합니다.',
    difference: '이 안을 받은 고객이 대조군보다 얼마나 더 반응했는지입니다.',
    differenceMean: '이 안을 받은 고객의 평균이 대조군보다 얼마나 큰지입니다.',
    lift: '대조군을 100으로 볼 때 얼마나 더 높은지입니다. 기준이 작으면 작은 차이도 커 보입니다.',
    pValue: '실제로 차이가 없는데 이만큼 이상 벌어질 확률입니다. 효과가 있을 확률이 아닙니다.',
    adjusted: '여러 안을 한꺼번에 비교할 때 우연한 발견이 섞이지 않도록 키운 유의확률입니다.',
    best: '반응률에 대해 미리 아는 것이 없다고 할 때, 이 배정군의 참 반응률이 가장 높을 확률입니다.',
    loss: '이 안을 골랐는데 다른 안이 더 나을 때 평균적으로 놓치는 반응률입니다.',
    split: '모든 배정군이 같은 인원을 목표로 했을 때 이만큼 어긋날 확률입니다.',
  },
  methodName: {
    wilson: 'Wilson 점수 신뢰구간',
    studentInterval: 'Student t 신뢰구간',
    score: 'Miettinen–Nurminen 점수법',
    scoreRatio: 'Miettinen–Nurminen 비율 점수 신뢰구간',
    welch: 'Welch t 검정',
    fieller: 'Fieller 신뢰구간',
    holm: 'Holm 보정',
    beta: '베타-이항 모형, 수치 적분',
    chiSquare: '카이제곱 적합도 검정',
  },
};
