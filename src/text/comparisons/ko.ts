import { withParticle } from '../korean-particle.ts';

/** 지표 패널, 비교 곁에 두고 볼 것, 읽는 규칙의 글. */
export const comparisonsKo = {
  arm: '배정군',
  difference: '대조군과의 차이',
  lift: '상대 상승률',
  adjusted: '보정 유의확률',
  metrics: {
    title: '지표별로 보면',
    sub: (confidence: string, rule: string) =>
      `모든 고객을 합쳐 비교 · ${confidence} 신뢰구간 · ${rule} · 지표마다 따로 보정`,
    tableTitle: '구매와 주문',
    value: '값',
    names: {
      response: '반응률',
      purchase: '구매율',
      'whole-money': '인당 금액 (그대로)',
      'capped-money': '인당 금액 (큰 금액을 낮춰 잡음)',
      orders: '인당 주문',
      'money-per-order': '주문당 금액',
    },
    notes: {
      response: '배정군의 모든 고객 가운데 반응한 비율',
      purchase: '배정군의 모든 고객 가운데 구매한 비율',
      'whole-money': '사지 않은 고객도 0으로 넣은 평균',
      'capped-money': '사지 않은 고객도 0으로 넣은 평균',
      orders: '주문하지 않은 고객도 0으로 넣은 평균',
      'money-per-order': '배정군의 금액 합 ÷ 주문 합',
    },
    methods: {
      response: 'Wilson 구간, Miettinen–Nurminen 점수 비교',
      purchase: 'Wilson 구간, Miettinen–Nurminen 점수 비교',
      'whole-money': 'Student t 구간, Welch t 비교',
      'capped-money': 'Student t 구간, Welch t 비교 (모든 배정군에 같은 상한)',
      orders: 'Student t 구간, Welch t 비교',
      'money-per-order': '델타 방법 (고객이 단위)',
    },
    sources: {
      response: 'Wilson (1927) · Miettinen & Nurminen (1985)',
      purchase: 'Wilson (1927) · Miettinen & Nurminen (1985)',
      'whole-money': 'Welch (1947) · R t.test',
      'capped-money': 'Dixon & Tukey (1968) · Welch (1947)',
      orders: 'Welch (1947) · R t.test',
      'money-per-order': 'Deng, Knoblich & Lu (2018)',
    },
    caution: {
      'few-customers': '고객이 30명 이하라 구간이 거칠 수 있습니다.',
      'weak-denominator': '주문이 적어 구간이 거칠 수 있습니다.',
    },
    explainValue: (arm: string, metric: string, note: string, method: string, source: string) => ({
      title: `${arm}: ${metric}`,
      meaning: `${note}입니다.`,
      method,
      source,
    }),
    explainDifference: (
      arm: string,
      control: string,
      metric: string,
      together: string,
      method: string,
      source: string,
    ) => ({
      title: `${arm}: ${metric}의 차이`,
      meaning: `${control}보다 얼마나 높은지입니다. ${together}`,
      method,
      source,
    }),
  },
  cap: {
    title: '큰 금액을 낮춰 잡으면',
    limit: '상한:',
    explain: (share: string, above: string, customers: string) =>
      `금액 상위 ${share}의 경계이며, 이를 넘는 금액은 이 값으로 낮춰 잡았습니다. 모든 배정군을 합쳐 하나로 정했고, 고객 ${customers}명 가운데 ${above}명이 넘었습니다.`,
    byArm: (parts: string) => `배정군별: ${parts}.`,
    armCount: (arm: string, count: string) => `${arm} ${count}명`,
    nothing: (share: string) =>
      `금액이 있는 고객이 ${share}보다 적어 경계가 0이 되므로, 낮춰 잡지 않았습니다. 자르는 비율을 줄여 보세요.`,
    mean: '인당 금액 (낮춰 잡음)',
    whole: '차이 (그대로)',
    capped: '차이 (낮춰 잡음)',
    changes: (arms: string) =>
      `${withParticle(arms, '은')} 낮춰 잡느냐에 따라 결론이 달라집니다. 큰손 몇 명이 만든 차이인지 살펴보세요.`,
    same: '낮춰 잡아도 어느 캐럿의 결론도 달라지지 않습니다.',
    valueExplain: {
      title: '금액의 상한',
      meaning:
        '이보다 큰 금액은 이 금액으로 봅니다. 아주 큰 주문 몇 건에 평균이 끌려가지 않게 하려는 것입니다.',
      method: '모든 배정군을 합친 분위수 (보간, R type 7)',
      source: 'Dixon & Tukey (1968) · R quantile',
    },
  },
  before: {
    title: (column: string) => `실험 전의 ‘${column}’으로 보정하면 (CUPED)`,
    outcome: '결과',
    outcomes: {
      response: '반응률',
      'whole-money': '인당 금액',
      'capped-money': '인당 금액 (낮춰 잡음)',
    },
    plain: '보정 전 차이',
    corrected: '보정한 차이',
    shrunk: '구간이 짧아진 정도',
    customers: (count: string) => `이 값이 있는 고객 ${count}명만 씁니다.`,
    explain: (arm: string, column: string, slope: string) => ({
      title: `${arm}: ‘${column}’으로 보정한 차이`,
      meaning:
        '실험 전부터 달랐던 몫을 빼고 남은 차이입니다. 무작위로 나눴다면 평균은 같은 값을 가리키고, 구간만 짧아집니다. 발송 뒤에 잰 값으로는 보정하면 안 됩니다.',
      formula: `기울기 ${slope}`,
      method: 'CUPED (두 배정군을 합친 기울기, Welch t)',
      source: 'Deng, Xu, Kohavi & Walker (2013)',
    }),
    shrunkExplain: {
      title: '구간이 짧아진 정도',
      meaning:
        '같은 고객을 보정 없이 비교한 구간보다 얼마나 짧은지입니다. 20%면 고객을 절반 넘게 더 모은 것과 같은 효과입니다.',
    },
  },
  spend: {
    title: '금액 차이는 어디에서 왔나',
    sub: '인당 금액 = 구매 고객 비율 × 구매 고객 한 명의 금액. 두 몫을 더하면 전체 차이입니다 (보정 없음).',
    buyers: '구매 고객',
    buyerShare: '고객 중 비율',
    perBuyer: '구매 고객당 금액',
    whole: '인당 금액 차이',
    moreBuyers: '더 많이 사서',
    biggerBaskets: '더 크게 사서',
    partExplain: (arm: string, part: string) => ({
      title: `${arm}: ${part}`,
      meaning:
        '구매 고객 비율의 변화는 두 배정군 객단가의 가운데 값으로, 객단가의 변화는 두 비율의 가운데 값으로 셉니다. 어느 쪽이 먼저 변했다고 보느냐에 따라 몫이 달라지지 않습니다. 구매한 고객은 캐럿에 따라 달라지므로, 객단가의 차이는 같은 고객의 변화가 아닙니다.',
      method: '가운데 값 분해, 델타 방법',
      source: 'Das Gupta (1993)',
    }),
  },
  days: {
    title: '반응하기까지 걸린 날',
    since: (day: string) =>
      `${day}부터 센 날수(그날이 0일)입니다. 누가 반응하는지부터 캐럿에 따라 달라지므로 배정군끼리 검정하지 않습니다.`,
    median: '절반이 반응한 날수',
    most: '열에 아홉이 반응한 날수',
    dated: '날짜가 있는 반응',
    undated: (count: string) => `날짜 없음 ${count}`,
    none: '날짜가 있는 반응이 없음',
    unit: '일',
    explain: (arm: string, confidence: string) => ({
      title: `${arm}: 반응하기까지 걸린 날`,
      meaning: `날짜가 있는 반응 고객을 먼저 반응한 순서로 세어, 절반(열에 아홉)에 이른 날입니다. 아래 구간은 가운데 값의 ${confidence} 구간이며, 날짜가 있는 반응이 너무 적으면 없습니다.`,
      method: '순서 통계량의 이항 구간',
      source: 'Thompson (1936)',
    }),
  },
  robust: {
    offer: '금액은 몇 사람이 크게 사면 흔들립니다.',
    show: '다른 방법으로도 확인하기',
    reading: (place: string, all: string) => `다시 뽑아 세는 중… ${place}/${all}`,
    failed: '지금은 계산할 수 없습니다. 결과를 다시 읽은 뒤 시도하세요.',
    title: '다른 방법으로 본 금액 차이',
    sub: (confidence: string) =>
      `층 안에서 비교 · ${confidence} 구간 · 캐럿 수로 보정하지 않음 · 결론은 위의 표로 내립니다`,
    resampled: '다시 뽑은 차이 (BCa)',
    ranks: '순위 검정 p',
    superiority: '캐럿 고객이 더 쓴 쌍',
    shift: '전형적인 차이',
    agree: '다시 뽑아 보아도 위의 표와 같은 결론입니다.',
    disagree: (arms: string) =>
      `${arms}: 다시 뽑은 구간과 위의 표가 차이가 있는지를 다르게 봅니다. 큰 금액 몇 건이 정한 차이인지 살펴보고, 결론을 미루세요.`,
    tooMany: (most: string) => `금액이 있는 고객이 ${most}명을 넘음`,
    explainResampled: (arm: string, replicates: string, seed: string, most: string) => ({
      title: `${arm}: 다시 뽑은 차이`,
      meaning: `층과 배정군 안에서 고객을 되돌려 넣으며 ${replicates}번 다시 뽑아, 차이가 어디까지 움직이는지 보았습니다. 구간은 쏠림을 고칩니다. 층은 고객 수로 가중하므로 위의 표와 조금 다를 수 있습니다. 금액이 있는 고객이 ${most}명을 넘으면 하지 않는데, 그만큼 많으면 위의 구간으로 충분합니다.`,
      formula: `Σ W_h(x̄₁h − x̄₀h), 씨앗 ${seed}`,
      method: '층화 부트스트랩, BCa 구간',
      source: 'Efron (1987) · R boot::boot.ci',
    }),
    explainRanks: (arm: string) => ({
      title: `${arm}: 순위로 본 금액`,
      meaning:
        '같은 층에서 캐럿 고객 한 명과 대조군 고객 한 명을 짝지을 때 캐럿 고객이 더 쓴 비율입니다(같으면 반으로 셈). 50%면 차이가 없습니다. 얼마나 더 썼는지는 보지 않으므로 큰 금액에 흔들리지 않습니다.',
      method: 'van Elteren 층화 순위 검정 (층이 없으면 Mann–Whitney)',
      source: 'van Elteren (1960) · R coin::independence_test',
    }),
    explainShift: (arm: string) => ({
      title: `${arm}: 전형적인 차이`,
      meaning:
        '캐럿 고객과 대조군 고객의 모든 짝에서 금액 차이의 가운데 값입니다. 대부분이 아무것도 사지 않았다면 0입니다. 층을 나누지 않았습니다.',
      method: 'Hodges–Lehmann 추정과 구간 (연속성 보정 없음)',
      source: 'Hodges & Lehmann (1963) · R wilcox.test(conf.int = TRUE)',
    }),
  },
  beside: {
    title: '비교 곁에 두고 볼 것',
    sub: '결론은 위의 비교로 내리고, 여기서는 다르게 물었을 때의 답을 봅니다.',
    enoughTitle: '고객 수는 충분했나, 해롭지는 않았나',
    more: '더 필요한 고객',
    exact: '반응이 적을 때의 검정',
    exactTests: {
      boschloo: 'Boschloo 정확 검정',
      fisher: 'Fisher 정확 검정',
      'miettinen-nurminen': '점수 검정',
    },
    enough: '반응이 충분함',
    allEnough:
      '어느 캐럿도 반응이 적지 않아(기대 빈도 5 이상) 정확 검정 없이 위의 검정을 그대로 씁니다.',
    tooMany: '고객이 너무 많아 정확 검정을 할 수 없습니다',
    expected: (count: string) => `가장 작은 기대 빈도 ${count}`,
    exactExplain: (arm: string, test: string, expected: string, rule: string) => ({
      title: `${arm}: ${test}`,
      meaning: `두 배정군이 같다고 볼 때 기대되는 반응(또는 무반응)이 ${expected}명으로 5명보다 적어, 정규분포에 기대지 않는 검정을 씁니다. p는 ${rule}.`,
      method: test,
      source: 'Cochran (1954) · Boschloo (1970) · Fisher (1935)',
    }),
    exactRule: {
      none: '보정하지 않았습니다',
      bonferroni: 'Bonferroni로 보정했습니다',
      holm: 'Holm으로 보정했습니다',
      dunnett: 'Holm으로 보정했습니다 (정확 검정에는 Dunnett의 한계가 없습니다)',
    },
    margin: '동등·비열등',
    marginSub: (margin: string, alpha: string, interval: string) =>
      `±${margin} 안이면 같다고 봅니다. 한쪽 검정 두 번, 각각 ${alpha} · 구간은 ${interval}`,
    noMargin: '아래 ‘이 결과를 읽은 방법’에서 같다고 볼 폭을 정하면 동등·비열등을 판단합니다.',
    findings: {
      equivalent: '대조군과 같다고 볼 수 있음',
      'not-worse': '대조군보다 못하지 않음',
      worse: '대조군보다 폭을 넘어 못함',
      'not-shown': '같다고도 못하지 않다고도 아직 말할 수 없음',
    },
    notWorseP: '비열등 p',
    equivalentP: '동등 p',
    marginExplain: (arm: string, margin: string, within: boolean) => ({
      title: `${arm}: 동등·비열등`,
      meaning: `차이가 −${margin}보다 크다는 것(비열등)과 ±${margin} 안이라는 것(동등)을 각각 한쪽 검정으로 봅니다. 구간이 폭 안에 들면 같다고 봅니다. 캐럿이 여럿이면 Bonferroni로 나눕니다.`,
      method: within ? 'Mantel–Haenszel 차이, Sato 분산 (층 안)' : 'Miettinen–Nurminen 점수',
      source: 'Schuirmann (1987) · Farrington & Manning (1990)',
    }),
    settled: '이미 갈렸습니다',
    perArm: (count: string) => `배정군마다 ${count}명 더`,
    sameSize: '지금 크기면 갈렸어야 할 차이라, 고객을 더하는 것만으로는 답이 되지 않습니다',
    noSize: '차이가 0에 가까워 정할 수 없음',
    visible: '지금 크기로 보이는 차이:',
    visibleExplain: (arm: string, alpha: string) => ({
      title: `${arm}: 지금 크기로 볼 수 있는 차이`,
      meaning: `진짜 차이가 이만하면 지금 크기의 실험이 열에 여덟 번은 찾아냅니다. 유의수준은 캐럿 수로 나눈 ${alpha}입니다.`,
      method: '정규 근사 검정력',
      source: 'Fleiss (1981) · R power.prop.test',
    }),
    moreExplain: (arm: string, alpha: string) => ({
      title: `${arm}: 더 필요한 고객`,
      meaning: `진짜 차이가 지금 보이는 만큼이라면, 배정군마다 이만큼 더 있어야 열에 여덟 번은 갈립니다. 유의수준은 캐럿 수로 나눈 ${alpha}입니다.`,
      method: '정규 근사 검정력',
      source: 'Fleiss (1981) · R power.prop.test',
    }),
    beliefs: '가장 나을 확률',
    beliefsSub:
      '반응률: 모든 반응률이 똑같이 그럴듯하다는 사전분포 베타(1, 1) · 금액: 아무 금액이나 똑같이 그럴듯하다는 사전분포 · 모든 고객을 합쳐 계산, 캐럿 수로 보정하지 않음',
    best: '반응률이 가장 높을 확률',
    loss: '고르면 잃는 반응률',
    moneyBest: '인당 금액이 가장 클 확률',
    moneyLoss: '고르면 잃는 금액',
    pooledDisagrees: (arms: string) =>
      `${withParticle(arms, '은')} 층 안에서 비교하면 다른 답이 나오므로, 모두 합친 이 확률을 믿지 마세요.`,
    bestExplain: (arm: string) => ({
      title: `${arm}: 가장 나을 확률`,
      meaning:
        '자료를 보고 나서 이 배정군의 진짜 반응률이 대조군을 포함한 모든 배정군 가운데 가장 높다고 믿을 확률입니다. 유의확률이 아닙니다.',
      method: '베타 사후분포, 균등 사전분포 베타(1, 1), 수치 적분',
      source: 'Stucchio (2015)',
    }),
    lossExplain: (arm: string) => ({
      title: `${arm}: 고르면 잃는 것`,
      meaning:
        '이 배정군으로 정했는데 사실은 다른 배정군이 더 나을 때 잃는 몫을, 그럴 확률까지 쳐서 평균한 값입니다.',
      method: '사후 기대 손실, 수치 적분',
      source: 'Stucchio (2015)',
    }),
    moneyBestExplain: (arm: string) => ({
      title: `${arm}: 인당 금액이 가장 클 확률`,
      meaning:
        '자료를 보고 나서 이 배정군의 진짜 인당 금액이 모든 배정군 가운데 가장 크다고 믿을 확률입니다.',
      method: 'Student t 사후분포 (평평한 사전분포), 수치 적분',
      source: 'Gelman et al. (2013), 3.2',
    }),
  },
  rules: {
    multiplicity: '캐럿이 여럿일 때의 보정',
    multiplicityHint: '대조군과의 비교에 씁니다. 캐럿끼리는 늘 Holm으로 보정합니다.',
    names: {
      none: '보정하지 않음',
      bonferroni: 'Bonferroni',
      holm: 'Holm',
      dunnett: 'Dunnett',
    },
    differs: (declared: string) =>
      `실험 계획에는 ${withParticle(declared, '으로')} 적혀 있습니다. 결과를 본 뒤에 바꾼 보정은 덜 믿을 만합니다.`,
    standard: (rule: string) =>
      `계획에 따로 적은 보정이 없습니다. 표준 계획의 보정은 ${rule}입니다.`,
    restore: '계획대로',
    cap: '큰 금액 낮춰 잡기',
    capHint: '이 비율의 큰 금액을 경계 값으로 낮춥니다. 비우면 그대로 둡니다.',
    capError: '0%보다 크고 50%보다 작아야 합니다.',
    before: '실험 전의 값',
    beforeHint: '작년 구매액처럼 발송 전에 잰 숫자를 고르면 구간이 짧아집니다.',
    none: '없음',
    margin: '같다고 볼 차이의 폭',
    points: '%p',
    marginHint: '반응률이 이만큼보다 덜 다르면 같다고 봅니다. 비우면 판단하지 않습니다.',
    marginError: '0%p보다 크고 100%p보다 작아야 합니다.',
    severalArms: '두 배정군에 든 고객',
    severalArmsRules: { count: '배정군마다 한 번씩 셈', 'leave-out': '모두 뺌' },
    severalArmsHint: '한 고객이 두 배정군에 있으면 두 캐럿을 다 받았을 수 있습니다.',
    label: '결과 읽는 규칙',
  },
};

export type ComparisonWords = typeof comparisonsKo;
