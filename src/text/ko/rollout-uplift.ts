import { withParticle } from '../korean-particle.ts';

/** '누가 캐럿에 움직이나' 패널의 글. 이 패널을 열 때 불러온다. */
export const rolloutUplift = {
  title: '누가 캐럿에 움직이나',
  sub: '효과가 클 것 같은 고객부터 줄을 세워 보냈을 때, 앞에서부터 얼마까지 보내면 얼마나 더 얻는지 봅니다.',
  wait: '고객을 줄 세워 보는 중입니다…',
  failed: '계산이 멈췄습니다. 화면을 새로 고쳐 주세요.',
  sentence: {
    tells: (ranking: string, carrot: string) =>
      `${ranking}에 따라 줄을 세우면 ${withParticle(carrot, '이')} 누구를 움직이는지 무작위보다 잘 가려냅니다.`,
    both: (carrot: string) =>
      `셀로 줄을 세우든 모형으로 세우든 ${withParticle(carrot, '이')} 누구를 움직이는지 무작위보다 잘 가려냅니다.`,
    cannot: (carrot: string) =>
      `${withParticle(carrot, '이')} 누구를 더 움직이는지 아직 가려낼 수 없습니다. 줄을 세워도 무작위로 보내는 것과 뚜렷이 다르지 않습니다.`,
    wrong: (carrot: string) =>
      `${carrot}에서는 줄 세우기가 오히려 거꾸로입니다. 이 순서로 고객을 고르지 마세요.`,
  },
  fields: {
    carrot: '캐럿',
    definition: '곡선의 정의',
    outcome: '얻는 것',
    response: '반응',
    money: '쓴 돈',
  },
  definition: {
    qini: 'Qini 곡선 (Radcliffe 2007)',
    gain: '누적 이득 곡선 (Gutierrez·Gérardy 2017)',
  },
  definitionText: {
    qini: '앞에서부터 보낸 고객 가운데 처리군의 반응에서, 같은 수로 맞춘 대조군의 반응을 뺀 뒤 처리군 전체로 나눈 값입니다.',
    gain: '앞에서부터 보낸 고객의 처리군과 대조군 반응률 차이에, 보낸 비율을 곱한 값입니다.',
  },
  ranking: {
    cells: '셀의 효과',
    model: '선형 모형',
  },
  rankingText: {
    cells: '셀마다 본 반응률 차이를 평균 쪽으로 당긴 값',
    model: '처리군과 대조군의 반응을 셀의 수준과 실험 전 값으로 따로 맞춘 두 선형회귀의 차이',
  },
  chart: {
    title: '앞에서부터 보낸 비율과 고객 한 명당 더 얻는 반응',
    titleMoney: '앞에서부터 보낸 비율과 고객 한 명당 더 얻는 돈',
    axis: '보낸 고객의 비율',
    random: '무작위',
    label: (cells: string, model: string) =>
      `무작위보다 넓은 넓이: 셀의 효과 ${cells}, 선형 모형 ${model}`,
    share: '보낸 비율',
  },
  table: {
    title: '무작위보다 얼마나 잘 가려내나',
    ranking: '줄 세우는 방법',
    area: '곡선과 무작위 사이의 넓이',
    tells: '판단',
    yes: '가려냄',
    no: '아직 모름',
    wrong: '거꾸로',
  },
  explain: {
    area: '곡선과 무작위로 보낸 직선 사이의 넓이입니다. 0이면 줄 세우기가 아무것도 알려 주지 않습니다.',
    method: (bootstraps: string) =>
      `사다리꼴 적분, 완벽한 순서로 나누지 않음. 고객을 다섯 묶음으로 나눠 자기 반응으로는 줄을 세우지 않으며, 구간은 푸아송 부트스트랩 ${bootstraps}번`,
    source: 'Radcliffe 2007; Gutierrez & Gérardy 2017; Künzel et al. 2019',
    curve: '앞에서부터 이 비율만큼 보냈을 때 전체 고객 한 명당 더 얻는 양입니다.',
  },
  problem: {
    armWithoutCustomers: '캐럿이나 대조군에 고객이 없어 곡선을 그릴 수 없습니다.',
    noVariation: '모든 고객의 결과가 같아 줄을 세울 수 없습니다.',
    other: '고객별 결과를 읽을 수 없어 곡선을 그릴 수 없습니다.',
  },
};

export type RolloutUplift = typeof rolloutUplift;
