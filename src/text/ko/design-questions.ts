import { withParticle } from '../korean-particle.ts';

/** What a plan can answer, question by question. */
export const designQuestions = {
  title: '질문마다 답할 수 있는가',
  sub: (alpha: string, power: string) =>
    `질문마다 유의수준 ${alpha}, 검정력 ${power} 기준 · 여러 캐럿을 홀드아웃과 견줄 때는 Dunnett으로 보정`,
  question: '질문',
  power: '검정력',
  detectable: '찾을 수 있는 차이',
  answer: '지금 계획으로는',
  ask: {
    anyCarrot: '홀드아웃보다 나은 캐럿이 있는가',
    carrots: (first: string, second: string) =>
      `${withParticle(first, '과')} ${second} 중 어느 쪽이 나은가`,
    same: (carrot: string, attribute: string) => `${carrot}의 효과가 ${attribute}에 따라 다른가`,
    which: (attribute: string) => `${attribute}에 따라 더 잘 듣는 캐럿이 다른가`,
    cell: (cell: string, carrot: string) =>
      `가장 작은 셀 ${cell}만 보아도 ${carrot}의 효과를 알 수 있는가`,
  },
  state: {
    answered: '답할 수 있음',
    'too-small': '표본이 모자람',
    'no-effect-expected': '큰 차이만 찾음',
    'wrong-direction': '방향이 반대',
    'not-asked': '물을 수 없음',
  },
  answered: (power: string) => `차이가 정말 있다면 ${power}의 확률로 찾아냅니다.`,
  low: (power: string) => `차이가 정말 있어도 찾아낼 확률이 ${power}입니다.`,
  onlyLarger: (difference: string) =>
    `차이가 ${difference} 이상이면 80% 확률로 찾고, 그보다 작으면 놓치기 쉽습니다.`,
  enlarge: (factor: string, needed: string) =>
    `이 질문에 쓰이는 표본을 ${factor}배, ${needed}명으로 늘리면 80%가 됩니다.`,
  tooFew: (factor: string, cell: string, wanted: string, available: string) =>
    `80%가 되려면 ${factor}배가 필요한데, 셀 ${cell}에 ${available}명뿐이라 ${wanted}명을 뽑을 수 없습니다.`,
  wholeList: (power: string) => `그 고객을 모두 써도 ${power}까지입니다.`,
  larger: (difference: string) => `이 크기로는 ${difference} 이상의 차이만 찾을 수 있습니다.`,
  notAsked: '이 질문에 필요한 셀이나 배정군이 지금 계획에 없습니다.',
  none: '홀드아웃 반응률과 최소 상승이 정해지고 표본이 맞으면 질문마다 계산합니다.',
  wait: '질문을 따져 보는 중입니다…',
  failed: '질문을 계산하지 못했습니다. 설계를 조금 바꾸면 다시 계산합니다.',
  explain: {
    power: '질문의 검정력',
    powerMeaning:
      '계획한 만큼 반응률이 오른다고 볼 때, 이 질문에 유의한 답을 얻을 확률입니다. 셀은 대상 고객 수로 가중합니다.',
    detectable: '찾을 수 있는 차이',
    detectableMeaning:
      '이 계획이 80% 확률로 찾아내는 가장 작은 차이입니다. 차이가 어느 단계, 어느 캐럿 사이에 있든 그만큼이면 됩니다.',
    method:
      '셀 × 배정군의 대비(contrast)로 바꾸어 정규근사로 계산합니다. 여러 캐럿은 Dunnett(다변량 정규), 여러 단계는 카이제곱 결합 검정.',
  },
};
