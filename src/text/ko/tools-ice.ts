export const iceTool = {
  name: 'ICE 우선순위',
  sentence: '아이디어를 영향력·확신도·용이성으로 매기고, 곱과 평균의 순위를 비교합니다.',
  exampleNames: ['휴면 고객 포인트 소멸 안내', '첫 구매 감사 쿠폰', '등급 승급 축하 선물'],
  headline: {
    agree: (name: string) => `두 규칙 모두 1순위는 ‘${name}’입니다.`,
    differ: (byProduct: string, byMean: string) =>
      `곱으로는 ‘${byProduct}’, 평균으로는 ‘${byMean}’ 순서가 먼저입니다.`,
    none: '점수를 읽을 수 있는 아이디어가 없습니다.',
  },
  changes: (count: string) => `규칙에 따라 순위가 달라지는 아이디어가 ${count}개 있습니다.`,
  noChanges: '어느 규칙을 쓰든 순위가 같습니다.',
  ideasSub: '점수는 1에서 10까지의 정수입니다.',
  column: {
    name: '아이디어',
    impact: '영향력',
    confidence: '확신도',
    ease: '용이성',
    product: '곱',
    rankByProduct: '곱 순위',
    mean: '평균',
    rankByMean: '평균 순위',
    change: '평균으로 바꾸면',
  },
  nameOf: (place: string) => `${place}번째 아이디어 이름`,
  scoreOf: (factor: string, name: string) => `${name} ${factor}`,
  unnamed: (place: string) => `${place}번째 아이디어`,
  newIdea: '새 아이디어',
  add: '아이디어 추가',
  remove: (name: string) => `${name} 빼기`,
  rank: (rank: string) => `${rank}위`,
  up: (places: string) => `▲ ${places}`,
  down: (places: string) => `▼ ${places}`,
  same: '그대로',
  unreadable: '점수를 확인하세요',
  items: {
    missing: 'items에 값이 없어 예시 아이디어를 보여 드립니다.',
    malformed: (written: string) =>
      `items의 “${written}”: 이름:영향력:확신도:용이성 형식이어야 합니다. 예시 아이디어를 보여 드립니다.`,
    tooMany: (count: string, limit: string) =>
      `아이디어가 ${count}개입니다. 앞의 ${limit}개만 보여 드립니다.`,
  },
  method: {
    two: 'ICE를 곱하는 책과 평균하는 책이 모두 있습니다. 곱은 한 항목이라도 1이면 순위가 크게 내려가고, 평균은 덜 내려갑니다.',
    fix: '팀에서 규칙 하나를 정해 계속 쓰는 것이 중요합니다.',
    guess: '점수는 의견입니다. 상위 아이디어는 작은 실험으로 확인하세요.',
  },
  explain: {
    product: '영향력, 확신도, 용이성을 곱한 값입니다. 1에서 1,000까지입니다.',
    mean: '영향력, 확신도, 용이성의 평균입니다. 1에서 10까지입니다.',
    source: 'Ellis & Brown, Hacking Growth (2017)',
  },
};
