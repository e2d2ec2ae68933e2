/** 결과를 몇 번 볼지 정하는 글. */
export const looksKo = {
  title: '결과를 몇 번 볼까요?',
  sub: '시작하기 전에 정해 두어야, 중간에 보고 멈춰도 거짓 경보가 늘지 않습니다',
  legend: '보는 방법',
  undo: '보는 방법 바꾸기',
  kinds: {
    once: '끝에 한 번',
    planned: '정한 횟수만큼',
    'any-time': '언제든',
  },
  meaning: {
    once: '응답 기간이 끝난 뒤 한 번만 판단합니다. 고객이 가장 적게 듭니다.',
    planned:
      '응답 기간을 똑같이 나눈 날에만 판단합니다. 처음에는 아주 뚜렷할 때만 멈추고, 뒤로 갈수록 보통의 기준에 가까워집니다.',
    'any-time':
      '날마다 보아도 되고 원할 때 멈춰도 됩니다. 그 대신 같은 효과를 찾는 데 고객이 훨씬 많이 듭니다.',
  },
  looks: '모두 몇 번',
  looksHint: '2~10번, 마지막은 기간이 끝나는 날',
  cost: '한 번만 볼 때보다',
  costAtMost: '한 번만 볼 때보다, 많아야',
  more: '더 뽑을 고객',
  onAverage: '효과가 있으면 평균',
  noCost: '고객을 더 뽑지 않아도 됩니다.',
  window: '점검일을 정하려면 위의 계획에 응답 기간이 있어야 합니다.',
  reason: '예상 반응이 없어 계산할 수 없음',
  explain: (power: string, alpha: string) => ({
    title: '자주 보는 값',
    meaning:
      '검정력을 그대로 두고 일찍 볼 권리를 얻으려면 고객이 몇 배 필요한지입니다. 대조군과 가장 가려내기 어려운 캐럿 하나의 비교로 셉니다.',
    formula: `검정력 ${power}, 유의수준 ${alpha}`,
    method: 'O’Brien–Fleming 알파 지출의 팽창 계수, 또는 우도비 혼합 신뢰열의 마지막 날 폭',
    source: 'Jennison & Turnbull (2000) · Robbins (1970)',
  }),
};

export type LooksWords = typeof looksKo;
