import { withParticle } from '../korean-particle.ts';

/** 전사 적용의 손익 전망 글. */
export const rolloutOutlook = {
  title: '손익 전망',
  sub: (people: string, how: string) => `${people} · ${how}`,
  postStratified: '셀마다 본 효과를 실제 고객 수로 가중',
  pooled: '실험 전체의 효과를 그대로 적용',
  files: {
    csv: 'CSV',
    json: 'JSON',
    print: '인쇄',
    csvHead: ['항목', '캐럿', '값', '하한', '상한'],
    carrots: '캐럿별',
    chosen: '고른 안',
    byShare: '보낸 고객 수별',
  },
  plan: {
    title: '무엇을 누구에게',
    scope: '보낼 캐럿',
    byCell: '셀마다 다른 캐럿 (정책)',
    toAll: (carrot: string) => `모두에게 ${carrot}`,
    population: '보낼 고객',
    populationHint: '실험설계의 조건에 맞는 고객 전체입니다. 실험에 든 고객도 들어 있습니다.',
    populationFree: '구성이 같은 다른 고객으로 봅니다. 비우면 실험설계의 대상 전체입니다.',
    effects: '믿을 효과',
    effect: { shrunken: '셀을 함께 본 효과(축소)', raw: '셀마다 본 그대로' },
    effectsHint: (other: string, money: string) => `${other}라면 이익 ${money}`,
    oneCell: '셀이 하나라 함께 볼 다른 셀이 없습니다. 본 그대로를 씁니다.',
    label: '전사 적용 계획',
  },
  figures: {
    profit: '이익',
    gain: '본전을 넘길 가능성',
    roi: '투자수익률(ROI)',
    incrementalResponses: '더 반응할 고객',
    incrementalSales: '늘어날 매출',
    totalCost: '총비용',
    contactCost: '접촉 비용',
    rewardCost: '캐럿 비용',
    grossRoi: '대조군이 없었다면 보고했을 ROI',
    breakEven: '손익분기 차이',
    breakEvenResponse: '손익분기 반응률',
    kept: '본전에 필요한 효과',
    selection: '고르면서 부풀었을 몫',
    loss: '그보다 더 잃을 가능성',
  },
  notes: {
    breakEven: (difference: string) => `지금 믿는 차이 ${difference}`,
    breakEvenResponse: (response: string, control: string) =>
      `예상 ${response}, 캐럿이 없으면 ${control}`,
    kept: (kept: string) => `지금은 ${kept}로 보았습니다`,
    selection: '많아야 이만큼입니다',
  },
  explain: {
    profit:
      '늘어난 매출의 마진에서 총비용을 뺀 값입니다. 구간은 효과와 고객의 행동을 모르는 몫을 모두 담습니다.',
    gain: '이익이 0보다 클(ROI가 0보다 클) 가능성입니다. 이익의 분포를 정규분포로 봅니다.',
    roi: '들인 비용 1원이 더 번 이익입니다. 0이면 본전입니다. 비용도 반응에 따라 달라지므로 구간은 Fieller의 방법입니다.',
    incrementalResponses:
      '캐럿이 없으면 반응하지 않았을 고객 수입니다. 실험에서 이 캐럿을 받은 고객은 이미 답했으므로 본 그대로 셉니다.',
    incrementalSales: '더 반응한 고객의 매출입니다.',
    totalCost: '모두에게 접촉하는 비용과, 반응한 고객에게 주는 캐럿의 비용입니다.',
    contactCost: '받는 고객 모두에게 접촉하는 비용입니다.',
    rewardCost: '반응한 고객에게 주는 캐럿입니다. 그냥 두어도 돌아왔을 고객에게도 나갑니다.',
    grossRoi:
      '반응을 모두 캐럿 덕분으로 셌을 때의 수익률입니다. 대조군 없이 보고하면 이만큼 부풀려집니다.',
    breakEven: '이익이 0이 되는, 대조군과의 반응률 차이입니다. 이보다 작으면 손해입니다.',
    breakEvenResponse:
      '이익이 0이 되는 캐럿의 반응률입니다. 대조군의 반응률에 손익분기 차이를 더합니다.',
    kept: '본 효과 가운데 이만큼만 남아도 본전입니다. 100%를 넘으면 본 것보다 큰 효과가 필요합니다.',
    selection:
      '캐럿들이 사실은 똑같아도 가장 좋아 보이는 것을 고르면 평균 이만큼 좋아 보입니다(승자의 저주). 캐럿이 서로 다를수록 줄어듭니다. 위 이익에서 빼지는 않았습니다.',
    loss: '이익이 정한 손해보다 더 나쁠 가능성입니다.',
    doubt: {
      effect:
        '캐럿의 효과와 그냥 두어도 올 반응을 실험이 다 알려 주지 못한 몫입니다. 명단이 길어도 줄지 않고, 더 큰 실험만 줄입니다.',
      chance: '반응률을 정확히 알아도 남은 고객이 우연히 더 또는 덜 반응하는 몫입니다.',
      spared:
        '실험에서 이 캐럿을 받은 고객은 이미 답해 더는 모르지 않는 몫입니다(유한모집단 수정).',
      error: '이익의 표준오차입니다. 고객이 모두 새 고객이라면 이미 답한 몫이 없어 더 큽니다.',
    },
    so: (customers: string) => `가장 많이 버는 셀부터 ${customers}에게 보냈을 때의 이익입니다.`,
    method: {
      raw: '사후층화 추정, 셀의 고객 수로 가중',
      morris: '경험적 베이즈(Morris)로 축소한 사후층화 추정',
      blup: '경험적 베이즈(BLUP)로 축소한 사후층화 추정',
    },
    source: 'Cochran (1977), 5A.9; Morris (1983)',
    fieller: 'Fieller (1954)',
    winner: 'Tippett (1925)',
  },
  whatIf: {
    title: '달라진다면',
    effectKept: '신선함이 가신 뒤 남는 효과',
    effectKeptHint: '새 캐럿의 효과는 되풀이하면 줄어듭니다.',
    responseFactor: '계절: 전체 반응',
    responseFactorHint: '실험 때를 100%로 봅니다. 캐럿이 없어도 함께 오르내립니다.',
    costFactor: '비용',
    costFactorHint: '접촉과 캐럿의 비용, 실험 때를 100%로 봅니다.',
    reset: '실험 그대로',
    label: '전망 가정',
    lossLimit: '잃어도 되는 돈',
    answered: (answered: string) => `이미 답한 ${answered}의 반응과 비용은 바뀌지 않습니다.`,
  },
  fan: {
    title: '보내는 고객이 늘 때의 이익',
    sub: '많이 버는 셀부터 보냅니다. 띠는 50%, 80%, 95%의 범위입니다.',
    axis: '보낸 고객',
    best: (people: string, profit: string) => `${people}까지 ${profit}`,
    label: (people: string, profit: string) => `${people}에게 모두 보내면 이익 ${profit}`,
    middle: '예상',
    low: '95% 하한',
    high: '95% 상한',
  },
  doubt: {
    title: '무엇을 몰라서 흔들리는가',
    sub: (error: string, elsewhere: string) =>
      `이익의 표준오차 ${error}. 새 고객뿐이라면 ${withParticle(elsewhere, '이')} 됩니다.`,
    effect: '효과가 정말 얼마인지',
    chance: '남은 고객이 어떻게 할지',
    spared: '이미 답해 아는 몫',
    label: (effect: string, chance: string) => `효과 ${effect}, 고객의 행동 ${chance}`,
    part: '몫',
    share: '분산의 비율',
  },
  chart: {
    carrot: '캐럿',
    title: '캐럿별 이익',
    sub: (confidence: string) =>
      `모두에게 보냈을 때, ${confidence} 신뢰구간. 0의 왼쪽은 손해입니다.`,
    better: (carrot: string, profit: string) =>
      `같은 조건이라면 ${withParticle(carrot, '이')} 더 낫습니다(${profit}). 전체 고객의 구성이 실험과 달라 순위가 바뀌었습니다.`,
    low: '하한',
    high: '상한',
    label: (arm: string, profit: string) => `${arm} ${profit}`,
  },
};

export type RolloutOutlook = typeof rolloutOutlook;
