import { withParticle } from '../korean-particle.ts';

/** 전사 적용 화면의 글. 이 화면을 열 때 불러온다. */
export const rollout = {
  empty: {
    title: '전체로 넓히면 이익이 얼마일지 따져 봅니다',
    noProjectTitle: '실험 결과를 전체로 넓혀 봅니다',
    noProjectText:
      '작은 실험에서 본 효과를 대상 고객 전체에 적용하면 얼마를 벌고 얼마를 잃을 수 있는지 계산합니다. 예제를 열면 끝난 윈백 실험으로 바로 해 볼 수 있습니다.',
    noResultTitle: '결과가 있어야 전체로 넓힐 수 있습니다',
    noResultText:
      '실험을 읽고 나면 고른 캐럿의 손익을 구간과 함께 보여 드립니다. 아래 윈백 계산은 결과 없이도 할 수 있습니다.',
    toResults: '결과 보기',
  },
  contents: '이 화면에서',
  headline: {
    withheld: '이 결과로는 전사 적용을 따지지 않습니다.',
    waiting: '결과를 읽는 중입니다…',
    gain: (carrot: string, people: string, profit: string) =>
      `${withParticle(carrot, '을')} ${people} 모두에게 보내면 약 ${withParticle(profit, '을')} 벌 것으로 보입니다.`,
    loss: (carrot: string, people: string, loss: string) =>
      `${withParticle(carrot, '을')} ${people} 모두에게 보내면 약 ${withParticle(loss, '을')} 잃을 것으로 보입니다.`,
    cannot: '전사 적용 손익을 아직 계산할 수 없습니다.',
    gainSure: (low: string, high: string) =>
      `신뢰구간은 ${low}에서 ${high}까지로, 하한에서도 이익입니다. 대조군보다 더 반응한 만큼만 셌습니다.`,
    gainUnsure: (low: string, high: string) =>
      `다만 신뢰구간이 ${low}에서 ${high}까지라 손해가 될 수도 있습니다. 먼저 일부에만 적용하고 홀드아웃을 남겨 확인하세요.`,
    lossSure: (high: string) =>
      `신뢰구간의 상한에서도 ${high}입니다. 접촉 비용이 싼 채널로 바꾸거나, 반응할 고객만 고르거나, 캐럿 비용을 줄여 보세요.`,
    lossUnsure: (low: string, high: string) =>
      `신뢰구간은 ${low}에서 ${high}까지입니다. 비용을 줄이거나 대상을 좁히면 달라질 수 있습니다.`,
  },
  inputs: {
    title: '고른 캐럿을 대상 전체로',
    sub: (people: string, strata: string) => `${people} · ${strata}`,
    postStratified: '셀마다 본 효과를 실제 고객 수로 가중',
    pooled: '실험 전체의 효과를 그대로 적용',
    carrot: '캐럿',
    population: '보낼 고객',
    populationHint: '실험설계의 조건에 맞는 고객 전체입니다.',
    populationFree: '비워 두면 실험설계의 대상 전체입니다.',
    orderValue: '반응한 고객 한 명의 매출',
    orderValueMeasured: (money: string) => `실험에서 잰 값 ${money}`,
    orderValueHint: '그 뒤 몇 달의 구매까지 보려면 합쳐서 넣으세요.',
    margin: '마진율',
    costPerContact: '접촉 비용 (한 명당)',
    costPerReward: '캐럿 원가 (반응 한 명당)',
    planLabel: '전사 적용 계획',
  },
  figures: {
    incrementalResponses: '더 반응할 고객',
    incrementalSales: '늘어날 매출',
    totalCost: '총비용',
    contactCost: '접촉 비용',
    rewardCost: '캐럿 비용',
    profit: '이익',
    roi: '투자수익률(ROI)',
    grossRoi: '대조군이 없었다면 보고했을 ROI',
    breakEven: '손익분기 차이',
    breakEvenNote: (difference: string) => `실험에서 본 차이 ${difference}`,
  },
  explain: {
    incrementalResponses: '대조군이라면 반응하지 않았을 고객 수입니다.',
    incrementalSales: '더 반응한 고객의 매출입니다.',
    totalCost: '모두에게 접촉하는 비용과, 반응한 고객 모두에게 주는 캐럿의 비용입니다.',
    contactCost: '대상 모두에게 접촉하는 비용입니다.',
    rewardCost: '반응한 고객에게 주는 캐럿입니다. 그냥 두어도 돌아왔을 고객에게도 나갑니다.',
    profit: '늘어난 매출의 마진에서 총비용을 뺀 값입니다.',
    roi: '들인 비용 1원이 더 번 이익입니다. 0이면 본전입니다.',
    grossRoi:
      '반응을 모두 캐럿 덕분으로 셌을 때의 수익률입니다. 대조군 없이 보고하면 이만큼 부풀려집니다.',
    breakEven: '이익이 0이 되는, 대조군과의 반응률 차이입니다. 이보다 작으면 손해입니다.',
    method: {
      'post-stratified': '사후층화 추정, 셀의 고객 수로 가중',
      pooled: 'Miettinen–Nurminen 점수 신뢰구간',
    },
    source: 'Cochran (1977), 5A.9',
  },
  chart: {
    title: '캐럿별 이익',
    sub: (confidence: string) =>
      `모두에게 보냈을 때, ${confidence} 신뢰구간. 0의 왼쪽은 손해입니다.`,
    better: (carrot: string, profit: string) =>
      `같은 조건이라면 ${withParticle(carrot, '이')} 더 낫습니다(${profit}). 전체 고객의 구성이 실험과 달라 순위가 바뀌었습니다.`,
    low: '하한',
    high: '상한',
    label: (arm: string, profit: string) => `${arm} ${profit}`,
  },
  caveats: {
    title: '이 숫자가 모르는 것',
    winner: (carrots: string) =>
      `캐럿 ${carrots}개 가운데 가장 좋아 보이는 것을 골랐습니다. 운이 좋았던 몫이 섞여 있어 실제로 적용하면 대개 이보다 낮아집니다(승자의 저주). 보수적으로는 신뢰구간의 하한을 보세요.`,
    withoutVariation: (certain: string, strata: string) =>
      `${strata}개 셀 가운데 ${certain}개에서는 한 배정군의 고객이 아무도, 또는 모두 반응했습니다. 계산은 그런 반응률을 확실한 값으로 보므로 신뢰구간이 실제보다 좁습니다.`,
    populationUnknown: '셀마다 고객이 몇 명인지 몰라 실험의 고객 구성이 전체와 같다고 보았습니다.',
    season: '계절, 명단의 나이, 경쟁사 행사처럼 실험 때와 달라지는 것은 들어 있지 않습니다.',
    holdout:
      '전체에 보낼 때도 5~10%는 홀드아웃으로 남겨 두세요. 그래야 이 예측이 맞았는지 알 수 있습니다.',
  },
  winBack: {
    title: '윈백과 감사전화 계산',
    sub: '접촉해 돌아온 고객에게 감사전화로 굳히는 과정의 비용과 이익입니다.',
    planLabel: '윈백 계산',
  },
  problem: {
    noPopulation: '보낼 고객이 몇 명인지 알 수 없습니다. 위에서 고객 수를 넣어 주세요.',
    noVariation: '반응한 고객이 없어 효과를 넓힐 수 없습니다.',
    stratumWithoutArm:
      '고객은 있는데 이 캐럿이나 대조군이 한 명도 없는 셀이 있습니다. 결과 단계에서 층을 바꾸면 계산할 수 있습니다.',
    invalidPopulation:
      '실험에 든 고객이 지금의 대상 고객보다 많은 셀이 있습니다. 기준일이나 고객 파일이 바뀌지 않았는지 확인하세요.',
    negativeInput: '금액과 인원은 0 이상이어야 합니다.',
    margin: '마진율은 0%에서 100% 사이여야 합니다.',
    whole: '고객 수는 정수여야 합니다.',
    moreResponded: '돌아온 고객이 접촉한 고객보다 많습니다.',
    moreRetained: '유지된 고객이 돌아온 고객보다 많습니다.',
    nobody: '접촉한 고객이 한 명은 있어야 합니다.',
    rewardExceedsMargin: '반응 한 건의 마진이 캐럿 원가보다 적어 본전이 되지 않음',
    everybodyIsNotEnough: '모두 반응해도 비용을 회수하지 못함',
    noCost: '들인 비용이 없음',
    nothingCompares:
      '대조군과 비교할 수 있는 캐럿이 없어 넓힐 효과가 없습니다. 까닭은 결과 단계에 있습니다.',
    withheld:
      '이 결과에는 읽지 말라는 경보가 있어 전체로 넓히지 않습니다. 결과 단계에서 원인을 먼저 찾으세요.',
    other: '이 입력으로는 계산할 수 없습니다.',
  },
  next: {
    title: '다음',
    text: '적용한 뒤에는 실제 결과를 다시 올려, 예측이 맞았는지 이력에 남기세요.',
    history: '이력 보기',
  },
};

export type Rollout = typeof rollout;
