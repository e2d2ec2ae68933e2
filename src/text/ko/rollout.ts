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
    gainByCell: (people: string, profit: string) =>
      `셀마다 맞는 캐럿을 ${people}에게 보내면 약 ${withParticle(profit, '을')} 벌 것으로 보입니다.`,
    lossByCell: (people: string, loss: string) =>
      `셀마다 맞는 캐럿을 ${people}에게 보내도 약 ${withParticle(loss, '을')} 잃을 것으로 보입니다.`,
    doubt: (chance: string, low: string, high: string) =>
      `본전을 넘길 가능성은 ${chance}, 신뢰구간은 ${low}에서 ${high}까지입니다.`,
    next: {
      goAhead: '5~10%를 홀드아웃으로 남기고 적용하세요.',
      partFirst: '먼저 일부에만 적용하고 홀드아웃을 남겨 확인하세요.',
      fewer: (people: string, profit: string) =>
        `많이 버는 셀부터 ${people}에게만 보내면 약 ${withParticle(profit, '을')} 벌 것으로 보입니다.`,
      cheaper: '접촉 비용이 싼 채널로 바꾸거나, 반응할 고객만 고르거나, 캐럿 비용을 줄여 보세요.',
    },
  },
  caveats: {
    title: '이 숫자가 모르는 것',
    winner: (carrots: string) =>
      `캐럿 ${carrots}개 가운데 가장 좋아 보이는 것을 골랐습니다. 운이 좋았던 몫이 섞여 있어 실제로 적용하면 대개 이보다 낮아집니다(승자의 저주). 보수적으로는 신뢰구간의 하한을 보세요.`,
    populationUnknown: '셀마다 고객이 몇 명인지 몰라 실험의 고객 구성이 전체와 같다고 보았습니다.',
    orderValue:
      '반응 한 건의 매출과 비용은 넣은 값을 그대로 믿습니다. 신뢰구간은 반응만 흔들어 본 것입니다.',
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
    noPopulation: '보낼 고객이 몇 명인지 알 수 없습니다. 고객 수를 넣어 주세요.',
    noVariation: '반응한 고객이 없어 효과를 넓힐 수 없습니다.',
    stratumWithoutArm:
      '고객은 있는데 이 캐럿이나 대조군이 한 명도 없는 셀이 있습니다. 결과 단계에서 층을 바꾸면 계산할 수 있습니다.',
    invalidPopulation:
      '실험에 든 고객이 지금의 대상 고객보다 많은 셀이 있습니다. 기준일이나 고객 파일이 바뀌지 않았는지 확인하세요.',
    negativeInput: '금액과 인원은 0 이상, 비율은 0%에서 100% 사이여야 합니다.',
    margin: '마진율은 0%에서 100% 사이여야 합니다.',
    whole: '고객 수는 정수여야 합니다.',
    moreResponded: '돌아온 고객이 접촉한 고객보다 많습니다.',
    moreRetained: '유지된 고객이 돌아온 고객보다 많습니다.',
    nobody: '접촉한 고객이 한 명은 있어야 합니다.',
    rewardExceedsMargin: '반응 한 건의 마진이 캐럿 원가보다 적어 본전이 되지 않음',
    nobodyIsSent: '아무에게도 보내지 않는 안이라 따질 손익이 없습니다.',
    responseAboveEverybody:
      '이 가정에서는 반응률이 100%를 넘는 셀이 있습니다. 계절 가정을 낮춰 주세요.',
    effectDoesNotPay: '효과가 더 커도 이익이 늘지 않음',
    noCommonScale:
      '셀의 표준오차가 서로 너무 달라 함께 볼 수 없습니다. 셀마다 본 그대로를 고르세요.',
    costCouldBeNothing: '비용이 0과 구별되지 않아 수익률의 구간이 없음',
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
    text: '명단을 보낸 뒤에는 실제 반응을 관찰 홀드아웃과 견주어 예측이 맞았는지 확인하세요.',
    history: '이력 보기',
  },
};

export type Rollout = typeof rollout;
