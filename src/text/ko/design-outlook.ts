/** What a plan earns and how it fares in the long run, before any money is spent. */
export const designOutlook = {
  failed: '계산하지 못했습니다. 설계를 조금 바꾸면 다시 계산합니다.',
  notYet: '할당이 맞춰지면 계산합니다.',
  wait: '따져 보는 중입니다…',
  undo: { earnings: '기대 이익 가정 변경', size: '표본 크기 변경' },
  dial: {
    profitPerResponse: '반응 한 건이 남기는 돈',
    profitPerResponseHint:
      '주문 금액 × 마진율. 예: 30,000원 × 30% = 9,000원. 접촉 비용과 캐럿 원가는 여기서 빼지 마세요.',
    ask: '반응 한 건이 얼마를 남기는지 적으면, 몇 명에게 시험할 때 이 목록 전체에서 가장 많이 남는지 계산합니다.',
    question: '검정력을 따질 질문',
    assumptions: '가정: 진짜 효과가 얼마나 다를 수 있는가',
    assumptionsNote:
      '모두 표준편차입니다. 적지 않으면 캐럿 사이는 최소 상승의 절반, 셀 사이는 4분의 1, 홀드아웃 반응률은 그 10분의 1로 봅니다.',
    meanLift: '캐럿의 평균 상승',
    meanLiftHint: '비워 두면 설계에 적은 캐럿별 예상 상승을 씁니다',
    liftSpread: '캐럿 사이의 차이',
    liftSpreadHint: '클수록 시험해 볼 값어치가 큽니다',
    cellSpread: '같은 캐럿의 셀 사이 차이',
    cellSpreadHint: '어느 셀에서는 잘 듣고 어느 셀에서는 덜 듣는 정도',
    baselineSpread: '홀드아웃 반응률의 불확실성',
    baselineSpreadHint: '적어 둔 반응률이 빗나갈 수 있는 정도',
    history: {
      label: '지난 실험에서 배운 값',
      found: (carrots: string, experiments: string, mean: string, spread: string) =>
        `지난 실험 ${experiments}건의 캐럿 ${carrots}개에 따르면 평균 ${mean} 오르고, 캐럿 사이의 진짜 차이는 표준편차 ${spread}입니다.`,
      inUse: '지금 이 값을 쓰고 있습니다.',
      use: '지난 실험 값 쓰기',
      own: '내 판단으로 되돌리기',
      none: '결과를 읽은 다른 실험이 아직 없어 직접 판단한 값을 씁니다. 캐럿 3개의 결과가 쌓이면 여기서 불러올 수 있습니다.',
    },
    verdict: {
      larger: (size: string, gain: string) =>
        `이 목록에서 가장 많이 남는 크기는 ${size}명입니다. 지금 계획보다 크게 시험하면 평균 ${gain} 더 남습니다.`,
      smaller: (size: string, gain: string) =>
        `이 목록에서 가장 많이 남는 크기는 ${size}명입니다. 지금 계획은 그보다 커서 평균 ${gain} 덜 남습니다.`,
      near: (size: string) =>
        `이 목록에서 가장 많이 남는 크기는 ${size}명으로, 지금 계획이 이미 거의 그 자리입니다.`,
    },
    position: {
      plan: '지금 계획',
      power: (power: string) => `검정력 ${power}`,
      profit: '이익 최대',
    },
    size: '표본',
    profit: '목록 전체의 기대 이익',
    worth: '시험 없이 보낼 때보다',
    regret: '정답을 알 때보다 덜 버는 돈',
    error: '최선이 아닌 것을 고를 확률',
    plusMinus: (error: string) => `± ${error}`,
    use: (size: string) => `${size}명으로 바꾸기`,
    here: '지금 계획의 크기입니다',
    chart: {
      title: '몇 명에게 시험할 때 얼마나 남는가',
      sub: '가로는 표본 크기(로그 눈금), 세로는 시험과 이후 전체 적용까지 더한 목록 전체의 기대 이익',
      label: (positions: string) => `표본 크기에 따른 기대 이익 곡선. ${positions}`,
      mark: (name: string, size: string) => `${name} ${size}명`,
      without: (profit: string) => `시험 없이 보낼 때 ${profit}`,
      perfect: (profit: string) => `정답을 미리 안다면 ${profit}`,
      sizeAxis: '시험하는 고객 수',
      size: '표본',
      profit: '기대 이익',
    },
    note: '시험이 끝나면 남은 고객 모두에게 가장 나아 보이는 것 하나(보내지 않는 것 포함)를 보낸다고 보고 계산합니다. 이익에는 저절로 오는 반응도 들어 있습니다.',
    explain: {
      size: '시험하는 고객의 수로, 홀드아웃까지 더한 값입니다. 셀과 배정군의 비율은 지금 계획 그대로입니다.',
      profit:
        '시험하는 동안의 이익과, 시험에서 가장 나아 보인 것을 남은 고객에게 보낸 뒤의 이익을 더한 평균입니다.',
      worth:
        '시험하지 않고 지금 아는 것만으로 가장 나은 것을 모두에게 보낼 때와의 차이입니다. 시험의 값어치입니다.',
      regret: '어느 캐럿이 가장 나은지 처음부터 알았다면 더 벌었을 돈의 평균입니다.',
      error:
        '남은 고객에게 보낸 것이 사실은 최선이 아닐 확률입니다. 차이가 작으면 잘못 골라도 잃는 돈은 적습니다. ±는 모의실험의 표준오차입니다.',
      method: 'Test & Roll: 사전분포(정규)에서 캐럿의 진짜 효과를 뽑아 평균한 값',
      source: 'Feit & Berman (2019), Marketing Science 38',
      prior:
        '캐럿 사이의 분산은 DerSimonian & Laird의 적률법으로, 캐럿끼리는 독립이라고 보고 추정합니다.',
      priorMean: '지난 캐럿의 평균 상승',
      priorMeanMeaning: '접촉한 고객 전체에서 캐럿이 홀드아웃보다 올린 반응률의 가중 평균입니다.',
      priorSpread: '캐럿 사이의 진짜 차이',
      priorSpreadMeaning: '우연히 벌어진 몫을 빼고 남는, 캐럿끼리의 진짜 차이의 표준편차입니다.',
      pastCarrots: '근거가 된 캐럿',
      pastCarrotsMeaning: '결과를 읽은 다른 실험에서 홀드아웃과 견준 캐럿의 수입니다.',
    },
  },
  run: {
    repetitions: '되풀이할 횟수',
    times: (count: string) => `${count}번`,
    seed: '시드',
    seedHint: '같은 시드와 횟수는 같은 값을 냅니다',
    start: '모의실험 돌리기',
    again: '다시 돌리기',
    cancel: '멈추기',
    progress: (done: string, all: string) => `${all}번 가운데 ${done}번째`,
    intro:
      '이 계획을 컴퓨터로 여러 번 되풀이합니다. 한 번은 캐럿이 아무 효과도 없다고 보고, 한 번은 예상한 만큼 효과가 있다고 보고, 그때마다 결과를 판정합니다.',
    stale: '계획이 바뀌었습니다. 아래 값은 바꾸기 전 계획의 것입니다.',
    simulated: (count: string, seed: string) =>
      `모의실험 ${count}번, 시드 ${seed}. ±는 모의실험의 표준오차이고, 한 번도 달라지지 않은 비율에는 95% 신뢰 한계를 적습니다.`,
    atMost: (share: string) => `${share} 이하`,
    atLeast: (share: string) => `${share} 이상`,
    enumerated: (count: string) =>
      `일어날 수 있는 결과 ${count}가지를 빠짐없이 세어 오차가 없습니다.`,
    family: '효과가 전혀 없어도 질문 하나라도 ‘있다’고 나올 확률',
    familyNote: (questions: string, alpha: string) =>
      `질문 ${questions}개를 함께 볼 때입니다. 질문 하나만이면 ${alpha} 안팎입니다.`,
    caption: '질문별 장기 성적',
    question: '질문',
    falseAlarm: '효과가 없는데 ‘있다’고 나올 확률',
    power: '효과가 있을 때 찾아낼 확률',
    signError: '찾았는데 방향이 거꾸로일 확률',
    exaggeration: '찾은 효과가 부풀려진 배수',
    timesUnit: '배',
    nothing: '예상 효과 0',
    joint: '여러 차이를 함께 판정',
    notFound: '찾은 적 없음',
    notNull: '효과가 없어도 0이 아닌 질문',
    leftOut: (questions: string) => `물을 고객이 없어 뺀 질문: ${questions}`,
    rule: {
      title: '결과를 보고 이렇게 정한다면',
      text: '유의하면서 이익이 나 보이는 캐럿 가운데 가장 많이 남는 것을 대상 고객 전체에 보내고, 그런 캐럿이 없으면 아무것도 보내지 않습니다.',
      profit: '기대 이익',
      perfect: '정답을 알 때',
      rolledOut: '무언가를 보내게 될 확률',
      loss: '보낸 캐럿이 사실은 손해일 확률',
      exaggeration: '고른 캐럿이 부풀려진 배수',
      never: '보낸 적 없음',
      unknown:
        '위의 이익 다이얼에 반응 한 건이 남기는 돈을 적으면, 결과를 보고 정하는 규칙의 기대 이익도 함께 계산합니다.',
      notAsked: '홀드아웃보다 나은 캐럿이 있는지 묻는 질문이 없어 적용 규칙은 따지지 않았습니다.',
    },
    explain: {
      family:
        '모든 캐럿이 홀드아웃과 똑같다고 보고 되풀이했을 때, 질문 가운데 하나라도 유의하다고 나온 비율입니다(집단별 오류율).',
      falseAlarm:
        '모든 캐럿이 홀드아웃과 똑같다고 보고 되풀이했을 때, 이 질문이 유의하다고 나온 비율입니다.',
      power: '예상한 만큼 효과가 있다고 보고 되풀이했을 때, 이 질문이 유의하다고 나온 비율입니다.',
      signError: '유의하다고 나온 차이 가운데, 진짜와 방향이 반대인 비율입니다(S형 오류).',
      exaggeration:
        '유의하다고 나온 차이가 진짜 차이의 몇 배로 보였는지의 평균입니다(M형 오류). 표본이 작을수록 운 좋게 크게 나온 결과만 유의해지므로 부풀려집니다.',
      ruleProfit:
        '홀드아웃처럼 아무것도 보내지 않을 때보다 대상 고객 전체에서 더 남는 돈의 평균입니다. 접촉 비용과 캐럿 원가를 뺐고, 실험 자체의 비용은 넣지 않았습니다.',
      perfect: '예상 효과가 진짜라고 할 때, 가장 많이 남는 캐럿을 틀림없이 골랐을 때의 이익입니다.',
      rolledOut: '되풀이한 실험 가운데 어떤 캐럿이든 전체에 보내기로 정한 비율입니다.',
      loss: '전체에 보내기로 정한 캐럿이, 예상 효과대로라면 비용을 못 건지는 비율입니다.',
      ruleExaggeration:
        '전체에 보내기로 정한 캐럿의 효과가 진짜의 몇 배로 보였는지의 평균입니다. 적용한 뒤의 실적은 그만큼 낮아집니다(승자의 저주).',
      method:
        '계획한 표본에서 반응자를 이항분포로 뽑아 질문마다 Wald 검정(두 배정군은 합동 분산)으로 판정',
      source: 'Gelman & Carlin (2014), Perspectives on Psychological Science 9',
    },
  },
  problem: {
    'earnings-unknown': '반응 한 건이 남기는 돈을 먼저 적어 주세요.',
    'shares-impossible':
      '홀드아웃 반응률과 예상 상승을 더한 값이 0%와 100% 사이가 아니어서 계산할 수 없습니다. 가정을 확인해 주세요.',
    'no-questions':
      '이 계획에는 찾을 효과가 있는 질문이 없습니다. 질문이나 예상 상승을 확인해 주세요.',
    'invalid-prior':
      '가정한 값으로는 반응률이 0%와 100% 사이를 벗어납니다. 상승과 표준편차를 확인해 주세요.',
    'negative-cost': '접촉 비용과 캐럿 원가는 0 이상이어야 합니다.',
    'too-few-arms': '견줄 배정군이 둘은 있어야 합니다.',
    'invalid-mean': '반응 한 건이 남기는 돈이 계산할 수 없을 만큼 큽니다.',
    'invalid-standard-deviation':
      '반응 한 건이 남기는 돈이 캐럿 원가와 꼭 같거나 너무 커서 이익의 차이를 따질 수 없습니다.',
    'invalid-proportions': '뽑을 고객이 없는 계획입니다. 표본을 정해 주세요.',
    'invalid-population': '할당표에 고객이 없습니다.',
    'invalid-size': (most: string) => `지금 비율로는 최대 ${most}명까지 시험할 수 있습니다.`,
    'invalid-repetitions': '되풀이할 횟수는 1번 이상 100만 번 이하의 자연수여야 합니다.',
    'no-effect-expected': '이 질문에는 예상한 차이가 없어 검정력으로 크기를 정할 수 없습니다.',
    'wrong-direction': '예상한 차이가 질문과 반대 방향이라 검정력으로 크기를 정할 수 없습니다.',
    'list-too-short': (wanted: string, most: string) =>
      `${wanted}명이 필요한데, 지금 비율로는 최대 ${most}명까지 뽑을 수 있습니다.`,
    'testing-does-not-pay':
      '어떤 크기로 시험해도 지금 아는 대로 보내는 것보다 덜 남습니다. 시험이 값을 못 합니다.',
    'too-few-experiments': (carrots: string, fewest: string) =>
      `지난 실험에서 홀드아웃과 견준 캐럿이 ${carrots}개입니다. ${fewest}개부터 서로 얼마나 다른지 말할 수 있어, 그때까지는 직접 판단한 값을 씁니다.`,
    'no-variation': (mean: string) =>
      `지난 캐럿들은 평균 ${mean} 올랐지만, 서로의 차이는 우연으로 벌어질 만한 크기라 캐럿 사이의 진짜 차이를 알 수 없습니다.`,
    'invalid-effect': '지난 실험의 결과끼리 크기가 너무 달라 한데 모을 수 없습니다.',
    'no-holdout': '홀드아웃이 없어 “효과가 없을 때”를 따질 수 없습니다.',
    'no-carrot': '캐럿이 없습니다. 견줄 캐럿을 하나 이상 두세요.',
    'no-arms': '배정군이 없습니다.',
    'no-cells': '셀이 하나도 없습니다. 속성의 단계를 확인해 주세요.',
    'plan-unfit': '셀과 배정군의 수가 서로 맞지 않습니다. 할당표를 다시 세면 계산합니다.',
    'count-not-whole': '표본은 자연수여야 합니다.',
    'empty-groups': '이 질문에 필요한 셀이나 배정군에 뽑을 고객이 없습니다.',
    'question-unfit': '질문이 가리키는 배정군이나 속성이 지금 계획에 없습니다. 질문을 고쳐 주세요.',
    'invalid-alpha': '유의수준은 0%보다 크고 50%보다 작아야 합니다.',
    'invalid-power': '검정력은 유의수준보다 크고 100%보다 작아야 합니다.',
    'dependent-contrasts': '질문이 같은 차이를 두 번 묻고 있어 한꺼번에 판정할 수 없습니다.',
    'too-large-to-enumerate': (outcomes: string) =>
      `일어날 수 있는 결과가 ${outcomes}가지라 빠짐없이 셀 수 없습니다.`,
    cancelled: (done: string) => `${done}번째에서 멈췄습니다. 결과는 남기지 않았습니다.`,
  },
  /** Several names in one sentence. */
  joined: (names: readonly string[]) => names.join(', '),
};

export type DesignOutlook = typeof designOutlook;
