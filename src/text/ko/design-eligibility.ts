import { withParticle } from '../korean-particle.ts';

/** Who is eligible: the waterfall of conditions. */
export const eligibility = {
  title: '대상 고객',
  sub: (asOf: string) => `기준일 ${asOf} · 위에서부터 차례로 거릅니다`,
  everyone: '명단에 있는 모든 고객',
  add: '조건 추가',
  edit: (sentence: string) => `조건 고치기: ${sentence}`,
  remove: (sentence: string) => `조건 삭제: ${sentence}`,
  duplicate: (sentence: string) => `조건 복제: ${sentence}`,
  moveUp: (sentence: string) => `조건을 앞으로: ${sentence}`,
  moveDown: (sentence: string) => `조건을 뒤로: ${sentence}`,
  use: (sentence: string) => `조건 쓰기: ${sentence}`,
  asOf: '기준일',
  asOfHint: '개월 수와 일수를 세는 날짜',
  caption: '조건마다 빠지는 고객과 남는 고객',
  columns: { rule: '조건', removed: '빠짐', alone: '단독', left: '남음', change: '조건 다루기' },
  aloneNote:
    '단독은 그 조건만 걸었을 때 빠지는 고객입니다. 차례로 빠진 수보다 많으면 앞 조건과 겹칩니다.',
  outside: '어느 단계에도 들지 않는 고객',
  inTable: '할당표에 있는 고객',
  excludes: '제외',
  or: '또는',
  quick: '빠른 조건',
  presets: {
    refusal: (column: string) => `수신 거부 제외 (${column})`,
    consent: (column: string) => `수신 동의만 (${column})`,
    contacted: (days: string) => `최근 ${days}일 안에 접촉한 고객 제외`,
    onList: (table: string) => `“${table}”에 있는 고객 제외`,
    holdout: (share: string) => `전사 홀드아웃 ${share} 제외`,
    running: '진행 중인 실험의 고객 제외',
    regions: '지역 일부만 무작위로',
  },
  noContactDate: (table: string) =>
    `“${table}” 표에는 날짜 열이 없어 “최근 며칠 안에 접촉”은 따질 수 없습니다. 표에 있는지만 볼 수 있습니다.`,
  noYes: (column: string) =>
    `${column} 열에서 “예”에 해당하는 값을 찾지 못했습니다. 조건 추가에서 값을 직접 골라 주세요.`,
};

/** One condition, in words and in its form. */
export const rule = {
  addTitle: '조건 추가',
  editTitle: '조건 고치기',
  effect: '이 조건에 맞는 고객을',
  include: '대상으로 남기기',
  exclude: '대상에서 빼기',
  excludeHint: '값이 없는 고객은 그대로 남습니다.',
  or: '또는',
  addAlternative: '또는 … 조건 하나 더',
  removeAlternative: (number: string) => `${number}번째 조건 빼기`,
  alternative: (number: string) => `조건 ${number}`,
  variable: '무엇으로 거를까요',
  test: '어떻게',
  tests: {
    category: '고른 값',
    number: '숫자 범위',
    'months-since': '지난 개월 수',
    'days-since': '지난 일수',
    missing: '값이 없음',
  },
  fromLists: '다른 표와 실험',
  listed: (table: string) => `“${table}”에 있는지`,
  holdout: '전사 홀드아웃에 드는지',
  holdoutShare: '전사 홀드아웃 비율',
  holdoutSeed: '시드',
  holdoutHint:
    '어떤 실험에서도 아무것도 보내지 않을 고객입니다. “시드:고객 ID”의 MD5로 정해지므로, 시드가 같으면 모든 실험에서 같은 고객이 빠지고 비율을 늘려도 이미 빠진 고객은 그대로입니다.',
  running: '진행 중인 다른 실험에 있는지',
  runningNames: (names: string) => `지금 진행 중인 실험: ${names}`,
  runningNone:
    '지금은 진행 중인 다른 실험이 없습니다. 생기면 그 명단의 고객을 이 조건이 알아서 찾습니다.',
  runningHint:
    '명단을 뽑았고, 반응 기간이 기준일에 끝나지 않았거나(기간을 정하지 않았다면 결과가 아직 없는) 실험입니다.',
  since: '기록을 볼 기간',
  sinceDays: (column: string) => `${column} 기준, 최근 며칠`,
  sinceEver: '기간 없이 한 번이라도',
  days: '일',
  daysField: '최근',
  daysHint: (asOf: string) =>
    `기준일(${asOf})부터 거슬러 셉니다. 기준일 뒤의 기록은 세지 않습니다.`,
  noDates: '이 표에는 날짜 열이 없어 기간을 정할 수 없습니다.',
  missingHint: '이 값이 비어 있는 고객입니다.',
  draw: '무작위로 뽑기',
  drawCount: '몇 개',
  drawSeed: '시드',
  drawButton: '값 뽑기',
  drawHint:
    '값을 MD5(시드:값) 순서로 세워 앞에서부터 고릅니다. 같은 시드면 언제 어디서나 같은 값이 나옵니다.',
  drawn: (count: string, of: string, seed: string) =>
    `값 ${of}개 가운데 ${count}개를 시드 ${seed}로 뽑았습니다.`,
  category: (name: string, values: string) => `${withParticle(name, '이')} ${values}인 고객`,
  categoryMany: (name: string, values: string, more: string) =>
    `${withParticle(name, '이')} ${values} 외 ${more}개 중 하나인 고객`,
  categoryDrawn: (name: string, values: string, of: string) =>
    `${withParticle(name, '이')} 무작위로 뽑은 ${values}인 고객 (값 ${of}개 중)`,
  categoryNone: (name: string) => `${withParticle(name, '이')} 아직 고르지 않은 값인 고객`,
  numberFrom: (name: string, from: string) => `${withParticle(name, '이')} ${from} 이상`,
  numberBelow: (name: string, below: string) => `${withParticle(name, '이')} ${below} 미만`,
  numberBetween: (name: string, from: string, below: string) =>
    `${withParticle(name, '이')} ${from} 이상 ${below} 미만`,
  numberAny: (name: string) => `${withParticle(name, '이')} 비어 있지 않은 고객`,
  monthsFrom: (name: string, from: string) =>
    `${withParticle(name, '이')} 만 ${from}개월 이상 지난 고객`,
  monthsTo: (name: string, to: string) => `${withParticle(name, '이')} 만 ${to}개월 이내인 고객`,
  monthsBetween: (name: string, from: string, to: string) =>
    `${name}부터 만 ${from}~${to}개월이 지난 고객`,
  daysFrom: (name: string, from: string) => `${name}부터 ${from}일 이상 지난 고객`,
  daysTo: (name: string, to: string) => `${withParticle(name, '이')} ${to}일 이내인 고객`,
  daysBetween: (name: string, from: string, to: string) =>
    `${name}부터 ${from}~${to}일이 지난 고객`,
  dateAny: (name: string) => `${withParticle(name, '이')} 있는 고객`,
  isMissing: (name: string) => `${name} 값이 없는 고객`,
  listedWithin: (table: string, column: string, days: string) =>
    `“${table}”에 최근 ${days}일 안의 기록(${column})이 있는 고객`,
  listedEver: (table: string) => `“${table}”에 있는 고객`,
  lostTable: '없어진 표',
  holdoutName: '전사 홀드아웃',
  inHoldout: (share: string, seed: string) => `전사 홀드아웃 ${share}에 드는 고객 (시드 ${seed})`,
  inRunning: '진행 중인 다른 실험의 명단에 있는 고객',
  either: (one: string, other: string) => `${one} 또는 ${other}`,
  except: (sentence: string) => `${sentence} 제외`,
  from: '이상',
  below: '미만',
  monthsFromLabel: '지난 개월 수, 부터',
  daysFromLabel: '지난 일수, 부터',
  toLabel: '까지',
  open: '비워 두면 제한이 없습니다',
  monthsHint: '기준일까지 꽉 찬 개월 수입니다. 하루라도 모자라면 한 달로 세지 않습니다.',
  daysSinceHint: '그날부터 기준일까지의 일수입니다. 기준일 당일은 0일입니다.',
  values: '포함할 값',
  valuesOf: (shown: string, all: string) => `${all}개 값 중 많은 순으로 ${shown}개`,
  missing: (count: string) => `값이 없는 고객 ${count}명은 이 조건에 맞지 않습니다.`,
  range: (smallest: string, largest: string) =>
    `데이터에는 ${smallest}부터 ${largest}까지 있습니다.`,
  reading: '값을 읽는 중입니다…',
  noneChosen: '값을 하나 이상 고르세요.',
  notLoaded: '입력 화면을 불러오지 못했습니다. 저장한 뒤 새로고침해 주세요.',
};
