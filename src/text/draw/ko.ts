/** What the step "assignment" says of a list that has been drawn. */
export const drawKo = {
  balance: {
    title: '통제 요인 균형',
    sub: '배정군마다 홀드아웃과 견준 표준화 차이 · 뽑기 전에 알던 값만 봅니다',
    caption: '통제 요인별 평균과 비율, 홀드아웃과의 표준화 차이',
    even: (factor: string, difference: string, limit: string) =>
      `모든 통제 요인이 고르게 나뉘었습니다. 가장 큰 차이도 ${factor}의 ${difference}로, 기준 ${limit} 안에 있습니다.`,
    byChance: (arm: string, factor: string, difference: string, limit: string) =>
      `${arm}에서 ${factor}의 표준화 차이가 ${difference}로 기준보다 큽니다(기준 ${limit}). 요인을 모두 함께 보면 무작위 추출에서 흔히 생기는 정도입니다. 결과를 읽을 때 이 요인별로도 나누어 확인하세요.`,
    odd: (arm: string, factor: string, difference: string) =>
      `${arm}의 통제 요인이 무작위 추출에서는 거의 나오지 않을 만큼 다릅니다. 가장 큰 차이는 ${factor}의 ${difference}입니다. 뽑은 뒤에 고객 데이터가 바뀌지 않았는지 먼저 확인하세요.`,
    unknown: '배정군을 견줄 만큼 값이 있는 통제 요인이 없습니다.',
    none: '이 설계에는 통제 요인이 없습니다. 성별, 연령, 지역처럼 고르게 나뉘어야 할 것을 설계에서 정하면 여기서 균형을 확인합니다.',
    toDesign: '설계로 가기',
    counting: '통제 요인을 세는 중입니다…',
    failed: '통제 요인을 세지 못했습니다. 페이지를 새로 고쳐 주세요.',
    absent: (count: string) =>
      `명단의 고객 ${count}명은 지금 고객 데이터에 없어 이 표에서 빠졌습니다.`,
    factor: '통제 요인',
    value: '평균·비율',
    difference: '차이',
    differenceOf: (arm: string) => `${arm} 표준화 차이`,
    level: (factor: string, level: string) => `${factor} ${level}`,
    missing: '값 없음',
    others: (count: string) => `그 밖의 ${count}개 값`,
    levels: (count: string) => `수준 ${count}개`,
    showLevels: '수준별로 보기',
    all: '모든 요인을 한꺼번에',
    allP: '모든 요인을 한꺼번에(p)',
    omnibus: (statistic: string, degrees: string) => `카이제곱 ${statistic}, 자유도 ${degrees}`,
    notComparable: '비교 불가',
    noArm: '–',
    tooManyLevels: '수준이 너무 많음',
    noVariation: '차이 날 값 없음',
    how: '어떻게 계산했나요',
    howMean:
      '숫자와 날짜(일수): 평균의 차이를 두 집단 분산 평균의 제곱근으로 나눕니다. (m₁ − m₀) / √((s₁² + s₀²) / 2)',
    howShare:
      '범주: 수준마다 비율의 차이를 같은 방식으로 나눕니다. (p₁ − p₀) / √((p₁(1 − p₁) + p₀(1 − p₀)) / 2). 접었을 때는 크기가 가장 큰 수준의 차이를 보여 줍니다. 값이 없는 고객도 한 수준입니다.',
    howOmnibus:
      '모든 요인을 한꺼번에: 셀 안에서 배정군을 다시 뽑는다고 할 때 이만한 차이가 나올 가능성입니다. Hansen & Bowers(2008)의 카이제곱 검정이며, 배정군이 여럿이라 p는 Holm으로 보정했습니다.',
    howSource: 'Austin(2009). R cobalt의 bal.tab(s.d.denom = "pooled")과 같은 식입니다.',
    fileName: '통제 요인 균형',
  },
  rule: {
    use: '통제 요인이 고르게 나뉠 때까지 시드를 바꿔 가며 뽑기',
    hint: '기준은 뽑기 전에 정하고 기록에 남습니다. 기준에 맞는 첫 명단을 쓰고, 끝까지 없으면 아무것도 뽑지 않습니다.',
    limit: '표준화 차이 기준',
    limitHint: '모든 요인과 배정군에서 이보다 크지 않게',
    tries: '시드를 바꿔 볼 횟수',
    triesHint: '시드#2, 시드#3 순서로 바꿉니다',
    searching: '기준에 맞는 명단을 찾는 중입니다…',
    cancel: '그만 찾기',
    cancelled: '찾기를 그만두었습니다. 아무것도 뽑지 않았습니다.',
    notMet: (tries: string, limit: string, nearest: string, seed: string) =>
      `시드를 ${tries}번 바꿔 보았지만 표준화 차이가 ${limit} 이하인 명단이 없어 뽑지 않았습니다. 가장 가까운 것은 시드 “${seed}”의 ${nearest}입니다. 기준을 ${nearest}보다 크게 하거나 횟수를 늘려 보세요.`,
    notComparable: '배정군을 견줄 만큼 값이 있는 통제 요인이 없어, 기준에 맞는지 따질 수 없습니다.',
    invalidLimit: '표준화 차이 기준은 0보다 커야 합니다.',
    invalidTries: (most: string) => `횟수는 1번부터 ${most}번까지입니다.`,
    title: '균형 조건',
    met: (limit: string, tries: string, most: string, largest: string) =>
      `표준화 차이 ${limit} 이하. 시드를 최대 ${most}번 바꾸기로 하고 ${tries}번째에서 맞았습니다(가장 큰 차이 ${largest}).`,
    firstSeed: (seed: string) => `처음 시드: ${seed}`,
  },
};

export type DrawWords = typeof drawKo;
