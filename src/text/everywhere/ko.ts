import { withParticle } from '../korean-particle.ts';

/** 어디서나 같은지 묻는 패널의 글. */
export const everywhereKo = {
  panel: {
    title: '어디서나 같은가, 고객마다 다른가',
    sub: (strata: string) => `층: ${strata}. 같은 층 안에서만 비교한 결과입니다.`,
    differs: (attribute: string) => `어느 캐럿이 좋은지가 ${attribute}에 따라 다릅니다`,
    strengthDiffers: (attribute: string) =>
      `캐럿의 효과 크기는 ${attribute}에 따라 다르지만, 가장 나은 캐럿은 같습니다`,
    sameEverywhere: (attribute: string) =>
      `캐럿의 효과가 ${attribute}에 따라 다르다는 근거는 없습니다`,
    cannotTell: (attribute: string) => `${attribute}에 따라 다른지는 계산할 수 없습니다`,
    bestCaption:
      '단계마다 반응률이 가장 높았던 캐럿 (보고 나서 고른 것이라 조금 부풀려져 있습니다)',
    gridTitle: '셀마다 최선인 배정군',
    gridCaption:
      '셀마다 최선일 확률이 가장 높은 캐럿 (그 셀의 고객만으로 계산해, 고객이 적은 셀은 덜 확실합니다)',
    bestChance: '최선일 확률',
    closeCall: '접전',
    stratifiedCaption: '층 안에서 비교한 캐럿과 대조군',
    statistic: 'CMH\u00a0χ²',
    pValue: '층화 유의확률',
    oddsRatio: '공통 승산비',
    pointsDifference: '층화 차이',
    homogeneity: '균일성 유의확률',
    interactionLine: (attribute: string) => `캐럿 × ${attribute}`,
    cell: '셀',
    cellsTitle: '셀마다 본 반응률',
    cellsSub:
      '셀에서 반응률이 가장 높은 캐럿을 굵게 표시했습니다. 셀 하나만 보고 고르기에는 고객이 적습니다.',
  },
  answer: {
    notAsked:
      '층 없이 읽었습니다. 아래 ‘이 결과를 읽은 방법’에서 층을 고르면 고객에 따라 효과가 다른지 볼 수 있습니다.',
    oneStratum:
      '읽은 고객이 모두 한 층에 있어, 어디서나 같은지 견줄 수 없습니다. 다른 열로 층을 나눠 보세요.',
    turned: (arm: string, control: string, crude: string, stratified: string) =>
      `합쳐 보면 거꾸로 보입니다. ${withParticle(arm, '은')} ${control}보다 ${crude}이지만, 같은 층의 고객끼리 견주면 ${stratified}입니다. 배정군마다 고객 구성이 달라 생긴 일이니 층 안의 비교를 따르세요.`,
    differs: (attribute: string, choices: string) =>
      `어디서나 같지 않습니다. 어느 캐럿이 좋은지가 ${attribute}에 따라 다르니, ${choices} 주세요.`,
    differsOpen: (attribute: string) =>
      `어디서나 같지 않습니다. 캐럿의 효과가 ${attribute}에 따라 다르지만, 대조군보다 나은 캐럿이 있는 곳은 없습니다.`,
    levelGain: (level: string, gain: string) => `‘${level}’(${gain})`,
    strengthDiffers: (attributes: string, most: string, least: string) =>
      `효과의 크기는 ${attributes}에 따라 다르지만, 가장 나은 캐럿은 어디서나 같습니다. 효과가 가장 큰 곳은 ${most}, 가장 작은 곳은 ${least}입니다. 캐럿을 나눌 필요는 없고, 모두에게 보낼 수 없다면 효과가 큰 쪽부터 보내세요.`,
    notComputable: (attribute: string, reason: string) =>
      `어디서나 같은지 계산할 수 없습니다. ${attribute}에 따른 차이를 견줄 수 없습니다: ${reason}.`,
    cannotTell: (attribute: string, level: string, power: string) =>
      `같은지 다른지 아직 알 수 없습니다. 다르다는 근거는 없지만, 캐럿이 ${attribute} ‘${level}’에서 아무 효과가 없었더라도 이 실험이 그것을 찾아낼 확률은 ${power}뿐입니다. 지금은 모두에게 같은 캐럿을 주되, 확인하려면 더 큰 실험이 필요합니다.`,
    cannotTellUntested: (attribute: string) =>
      `같은지 다른지 아직 알 수 없습니다. 다르다는 근거는 없지만, 반응이 너무 적어 ${attribute}에 따른 차이를 찾아낼 수 있었는지 말할 수 없습니다. 지금은 모두에게 같은 캐럿을 주세요.`,
    same: (power: string) =>
      `알 수 있는 한 어디서나 같습니다. 다르다는 근거가 없고, 캐럿이 어느 한 수준에서 효과가 없었다면 ${power} 이상의 확률로 찾아냈을 실험입니다. 모두에게 같은 캐럿을 주세요.`,
  },
  power: {
    label: '찾아낼 확률',
    explain: (attribute: string, level: string, alpha: string) => ({
      title: `캐럿 × ${attribute}: 검정력`,
      meaning: `캐럿이 다른 곳에서는 지금처럼 듣고 ‘${level}’에서는 아무 효과도 없다고 할 때, 이 검정이 그 차이를 찾아낼 확률입니다. 수준마다 계산해 가장 낮은 값을 보입니다. 80%보다 낮으면 ‘차이가 없다’는 말이 아니라 ‘알 수 없다’는 말입니다.`,
      formula: `유의수준 ${alpha}`,
      method: '우도비 검정의 검정력(비중심 카이제곱)',
      source: 'Self, Mauritsen & Ohara (1992)',
    }),
  },
  warning: {
    title: '합쳐 보면 다르게 보입니다 (심슨의 역설)',
    reversed: (arm: string, crude: string, stratified: string) =>
      `${withParticle(arm, '은')} 모두 합치면 ${crude}, 같은 층끼리 견주면 ${stratified}입니다. 방향이 서로 반대이고 둘 다 우연으로 보기 어렵습니다.`,
    turned: (arm: string, crude: string, stratified: string) =>
      `${withParticle(arm, '은')} 모두 합치면 ${crude}, 같은 층끼리 견주면 ${stratified}입니다. 방향이 서로 반대입니다.`,
    vanished: (arm: string, crude: string, stratified: string) =>
      `${withParticle(arm, '은')} 모두 합치면 ${crude}로 뚜렷하지만, 같은 층끼리 견주면 ${stratified}로 우연일 수 있습니다.`,
    appeared: (arm: string, crude: string, stratified: string) =>
      `${withParticle(arm, '은')} 모두 합치면 ${crude}로 우연일 수 있지만, 같은 층끼리 견주면 ${stratified}로 뚜렷합니다.`,
    advice: '배정군마다 고객 구성이 다르면 생기는 일입니다. 층 안의 비교를 따르세요.',
    crude: '모두 합친 차이',
    stratified: '층 안의 차이',
    explainCrude: (arm: string, control: string) => ({
      title: `${arm}: 모두 합친 차이`,
      meaning: `층을 나누지 않고 ${withParticle(control, '과')} 견준 반응률 차이입니다. 배정군마다 고객 구성이 다르면 그 차이까지 섞여 있습니다.`,
      method: 'Miettinen–Nurminen 점수 구간',
      source: 'Simpson (1951) · Miettinen & Nurminen (1985)',
    }),
    explainStratified: (arm: string, control: string) => ({
      title: `${arm}: 층 안의 차이`,
      meaning: `같은 층의 ${control} 고객하고만 견준 뒤 합친 반응률 차이입니다.`,
      method: '층화 Miettinen–Nurminen 점수',
      source: 'Miettinen & Nurminen (1985)',
    }),
  },
  map: {
    title: '캐럿 × 고객: 누구에게 얼마나 더 듣는가',
    sub: (confidence: string) =>
      `대조군과의 차이(%p)와 ${confidence} 신뢰구간. 진할수록 차이가 크고, 파란색은 대조군보다 높음, 붉은색은 낮음`,
    level: '고객',
    tooFew: '홀로 판단하기에 적음',
    range: (low: string, high: string) => `${low} ~ ${high}`,
    explain: (arm: string, level: string, control: string) => ({
      title: `${level} · ${arm}`,
      meaning: `이 수준의 고객만 보았을 때 ${control}보다 반응률이 몇 %p 높은지입니다. 다른 층이 있으면 그 안에서 견준 뒤 합쳤습니다.`,
      method: 'Mantel–Haenszel 위험차, Sato 분산',
      source: 'Greenland & Robins (1985) · Sato (1989)',
    }),
  },
  reason: {
    'too-few-runs': '고객이 있는 배정군이 하나뿐입니다',
    'no-effect': '이 배정군들로는 어떤 요인의 효과도 알 수 없습니다',
    'unequal-precision': '효과마다 정밀도가 달라 한 한계로 볼 수 없습니다',
    'too-few-effects': '효과가 셋보다 적습니다',
    'no-variation': '반응률의 차이를 잴 만한 반응이 없습니다',
    'stratum-without-arm': '대상 고객이 있는 셀에 이 캐럿이나 대조군 고객이 없습니다',
    'invalid-population': '셀에 지금 있는 대상 고객이 실험 때보다 적습니다',
    'no-population': '셀에 대상 고객이 없습니다',
    'too-few-cells': '견줄 셀이 둘보다 적습니다',
    'no-visible-difference': '셀끼리 다르다는 근거가 없습니다',
  },
  forest: {
    title: (arm: string) => `셀마다 본 ${arm}의 효과`,
    sub: (confidence: string) =>
      `대조군과의 차이, ${confidence} 신뢰구간 · 진한 점은 모든 셀을 함께 보고 당긴 값, 흐린 점은 그 셀만 본 값`,
    subRaw: (confidence: string) =>
      `대조군과의 차이, ${confidence} 신뢰구간 · 홀로 판단하기에 적은 셀은 전체 효과로, 그 셀만 본 값은 흐리게`,
    carrot: '보여 줄 캐럿',
    cell: '셀',
    raw: '그 셀만 본 차이',
    shrunken: '당긴 차이',
    worth: '셀 몇 개만큼',
    tooFew: '홀로 판단하기에 적음',
    overall: '전체 (층화)',
    eligible: '대상 고객 전체',
    spreadLabel: '셀 사이의 참된 편차',
    spreadSentence: (cells: string) =>
      `셀 ${cells}개의 효과가 우연을 빼고도 서로 다른 정도입니다. 클수록 셀 하나의 값을 더 믿고, 작을수록 전체 쪽으로 당깁니다.`,
    noSpread:
      '셀 사이의 차이가 우연으로 생길 만한 크기라, 셀마다 따로 믿을 값이 없습니다. 모든 셀에 전체 효과를 그대로 쓰세요.',
    standIn: '전체 효과로 대신함',
    eligibleLabel: '대상 고객 모두에게 썼다면',
    explain: {
      raw: (arm: string, cell: string, formula: string) => ({
        title: `${cell} · ${arm}: 그 셀만 본 차이`,
        meaning:
          '그 셀의 고객만으로 본 대조군과의 반응률 차이입니다. 고객이 적으면 우연에 크게 흔들립니다.',
        formula,
        method: 'Miettinen–Nurminen 점수 구간',
        source: 'Miettinen & Nurminen (1985)',
      }),
      shrunken: (arm: string, cell: string, borrowed: string, method: string) => ({
        title: `${cell} · ${arm}: 당긴 차이`,
        meaning:
          '다른 셀들이 보여 준 것까지 함께 보고 믿을 만한 값으로 당긴 차이입니다. 자료가 약한 셀일수록 모든 셀의 평균 쪽으로 더 당깁니다.',
        formula: `평균 쪽으로 ${borrowed} 당김`,
        method: `경험적 베이즈 (${method})`,
        source: 'Morris (1983) · R metafor',
      }),
      worth: (cell: string) => ({
        title: `${cell}: 셀 몇 개만큼의 정보`,
        meaning:
          '당긴 값이 이런 셀 몇 개를 모은 만큼 확실한지입니다. 1보다 크면 다른 셀에서 정보를 빌려 더 확실해진 것이고, 1보다 작으면 다른 셀들과 너무 달라 오히려 덜 확실해진 것입니다.',
        formula: '(그 셀만 본 표준오차 ÷ 당긴 값의 표준오차)²',
      }),
      spread: (method: string) => ({
        title: '셀 사이의 참된 편차 (τ)',
        meaning:
          '셀마다 효과가 참으로 얼마나 다른지의 표준편차입니다. 우연으로 생기는 차이는 뺐습니다.',
        method,
        source: 'Paule & Mandel (1982) · Viechtbauer (2007) · R metafor::confint',
      }),
      eligible: (arm: string) => ({
        title: `${arm}: 대상 고객 모두에게 썼다면`,
        meaning:
          '셀마다 본 차이를, 뽑힌 고객 수가 아니라 그 셀에 실제로 있는 대상 고객 수로 가중해 더한 값입니다.',
        formula: 'Σ (셀의 대상 고객 ÷ 전체 대상 고객) × 셀의 차이',
        method: '사후층화',
        source: 'Cochran (1977), 5A.9',
      }),
    },
    methods: {
      morris: 'Morris 축소, Paule–Mandel 분산',
      blup: '최량선형불편예측, REML 분산',
    },
  },
  factors: {
    title: '요인의 효과',
    sub: '배정군을 만든 요인이 저마다 반응률을 얼마나 바꾸었는지, 다른 요인은 평균 내어 봅니다.',
    nothingClear: '우연으로 보기 어려울 만큼 뚜렷한 요인의 효과는 없습니다.',
    clear: (effects: readonly string[]) =>
      `뚜렷한 효과는 ${effects.join(', ')}입니다. 여러 효과를 한꺼번에 본 위험까지 Holm으로 보정했습니다.`,
    sized: (effect: string, size: string) => `${effect} (${size})`,
    step: (factor: string, level: string, against: string) => `${factor}: ${level} − ${against}`,
    chart: '주효과와 교호작용',
    chartSub: (confidence: string, hasMargin: boolean) =>
      `반응률 차이와 ${confidence} 신뢰구간${hasMargin ? ' · 옅은 띠 안은 효과들만 보아 우연으로 볼 수 있는 크기(Lenth)' : ''}`,
    effect: '효과',
    difference: '반응률 차이',
    pValue: '유의확률',
    adjusted: '보정 유의확률',
    lenth: '우연으로 볼 수 있는 크기 (Lenth)',
    simultaneous: '여러 효과를 한꺼번에 볼 때',
    mixed: (
      effect: string,
      others: readonly { readonly name: string; readonly share: string | null }[],
    ) =>
      `${effect}의 효과에는 ${others
        .map(({ name, share }) => (share === null ? `${name} 전부` : `${name} 일부(${share})`))
        .join(', ')}가 섞여 있어, 이 배정군들만으로는 갈라 볼 수 없습니다.`,
    untold: (effects: readonly string[]) =>
      `이 배정군들로는 따로 알 수 없는 효과: ${effects.join(', ')}`,
    explain: {
      main: (effect: string) => ({
        title: effect,
        meaning:
          '앞 수준이 뒤 수준보다 반응률이 얼마나 높은지, 다른 요인의 모든 수준에 걸쳐 평균 낸 값입니다. 홀드아웃은 들어가지 않습니다.',
        method: '배정군 반응률의 최소제곱 대비, 독립인 비율의 분산',
        source: 'Box, Hunter & Hunter (2005), 5장 · R lm',
      }),
      pair: (effect: string) => ({
        title: effect,
        meaning:
          '한 요인의 효과가 다른 요인의 수준에 따라 달라지는 크기의 절반입니다. 0이면 두 효과가 그대로 더해집니다.',
        method: '배정군 반응률의 최소제곱 대비, 독립인 비율의 분산',
        source: 'Box, Hunter & Hunter (2005), 5장 · R lm',
      }),
      lenth: (confidence: string) => ({
        title: 'Lenth의 오차 한계',
        meaning: `효과가 대부분 없다고 보고 효과들의 크기만으로 잰 한계입니다. 효과 하나를 ${confidence} 수준에서 볼 때 이보다 크면 우연으로 보기 어렵습니다.`,
        formula: 'PSE × t(1−α/2, 효과 수 ÷ 3)',
        method: 'Lenth의 방법',
        source: 'Lenth (1989)',
      }),
      simultaneous: (confidence: string) => ({
        title: 'Lenth의 동시 오차 한계',
        meaning: `모든 효과를 한꺼번에 ${confidence} 수준에서 볼 때의 한계입니다. 이보다 큰 효과는 여러 개를 본 것을 셈해도 우연으로 보기 어렵습니다.`,
        method: 'Lenth의 방법',
        source: 'Lenth (1989)',
      }),
    },
  },
  slices: {
    title: '다르게 나눠 보기',
    sub: '실험이 끝난 뒤 고른 열로 고객을 나눠, 캐럿마다 대조군과 견줍니다.',
    exploratory: '탐색 · 결론이 아니라 다음 실험의 질문을 찾는 곳입니다',
    choose: '나눠 볼 열',
    chooseHint:
      '실험을 시작하기 전에 이미 정해져 있던 값만 고르세요. 캐럿을 받은 뒤에 생긴 값으로 나누면 비교가 어긋납니다.',
    none: '고르지 않음',
    controlFactor: (column: string) => `${column} (통제 요인)`,
    waiting: '나눠 보는 중입니다…',
    failed: '데이터 엔진이 답하지 않았습니다. 열을 다시 골라 보세요.',
    caption: (column: string, confidence: string) =>
      `${column}별 대조군과의 차이와 ${confidence} 신뢰구간`,
    customers: '명',
    customersHead: '고객 수',
    adjusted: '보정 p',
    tooFew: '홀로 판단하기에 적음',
    notWithin: '실험의 층은 나누지 않고 견주었습니다.',
    family: (tested: string) =>
      `검정한 비교 ${tested}개를 한 묶음으로 보고 FDR(Benjamini–Hochberg)로 보정했습니다.`,
    differ: (column: string) =>
      `어떤 칸에서는 뚜렷하고 어떤 칸에서는 아니라고 해서 서로 다르다는 뜻은 아닙니다. 캐럿의 효과가 ${column}에 따라 다른지:`,
    nothingTested: '반응이 너무 적어 검정한 비교가 없습니다.',
    noneStandsOut: 'FDR로 보정하면 대조군과 뚜렷이 다른 조합이 없습니다.',
    standOut: (found: string, tested: string) =>
      `비교 ${tested}개 가운데 ${found}개가 FDR로 보정한 뒤에도 대조군과 다릅니다. 나누는 기준을 보고 고른 결과이니, 고객마다 다르게 보내기 전에 새 실험으로 확인하세요.`,
    problem: {
      tooMany: (column: string, most: string) =>
        `${withParticle(column, '은')} 값이 ${most}가지보다 많아 나눠 볼 수 없습니다. 값이 적은 열을 고르세요.`,
      one: (column: string) =>
        `${withParticle(column, '은')} 값이 너무 적어 나눌 수 없습니다. 다른 열을 고르세요.`,
    },
    explain: {
      difference: (arm: string, slice: string, control: string) => ({
        title: `${slice} · ${arm}`,
        meaning: `이 고객들만 보았을 때 ${control}보다 반응률이 몇 %p 높은지입니다.`,
        method:
          '층이 있으면 Mantel–Haenszel 위험차(Sato 분산), 없으면 Miettinen–Nurminen 점수 구간',
        source: 'Sato (1989) · Miettinen & Nurminen (1985)',
      }),
      differ: (column: string) => ({
        title: `캐럿 × ${column}: 유의확률`,
        meaning: `캐럿의 효과가 ${column}에 따라 다르지 않은데도 이만큼 갈려 보일 확률입니다. 보고 나서 고른 열이라 실제보다 작게 나오기 쉽습니다.`,
        method: '로지스틱 모형의 우도비 검정',
        source: 'R anova(glm(…), test = "LRT")',
      }),
      adjusted: (arm: string, slice: string, tested: string, alone: string) => ({
        title: `${slice} · ${arm}: 보정 유의확률`,
        meaning: `비교 ${tested}개를 한꺼번에 들여다보면 몇 개는 우연히 좋아 보입니다. 찾아냈다고 한 것 가운데 헛것의 비율을 억누르도록 키운 유의확률입니다.`,
        formula: `보정 전 p = ${alone}`,
        method: 'FDR 보정 (Benjamini–Hochberg)',
        source: 'Benjamini & Hochberg (1995) · R p.adjust',
      }),
    },
  },
};

/** The same texts in another language. */
export type EverywhereWords = typeof everywhereKo;
