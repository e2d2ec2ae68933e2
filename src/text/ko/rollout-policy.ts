import { withParticle } from '../korean-particle.ts';

/** '누구에게 어떤 캐럿' 패널의 글. 이 패널을 열 때 불러온다. */
export const rolloutPolicy = {
  title: '누구에게 어떤 캐럿을 보낼까',
  sub: '예산 안에서 셀마다 가장 남는 캐럿을 고릅니다. 금액은 대조군보다 더 번 만큼만 센 이익입니다.',
  wait: '셀마다 캐럿을 골라 보는 중입니다…',
  failed: '계산이 멈췄습니다. 화면을 새로 고쳐 주세요.',
  planLabel: '캐럿 배정 계획',
  sentence: {
    gain: (spend: string, people: string, profit: string) =>
      `${withParticle(spend, '을')} 들여 ${people}에게 셀에 맞는 캐럿을 보내면 약 ${withParticle(profit, '을')} 더 벌 것으로 보입니다.`,
    loss: (spend: string, people: string, loss: string) =>
      `${withParticle(spend, '을')} 들여 ${people}에게 캐럿을 보내는 것이 지금까지의 최선이지만, 고를 때 쓰지 않은 고객으로 세면 약 ${withParticle(loss, '을')} 잃을 것으로 보입니다.`,
    sure: (low: string, high: string) =>
      `신뢰구간은 ${low}에서 ${high}까지로, 하한에서도 이익입니다.`,
    unsure: (low: string, high: string) =>
      `다만 신뢰구간이 ${low}에서 ${high}까지라 손해가 될 수도 있습니다. 일부 셀부터 보내고 홀드아웃으로 확인하세요.`,
    nobody: '지금 조건으로는 어느 셀에 어떤 캐럿을 보내도 남지 않습니다.',
    nobodyAdvice:
      '반응 한 건이 남기는 돈(마진, 그 뒤의 구매)을 다시 보거나, 접촉 비용이 싼 채널을 찾거나, 캐럿 원가를 줄여 보세요.',
    noBudget: '예산이 0원이라 아무에게도 보내지 않습니다. 예산을 늘리면 계획이 나옵니다.',
    bound: (gap: string) =>
      `채널의 한도까지 따진 답이 최선보다 최대 ${gap}만큼 모자랄 수 있습니다.`,
  },
  budget: {
    label: '예산',
    hint: (most: string) => `비워 두면 남는 데까지 씁니다(${most}).`,
    slider: '예산 움직이기',
    next: (money: string) => `다음 ${withParticle(money, '이')} 더 벌 돈`,
    spend: '쓰는 돈',
    customers: '캐럿을 받는 고객',
    profit: '이익',
    unclear: '아직 알 수 없는 셀',
  },
  limits: {
    title: '지켜야 할 조건',
    holdout: '모니터링 홀드아웃 (셀마다)',
    holdoutHint: '적용 뒤에도 효과를 재려고 셀마다 남겨 두는 고객의 비율입니다.',
    same: '같은 캐럿을 보낼 단위',
    sameFree: '셀마다 따로',
    sameHint: '예를 들어 한 지역 안에서는 모두 같은 캐럿을 받게 합니다.',
    capacity: (channel: string) => `${channel}로 연락할 수 있는 고객`,
    capacityHint: '비워 두면 제한이 없습니다.',
    worth: (contacts: string, money: string) =>
      `${contacts} 더 연락할 수 있으면 ${money} 더 법니다.`,
    basis: '효과를 재는 기준',
    basisResponse: '반응 수 × 반응 한 건의 값',
    basisMoney: '실험에서 쓴 돈',
    basisHint: '쓴 돈으로 재면 몇몇 큰 구매에 값이 흔들려 구간이 넓어집니다.',
    consent: (channels: string) =>
      `수신동의를 물은 채널(${channels})로는 동의한 고객에게만 보냅니다. 동의 열은 명단 만들기에서 고릅니다.`,
    outOfRange: '0%에서 100% 미만으로 넣으세요.',
    whole: '0 이상의 정수를 넣으세요.',
    negative: '0 이상을 넣으세요.',
  },
  table: {
    title: '셀마다 보낼 캐럿',
    sub: '셀의 효과를 모두의 평균 쪽으로 당겨 본 값입니다. 신뢰구간이 0을 품으면 아직 알 수 없는 셀로 적습니다.',
    cell: '셀',
    nobody: '보내지 않음',
    lift: '반응 차이',
    profit: '한 명당 이익',
    unclear: '아직 알 수 없음',
    untried: '시험하지 않음',
    bestLeft: (carrot: string) => `가장 나은 ${carrot}`,
  },
  curve: {
    title: '예산에 따른 이익',
    sub: (confidence: string) =>
      `띠는 ${confidence} 신뢰구간. 고를 때 쓰지 않은 고객의 반응으로 셌습니다.`,
    axis: '예산',
    crossFitted: '기대할 이익',
    raw: '나온 그대로 믿으면',
    label: (budget: string, profit: string) => `예산 ${budget}에서 이익 ${profit}`,
    budget: '예산',
    low: '하한',
    high: '상한',
  },
  curse: {
    title: '이익이 왜 셋인가요? (승자의 저주)',
    text: '셀과 캐럿이 많으면 우연히 잘 나온 칸이 꼭 있습니다. 잘 나온 칸만 골라 나온 숫자를 그대로 믿으면 실제보다 커 보입니다. 그래서 칸마다의 효과를 평균 쪽으로 당겨서 고르고, 이익은 고르는 데 쓰지 않은 고객의 반응으로 다시 셉니다. 계획을 세울 때는 마지막 숫자를 쓰세요.',
    raw: '나온 그대로 고르고 센 이익',
    believed: '평균 쪽으로 당겨서 센 이익',
    crossFitted: '고를 때 쓰지 않은 고객으로 센 이익',
    method: (folds: string, repeats: string) =>
      `고객을 무작위로 ${folds}묶음으로 나눠 네 묶음으로 고르고 남은 묶음으로 세기를 돌아가며 ${repeats}번 되풀이한 평균입니다(초기하 분할 교차 적합, 버전 1).`,
  },
  compare: {
    title: '간단한 방법과 견주면',
    sub: '모두 같은 예산으로, 고를 때 쓰지 않은 고객으로 셌습니다.',
    rule: '방법',
    profit: '이익',
    behind: '이 계획이 더 버는 돈',
    own: '이 계획',
    everyone: (carrot: string) => `모두에게 ${carrot}`,
    raw: '셀마다 가장 좋아 보인 캐럿',
    bestCell: '가장 좋아 보인 셀 하나에만',
    nobody: '아무에게도 보내지 않음',
  },
  explain: {
    profit:
      '이 계획이 대조군보다 더 벌어들일 이익입니다. 캐럿을 고르는 데 쓰지 않은 고객의 반응으로 셌습니다.',
    profitFormula: (margin: string) =>
      `셀마다 고객 수 × (${margin} × 반응 차이 − 캐럿 원가 × 캐럿을 받았을 때의 반응률 − 접촉 비용)의 합`,
    profitMethod: '볼록 껍질을 따르는 다중 선택 배낭, 초기하 분할 교차 적합',
    profitSource: 'Sverdrup, Wu, Athey & Wager 2025; Chernozhukov et al. 2018',
    raw: '실험에 나온 숫자로 고르고 같은 숫자로 센 이익입니다. 우연히 잘 나온 칸을 고르기 때문에 실제보다 큽니다.',
    believed: '평균 쪽으로 당긴 효과로 고르고 센 이익입니다.',
    believedMethod: '경험적 베이즈(Morris 1983)',
    spend: '계획대로 보낼 때 들 것으로 보이는 접촉 비용과 캐럿 비용입니다.',
    spendFormula: '고객 수 × (접촉 비용 + 캐럿 원가 × 반응률)의 합',
    customers: '홀드아웃을 빼고 캐럿을 받는 고객입니다.',
    next: (money: string) =>
      `예산을 ${money} 늘리면 이익이 얼마나 늘어나는지입니다. 0이면 더 쓸 까닭이 없습니다.`,
    nextFormula: (budget: string, money: string) => `이익(${budget} + ${money}) − 이익(${budget})`,
    unclear: '보내기로 한 캐럿(또는 가장 나은 캐럿)의 한 명당 이익의 신뢰구간이 0을 품는 셀입니다.',
    cellCustomers: '이 셀에서 이 캐럿을 받는 고객입니다.',
    cellLift: '이 셀에서 캐럿을 받은 고객과 대조군의 반응률 차이입니다.',
    cellProfit: '이 셀의 고객 한 명에게 캐럿을 보내면 더 남는 돈입니다.',
    cellProfitFormula: (
      lift: string,
      share: string,
      margin: string,
      reward: string,
      contact: string,
    ) => `${margin} × ${lift} − ${reward} × ${share} − ${contact}를 모든 셀의 평균 쪽으로 당긴 값`,
    rule: '이 방법이 같은 예산으로 벌 이익입니다.',
    behind: '같은 고객으로 센, 이 계획과 이 방법의 이익 차이입니다.',
  },
  problem: {
    nothingTried: '캐럿과 대조군이 함께 있는 셀이 없어 고를 수 없습니다.',
    nobodyToReach: '보낼 수 있는 고객이 없습니다. 수신동의와 홀드아웃을 확인하세요.',
    columnMissing: (column: string) =>
      `수신동의 열 ${withParticle(column, '이')} 고객 목록에 없습니다. 명단 만들기에서 다시 고르세요.`,
    negative: '예산과 한도는 0 이상이어야 합니다.',
    noCells: '셀로 나뉜 결과가 없어 고를 수 없습니다.',
    other: '이 조건으로는 계산할 수 없습니다. 비용과 값을 확인하세요.',
  },
};

export type RolloutPolicy = typeof rolloutPolicy;
