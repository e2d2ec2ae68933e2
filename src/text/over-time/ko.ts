import { withParticle } from '../korean-particle.ts';

/** 날짜별로 본 결과의 글. */
export const overTimeKo = {
  title: '날짜별로 보기',
  sub: '효과가 어떻게 쌓였고, 지금 멈춰도 되나',
  noDays:
    '반응한 날짜를 알려 주는 열이 없어 날짜별로 볼 수 없습니다. 아래 ‘이 결과를 읽은 방법’에서 날짜 열을 고르세요.',
  failed: '날짜별 효과를 계산할 수 없습니다.',
  waiting: '날짜별로 세는 중…',
  withheld: '위의 경고가 풀릴 때까지, 멈춰도 되는지 말하지 않습니다.',
  carrot: '캐럿',
  chart: (arm: string, control: string) =>
    `${withParticle(arm, '이')} ${control}의 몇 배로 반응을 얻었나, 날짜별 누적`,
  unit: (chance: string) =>
    `하루에 반응할 오즈의 비 · 띠는 ${chance} 구간 · 아래 막대는 그날의 반응`,
  unitLooks: '하루에 반응할 오즈의 비 · 세로 막대는 계획한 점검일의 구간 · 아래 막대는 그날의 반응',
  same: '대조군과 같음',
  stopHere: '멈춰도 됨',
  look: (look: string) => `${look}차`,
  perDay: '그날의 반응',
  method: {
    once: '한 번만, 끝에 보기로 한 실험입니다. 이 곡선은 어떻게 왔는지 보여 줄 뿐이고, 들여다본 날에 판단하면 거짓 경보가 크게 늘어납니다.',
    'any-time': (alpha: string) =>
      `언제든 보기로 한 실험입니다. 날마다 보아도 거짓 경보가 캐럿마다 ${alpha}를 넘지 않는 신뢰열입니다.`,
    planned: (looks: string, alpha: string) =>
      `${looks}번 보기로 한 실험입니다. 기간을 똑같이 나눈 날에만 판단하고, 처음에는 훨씬 엄격합니다(O’Brien–Fleming, 캐럿마다 ${alpha}).`,
  },
  undeclared:
    '보는 방법을 결과 파일을 받은 뒤에 고르면 사전 선언이 아닙니다. 실험 전에 정말 이렇게 정해 두었을 때에만 거짓 경보가 막히고, 아니라면 ‘멈춰도 됨’은 근거가 되지 않습니다.',
  decision: {
    lookOnce: (arm: string) => `${arm}: 기간이 끝날 때까지 기다렸다가 위의 표로 판단하세요.`,
    lookOver: (arm: string) => `${arm}: 기간이 끝났습니다. 판단은 위의 표로 하세요.`,
    better: (arm: string, day: string) =>
      `${arm}: 멈춰도 됩니다. ${day}에 대조군보다 낫다는 근거가 충분해졌습니다.`,
    worse: (arm: string, day: string) =>
      `${arm}: 멈춰도 됩니다. ${day}에 대조군보다 못하다는 근거가 충분해졌습니다.`,
    goOn: (arm: string) => `${arm}: 아직 멈추면 안 됩니다. 계속 모으세요.`,
    nextLook: (arm: string, day: string) =>
      `${arm}: 아직 멈추면 안 됩니다. 다음 점검은 ${day}입니다.`,
    ended: (arm: string) => `${arm}: 마지막 점검까지 차이를 찾지 못했습니다.`,
    windowNeeded: (arm: string) =>
      `${arm}: 점검일은 응답 기간을 나눈 날입니다. 아래에서 응답 기간을 정하세요.`,
    uneven: (arm: string) =>
      `${arm}: 층마다 배정 비율이 달라 날짜별로는 판단할 수 없습니다. 층 안의 비교를 따르세요.`,
  },
  undated: (count: string) => `날짜를 모르는 반응 ${count}건은 여기서 세지 않았습니다.`,
  noRatio: '아직 알 수 없음',
  unbounded: '끝이 없음',
  notLooked: '보지 않는 날',
  table: {
    day: '날짜',
    carrot: '캐럿 누적',
    control: '대조군 누적',
    difference: '반응률 차이',
    ratio: '오즈비',
    low: '아래 끝',
    high: '위 끝',
    look: '점검',
  },
  explain: {
    ratio: (arm: string, counts: string) => ({
      title: `${arm}: 하루에 반응할 오즈의 비`,
      meaning:
        '아직 반응하지 않은 고객이 하루에 반응할 오즈가 대조군의 몇 배인지입니다. 반응이 드물면 반응률의 배수와 거의 같습니다.',
      formula: counts,
      method: '날마다의 비중심 초기하분포, 조건부 최대우도',
      source: 'Cox (1972)',
    }),
    interval: {
      once: {
        title: '그날까지의 구간',
        meaning:
          '그날 한 번만 보았을 때의 구간입니다. 여러 날 들여다보고 고른 날에는 맞지 않습니다.',
        method: '로그순위 점수 구간',
        source: 'Mantel (1966)',
      },
      'any-time': {
        title: '언제 보아도 맞는 구간',
        meaning:
          '모든 날의 구간이 한꺼번에 참값을 담을 확률이 신뢰수준 이상입니다. 1을 벗어난 날에 멈춰도 됩니다.',
        method: '우도비 혼합의 신뢰열',
        source: 'Robbins (1970) · Cox (1972)',
      },
      planned: {
        title: '점검일의 구간',
        meaning: '계획한 점검을 모두 감안해 넓힌 구간입니다. 1을 벗어나면 멈춰도 됩니다.',
        method: 'O’Brien–Fleming 알파 지출(달력 시간)',
        source: 'Lan & DeMets (1983)',
      },
    },
  },
};

export type OverTimeWords = typeof overTimeKo;
