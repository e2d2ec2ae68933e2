import type { Idea } from '#core/ideas/idea.ts';
import { withParticle } from '../korean-particle.ts';

/** The step "ideas": what to try first. */
export const ideas = {
  title: '무엇부터 시험할까요',
  lede: '아이디어마다 영향력·확신도·용이성을 1점에서 10점까지 매기세요. 곱한 점수와 평균 점수를 나란히 보여 드립니다.',
  noProject: {
    title: '아이디어를 담을 프로젝트가 없습니다',
    text: '예제에는 실제 CRM 팀이 쓸 법한 아이디어 31개가 들어 있습니다. 내 파일로 시작해도 됩니다.',
  },
  empty: {
    title: '시험해 볼 아이디어를 적어 보세요',
    text: '“누구에게 무엇을 하면 무엇이 늘어난다”처럼 한 문장이면 충분합니다. 예를 들면 이런 아이디어입니다.',
    takeExample: '이 예시로 시작하기',
    write: '직접 적기',
  },
  example: {
    name: '휴면 6개월 고객에게 포인트 5,000점을 주면 다시 산다',
    target: '누적포인트 1만 점 이상, 6개월 이상 휴면',
  },
  list: {
    title: '아이디어',
    sub: (count: string) => `${count}개 · ICE 점수 순`,
    orderBy: '순서',
    byProduct: '곱하기 순',
    byMean: '평균 순',
    name: '아이디어',
    target: '대상',
    impact: '영향력',
    confidence: '확신도',
    ease: '용이성',
    product: '곱',
    mean: '평균',
    rank: (rank: string) => `${rank}위`,
    rankColumn: '순위',
    actions: '할 일',
    add: '아이디어 추가',
    start: '실험으로',
    startLong: (name: string) => `실험으로: ${name}`,
    edit: (name: string) => `“${name}” 고치기`,
    remove: (name: string) => `“${name}” 삭제`,
    scoreOf: (factor: string, name: string) => `${name}의 ${factor}`,
    inExperiment: '실험 중',
  },
  change: {
    up: (places: string) => `다른 규칙보다 ${places}계단 위`,
    down: (places: string) => `다른 규칙보다 ${places}계단 아래`,
    same: '두 규칙의 순위가 같음',
  },
  disagree: {
    title: '두 규칙이 왜 다른가요',
    none: '지금은 두 규칙이 같은 순서를 줍니다. 어느 쪽을 써도 결론이 같습니다.',
    moved: (count: string) => `아이디어 ${count}개의 순위가 규칙에 따라 달라집니다.`,
    most: (name: string, product: string, mean: string) =>
      `가장 크게 갈리는 것은 “${name}”입니다. 곱으로는 ${product}위, 평균으로는 ${mean}위입니다.`,
    why: '곱하기는 한 항목만 1점이어도 점수가 주저앉습니다. 10·1·10점은 평균으로 7.0점이지만 곱으로는 1,000점 중 100점입니다. 한 가지라도 막히면 못 하는 일이라면 곱을, 강점으로 약점을 메울 수 있다면 평균을 쓰세요.',
    oneRule: '어느 쪽이든 팀에서 하나로 정해 두면 점수를 두고 다툴 일이 줄어듭니다.',
    sunk: (name: string, factor: string) =>
      `${withParticle(`“${name}”`, '은')} ${withParticle(factor, '이')} 1점이라 곱에서 크게 밀렸습니다.`,
  },
  explain: {
    product: {
      title: 'ICE 곱',
      meaning: '세 점수를 곱한 값입니다(1~1,000). 하나라도 낮으면 크게 떨어집니다.',
      method: '영향력 × 확신도 × 용이성',
    },
    mean: {
      title: 'ICE 평균',
      meaning: '세 점수의 평균입니다(1~10). 한 항목의 약점을 다른 항목이 메울 수 있습니다.',
      method: '(영향력 + 확신도 + 용이성) ÷ 3',
    },
    source:
      'Ellis & Brown, Hacking Growth (2017). 공개된 안내서마다 곱과 평균을 달리 써서 둘 다 보여 드립니다.',
  },
  dialog: {
    add: '새 아이디어',
    edit: '아이디어 고치기',
    name: '아이디어',
    nameHint: '누구에게 무엇을 하면 무엇이 늘어나는지',
    nameMissing: '아이디어를 한 줄 적어 주세요.',
    target: '대상',
    targetHint: '예: 20대, 3개월 이상 휴면',
    impactHint: '성공하면 얼마나 달라지나요',
    confidenceHint: '성공을 얼마나 믿을 근거가 있나요',
    easeHint: '얼마나 쉽고 빨리 할 수 있나요',
    save: '저장',
  },
  undo: {
    add: '아이디어 추가',
    edit: '아이디어 수정',
    score: '점수 변경',
    remove: '아이디어 삭제',
    start: '아이디어로 실험 시작',
  },
  removed: (name: string) => `삭제했습니다: ${name}`,
  factorName: (factor: 'impact' | 'confidence' | 'ease'): string =>
    ({ impact: '영향력', confidence: '확신도', ease: '용이성' })[factor],
  factorsOf: ({ impact, confidence, ease }: Pick<Idea, 'impact' | 'confidence' | 'ease'>): string =>
    `${impact} · ${confidence} · ${ease}`,
};
