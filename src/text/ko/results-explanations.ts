import { withParticle } from '../korean-particle.ts';

/** 결과 화면의 숫자를 눌렀을 때 나오는 설명. */
export const resultsExplanations = {
  rate: (arm: string, responders: string, customers: string, share: string) => ({
    title: `${arm} 반응률 ${share}`,
    meaning: '이 배정군의 고객 가운데 반응한 고객의 비율입니다.',
    formula: `${responders} ÷ ${customers}`,
    method: 'Wilson 점수 신뢰구간',
    source: 'Wilson (1927) · R prop.test',
  }),
  /** 캐럿이 여럿일 때 신뢰구간이 무엇을 뜻하는지. */
  together: {
    none: '신뢰구간은 이 비교 하나만 본 것입니다.',
    bonferroni: '여러 캐럿의 신뢰구간이 모두 함께 성립하도록 넓혔습니다.',
    holm: 'Holm은 유의확률만 보정합니다. 신뢰구간은 이 비교 하나만 본 것이라, 0을 벗어나도 보정 유의확률은 클 수 있습니다.',
    dunnett:
      '여러 캐럿의 신뢰구간이 모두 함께 성립하도록 넓혔습니다. 캐럿들이 같은 대조군을 나눠 쓴다는 점을 반영합니다.',
  },
  difference: (
    arm: string,
    control: string,
    formula: string,
    difference: string,
    together: string,
  ) => ({
    title: `${arm}의 차이 ${difference}`,
    meaning: `${control}보다 몇 %p 더 반응했는지입니다. 신뢰구간이 0을 포함하지 않으면 우연만으로 보기 어렵습니다. ${together}`,
    formula,
    method: 'Miettinen–Nurminen 점수 신뢰구간',
    source: 'Miettinen & Nurminen (1985)',
  }),
  lift: (arm: string, control: string, formula: string, lift: string) => ({
    title: `${arm}의 상대 상승률 ${lift}`,
    meaning: `${control}의 반응률을 1로 볼 때 얼마나 더 늘었는지입니다. 대조군 반응이 적으면 구간이 아주 넓어집니다.`,
    formula,
    method: '비율의 점수 신뢰구간',
    source: 'Koopman (1984) · Miettinen & Nurminen (1985)',
  }),
  pValue: (arm: string, control: string, statistic: string, chiSquare: string) => ({
    title: `${arm}의 유의확률`,
    meaning: `캐럿의 효과가 전혀 없는데도 ${withParticle(control, '과')} 이만큼 벌어질 확률입니다. 작을수록 우연으로 보기 어렵습니다.`,
    formula: `z = ${statistic} (Pearson χ² = ${chiSquare})`,
    method: '점수 검정, 양측',
    source: 'Miettinen & Nurminen (1985)',
  }),
  adjusted: (
    arm: string,
    family: string,
    alone: string,
    rule: 'none' | 'bonferroni' | 'holm' | 'dunnett',
  ) => ({
    title: `${arm}의 보정 유의확률`,
    meaning:
      rule === 'none'
        ? `캐럿 ${family}개를 비교하지만 보정하지 않기로 했습니다. 하나라도 우연히 좋아 보일 위험이 그만큼 큽니다.`
        : `캐럿 ${family}개를 한꺼번에 비교했으므로, 하나라도 우연히 좋아 보일 위험을 감안해 올린 값입니다.`,
    formula: `보정 전 p = ${alone}`,
    method: {
      none: '보정 없음',
      bonferroni: 'Bonferroni 보정',
      holm: 'Holm 보정',
      dunnett: 'Dunnett 보정 (금액은 배정군마다 제 분산으로)',
    }[rule],
    source: {
      none: '',
      bonferroni: 'Dunn (1961) · R p.adjust',
      holm: 'Holm (1979) · R p.adjust',
      dunnett: 'Dunnett (1955) · Hasler & Hothorn (2008)',
    }[rule],
  }),
  sampleRatio: (sizes: string, planned: string, statistic: string, degrees: string) => ({
    title: '배정 비율 점검 (SRM)',
    meaning:
      '배정군의 크기가 계획한 비율과 맞는지 봅니다. p가 0.001보다 작으면 추출이나 발송, 집계 어디선가 고객이 한쪽에서만 빠졌을 가능성이 크므로 결과를 읽으면 안 됩니다.',
    formula: `${sizes} 대 ${planned} → χ² = ${statistic}, 자유도 ${degrees}`,
    method: 'Pearson 적합도 검정',
    source: 'R chisq.test',
  }),
  mean: (arm: string, column: string) => ({
    title: `${arm}의 인당 금액`,
    meaning: `${withParticle(column, '을')} 배정군의 모든 고객으로 나눈 평균입니다. 사지 않은 고객도 0으로 들어갑니다.`,
    method: 'Student t 신뢰구간',
    source: 'R t.test',
  }),
  moneyDifference: (arm: string, control: string, degrees: string, together: string) => ({
    title: `${arm}의 인당 금액 차이`,
    meaning: `${control}보다 고객 한 명당 얼마를 더 썼는지입니다. ${together}`,
    formula: `자유도 ${degrees}`,
    method: 'Welch t 검정',
    source: 'Welch (1947) · R t.test',
  }),
  moneyLift: (arm: string, control: string) => ({
    title: `${arm}의 금액 상대 상승률`,
    meaning: `${control}의 인당 금액을 1로 볼 때 얼마나 더 늘었는지입니다.`,
    method: 'Fieller 신뢰구간',
    source: 'Fieller (1954)',
  }),
  stratified: (arm: string, control: string, statistic: string, strata: string) => ({
    title: `${arm}의 층화 유의확률`,
    meaning: `같은 셀의 고객끼리만 ${withParticle(control, '과')} 비교한 뒤 셀 ${strata}개를 합친 결과입니다.`,
    formula: `χ² = ${statistic}, 자유도 1`,
    method: 'Cochran–Mantel–Haenszel (연속성 보정 없음)',
    source: 'Mantel & Haenszel (1959) · R mantelhaen.test',
  }),
  oddsRatio: (arm: string) => ({
    title: `${arm}의 공통 승산비`,
    meaning:
      '모든 셀에 공통인 효과를 오즈(반응 대 무반응)의 배수로 나타낸 값입니다. 1이면 효과가 없습니다.',
    method: 'Mantel–Haenszel 승산비, Robins–Breslow–Greenland 분산',
    source: 'Robins, Breslow & Greenland (1986)',
  }),
  stratifiedDifference: (arm: string, control: string) => ({
    title: `${arm}의 층화 차이`,
    meaning: `같은 셀 안에서 본 ${withParticle(control, '과')}의 차이를 셀의 크기로 가중해 합친 값입니다.`,
    method: 'Mantel–Haenszel 위험차, Sato 분산',
    source: 'Sato (1989)',
  }),
  homogeneity: (arm: string, degrees: string) => ({
    title: `${arm}의 균일성`,
    meaning:
      '효과(승산비)가 모든 셀에서 같다고 할 때 셀마다 이만큼 다르게 나올 확률입니다. 작으면 셀에 따라 효과가 다르다는 뜻입니다.',
    formula: `자유도 ${degrees}`,
    method: 'Breslow–Day 검정, Tarone 보정',
    source: 'Breslow & Day (1980) · Tarone (1985)',
  }),
  interaction: (
    attribute: string,
    statistic: string,
    degrees: string,
    adjusted: string,
    penalised: boolean,
  ) => ({
    title: `캐럿 × ${attribute}`,
    meaning: `캐럿의 순위가 ${attribute}에 따라 바뀌지 않는다고 할 때 이만큼 다르게 나올 확률입니다. 작으면 고객에 따라 다른 캐럿을 주어야 합니다.`,
    formula: `LR = ${statistic}, 자유도 ${degrees}, Holm 보정 p = ${adjusted}`,
    method: penalised
      ? '로지스틱 모형의 벌점 우도비 검정(Firth). 반응이 한 건도 없는 칸이 있어도 답이 있습니다.'
      : '로지스틱 모형의 우도비 검정',
    source: penalised ? 'Firth (1993) · Heinze & Schemper (2002)' : 'R anova(glm(…), test = "LRT")',
  }),
  cell: (arm: string, cell: string, responders: string, customers: string) => ({
    title: `${cell} · ${arm}`,
    meaning: '이 셀에서 이 배정군에 든 고객 가운데 반응한 비율입니다.',
    formula: `${responders} ÷ ${customers}`,
  }),
  probabilityBest: (arm: string, cell: string) => ({
    title: `${cell}에서 ${arm}`,
    meaning:
      '이 셀의 반응만으로 계산한, 이 배정군의 반응률이 모든 배정군 가운데 가장 높을 확률입니다.',
    method: '베타 사후분포, 균등 사전분포, 수치 적분',
    source: 'Stucchio (2015)',
  }),
  pair: (first: string, second: string, statistic: string) => ({
    title: `${first}, ${second}`,
    meaning: `${first}의 반응률에서 ${second}의 반응률을 뺐습니다. p는 두 캐럿이 똑같은데도 이만큼 벌어질 확률입니다.`,
    formula: `χ² = ${statistic}, 자유도 1`,
    method: 'Pearson χ² (전체), Cochran–Mantel–Haenszel (층화)',
    source: 'R prop.test(correct = FALSE) · mantelhaen.test(correct = FALSE)',
  }),
};
