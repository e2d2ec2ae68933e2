import { withParticle } from '../korean-particle.ts';

/** 판정 문장. 배정군 이름은 색을 입힐 수 있게 표시된 채로 들어온다. */
export const resultsVerdict = {
  reading: '결과를 읽는 중입니다…',
  controlOnly: '대조군만 있습니다. 캐럿을 하나 이상 넣어 다시 실험하세요.',
  mustNotRead: '아직 결과로 읽을 수 없습니다',
  brokenSplit: '이 결과는 읽지 마세요. 배정 비율이 깨져 있습니다.',
  brokenSplitDetail: (pValue: string | null) =>
    `배정군의 크기가 우연이라고 보기 어려울 만큼 계획과 다릅니다${pValue === null ? '' : ` (p ${pValue})`}. 추출, 발송, 반응 집계 가운데 어디에서 고객이 한쪽만 빠졌는지 먼저 찾으세요. 아래 숫자는 참고로만 남겨 둡니다.`,
  noOutcome: {
    'nobody-responded': {
      headline: () => '반응한 고객이 없어 아직 비교할 수 없습니다.',
      detail: (responders: string) =>
        `반응 ${responders}명. 반응 열을 맞게 골랐는지, 반응 기간이 끝났는지 확인하세요.`,
    },
    'everybody-responded': {
      headline: () => '모든 고객이 반응한 것으로 나와 비교할 수 없습니다.',
      detail: (responders: string) =>
        `반응 ${responders}명. 반응한 고객만 담긴 파일은 아닌지, 반응 열을 맞게 골랐는지 확인하세요.`,
    },
    'nobody-in-control': {
      headline: (control: string) => `대조군 ${control}에 읽을 고객이 없어 비교할 수 없습니다.`,
      detail: (responders: string) =>
        `캐럿의 반응은 ${responders}명이지만 기준이 없습니다. 대조군의 반응 열이 비어 있지 않은지, 대조군을 맞게 골랐는지 확인하세요.`,
    },
    'nobody-in-carrots': {
      headline: (control: string) =>
        `캐럿을 받은 고객이 없어 대조군 ${withParticle(control, '과')} 비교할 수 없습니다.`,
      detail: (responders: string) =>
        `대조군의 반응은 ${responders}명입니다. 캐럿의 반응 열이 비어 있지 않은지 확인하세요.`,
    },
  },
  withinCells: '같은 셀의 고객끼리 비교해 판단했습니다.',
  withinCellsBut: (arms: string) =>
    `같은 셀의 고객끼리 비교해 판단했습니다. ${withParticle(arms, '은')} 대조군과 겹치는 셀이 없어 전체로 비교했습니다.`,
  pooledDisagrees: (arm: string, difference: string) =>
    `셀을 나누지 않고 합치면 ${arm}의 차이가 ${difference}로 보이지만, 배정군마다 고객 구성이 달라 섞인 값이니 따르지 마세요.`,
  winner: (best: string, control: string, difference: string) =>
    `${withParticle(best, '을')} 쓰세요. ${control}보다 ${difference} 더 반응했습니다.`,
  winnerByLevel: (best: string, control: string, difference: string, choices: string) =>
    `전체로는 ${withParticle(best, '이')} ${control}보다 ${difference} 앞서지만, 고객마다 답이 다릅니다. ${choices} 주세요.`,
  noWinnerByLevel: (choices: string, control: string, differences: string) =>
    `단독 승자는 없습니다. ${choices} 주세요. ${control}보다 ${differences} 더 반응했습니다.`,
  chooseByCost: (better: string, control: string, differences: string) =>
    `단독 승자는 없습니다. ${better} 모두 ${control}보다 낫고(${differences}) 서로의 우열은 가릴 수 없으니, 비용이 적은 쪽을 고르세요.`,
  chooseByCostOne: (best: string, control: string, difference: string) =>
    `${withParticle(best, '은')} ${control}보다 ${difference} 더 반응했지만, 다른 캐럿보다 낫다고는 아직 말할 수 없습니다.`,
  harmful: (arms: string, control: string, differences: string) =>
    `${withParticle(arms, '은')} 그만두세요. ${control}보다 덜 반응했습니다(${differences}).`,
  cannotTell: (best: string, control: string, difference: string) =>
    `아직 알 수 없습니다. 가장 나은 ${best}도 ${withParticle(control, '과')}의 차이가 ${difference}여서 우연일 수 있습니다.`,
  /** “누적포인트 상·중 고객에게는 포인트, 하 고객에게는 쿠폰을” */
  choices: (attribute: string, groups: readonly { levels: readonly string[]; arms: string }[]) =>
    groups
      .map(({ levels, arms }, place) => {
        const who = `${place === 0 ? `${attribute} ` : ''}‘${levels.join('\u2060·\u2060')}’ 고객에게는`;
        const last = place === groups.length - 1;
        return `${who} ${last ? withParticle(arms, '을') : arms}`;
      })
      .join(', '),
  withoutCarrot: (attribute: string, levels: readonly string[], control: string) =>
    `${attribute} ‘${levels.join('\u2060·\u2060')}’ 고객에게는 ${control}보다 나은 캐럿이 없었으니 보내지 마세요.`,
  armList: (arms: readonly string[]) => arms.join(', '),
  or: (arms: readonly string[]) => arms.join(' 또는 '),
  range: (low: string, high: string) => `${low}~${high}`,
  interval: (low: string, high: string, confidence: string) =>
    `${confidence} 신뢰구간은 ${low}에서 ${high}까지입니다.`,
  bestInterval: (best: string, low: string, high: string, confidence: string) =>
    `${best}의 ${confidence} 신뢰구간은 ${low}에서 ${high}까지입니다.`,
  lead: (contenders: string, difference: string, low: string, high: string) =>
    `${contenders} 사이의 차이는 ${difference}(${low}~${high})\u2060로, 어느 쪽이 나은지 아직 말할 수 없습니다.`,
  money: (best: string, money: string, low: string, high: string) =>
    `${best}의 고객 한 명당 금액은 ${money} 늘었습니다(${low}~${high}).`,
  moneyDoubt: (best: string, money: string, low: string, high: string) =>
    `${best}의 고객 한 명당 금액 차이는 ${money}(${low}~${high})\u2060로, 우연일 수 있습니다.`,
  alsoHarmful: (arms: string) => `${withParticle(arms, '은')} 오히려 대조군보다 낮습니다.`,
  undecided: (arms: string) => `${withParticle(arms, '은')} 아직 알 수 없습니다.`,
  moreToSettle: (customers: string) => `가려내려면 배정군마다 ${customers}명이 더 필요합니다.`,
  moreNotNeeded: '고객에 따라 답이 갈리니 굳이 하나로 정하지 않아도 됩니다.',
  smallestDetectable: (difference: string) =>
    `이 크기로 확인할 수 있었던 가장 작은 차이는 ${difference}입니다.`,
  nextStep: {
    'roll-out-best': '대상 전체에 적용하면 이익이 얼마일지 따져 보세요.',
    'roll-out-by-level': '고객에 맞는 캐럿을 골라 전사 적용을 따져 보세요.',
    'choose-by-cost': '캐럿의 비용을 넣어 전사 적용 손익을 비교해 보세요.',
    'stop-carrot': '이 캐럿을 빼고 다시 설계하세요.',
    enlarge: '표본을 늘려 다시 실험하세요.',
    'find-cause': '원인을 찾아 고친 뒤 다시 읽으세요.',
    'check-outcome': '반응 열을 다시 확인하세요.',
    'add-carrot': '캐럿을 넣어 다시 설계하세요.',
  },
};
