import { withParticle } from '../korean-particle.ts';

/** The bands of attributes, and the ways to look at the quota table. */
export const attributesKo = {
  quota: {
    measure: '칸에 보일 숫자',
    measures: { population: '고객 수', sample: '고객 수와 표본', arms: '배정군별로' },
    across: '가로로 놓을 속성',
  },
  unit: {
    legend: '세는 단위',
    'months-since': '꽉 찬 달',
    'days-since': '날',
  },
  equal: {
    label: '같은 인원으로 나누기',
    choose: '몇 단계로',
    groups: (count: string) => `${count}단계`,
    three: '3단계(상·중·하)',
    /** A level of two, four or more: the first has the lowest values. */
    part: (place: string, of: string) => `${of}분의 ${place}`,
    /** Names of levels that halve a list, the low one first. */
    halves: ['하', '상'],
    done: (sizes: string) => `대상 고객이 낮은 단계부터 ${sizes}명으로 나뉩니다.`,
    uneven: '값이 같은 고객은 한 단계에 두므로 인원이 꼭 같지는 않습니다.',
    refused: (distinct: string, groups: string) =>
      `대상 고객의 서로 다른 값이 ${distinct}개뿐이라 ${groups}단계로 나눌 수 없습니다.`,
    failed: '나누지 못했습니다. 다시 시도해 주세요.',
  },
  histogram: {
    logScale: '로그 눈금으로 보기',
    sides: (value: string, below: string, above: string) =>
      `${value} · 미만 ${below}명, 이상 ${above}명`,
    keys: '경계는 끌거나, 고른 뒤 화살표 키로 옮깁니다(Shift와 함께 누르면 열 배).',
  },
  dates: {
    until: (date: string) => `${date} 이전`,
    since: (date: string) => `${date} 이후`,
    between: (from: string, to: string) => (from === to ? from : `${from} – ${to}`),
  },
  unknown: {
    use: '값을 모르는 고객도 한 단계로 두기',
    name: (attribute: string) => `${attribute}의 모르는 값 단계 이름`,
    usual: '모름',
    hint: '값이 없거나 기준일보다 뒤의 날짜인 고객입니다. 할당표의 맨 끝에 놓입니다.',
  },
  others: {
    use: '나머지 모두를 한 단계로 두기',
    name: (attribute: string) => `${attribute}의 나머지 단계 이름`,
    usual: '그 밖',
    hint: '어느 단계에도 넣지 않은 값과 값이 없는 고객입니다. 할당표의 맨 끝에 놓입니다.',
  },
  categories: {
    search: '값 찾기',
    found: (count: string) => `찾은 값 ${count}개를 한꺼번에`,
    more: (count: string) => `값 ${count}개 더 보기`,
    none: (typed: string) => `${withParticle(`“${typed}”`, '이')} 들어 있는 값이 없습니다.`,
  },
};

export type AttributeWords = typeof attributesKo;
