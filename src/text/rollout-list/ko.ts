import { withParticle } from '../korean-particle.ts';

/** 전사 적용 명단의 글. */
export const rolloutListKo = {
  title: '전사 적용 명단',
  sub: '셀마다 정한 캐럿을 보낼 고객을 뽑고, 일부는 남겨 두고 지켜봅니다',
  waiting: '대상 고객을 세는 중입니다…',
  failed: '대상 고객을 세지 못했습니다. 페이지를 새로 고쳐 주세요.',
  planLabel: '명단 계획',
  undo: '전사 적용 명단 추출',
  noDesign:
    '이 실험에는 할당표가 없어 누구에게 보낼지 정할 수 없습니다. 실험설계에서 대상과 속성을 정하면 명단을 뽑을 수 있습니다.',
  noCustomers: '고객 데이터가 없어 명단을 뽑을 수 없습니다. 먼저 고객 파일을 올리세요.',
  unknownCarrot: (carrot: string) =>
    `실험설계에 캐럿 ${carrot}의 채널이 없습니다. 실험설계에서 배정군의 채널을 정하세요.`,
  headline: {
    planned: (sent: string, held: string) =>
      `${sent}명에게 보내고 ${held}명은 보내지 않고 남겨 둡니다.`,
    drawn: (sent: string, held: string) =>
      `${sent}명에게 보낼 명단과 ${held}명의 관찰 홀드아웃을 뽑았습니다.`,
  },
  source: {
    label: '셀마다 줄 캐럿',
    policy: '위의 캐럿 배정대로',
    single: (carrot: string) => `모두 ${carrot}`,
    hint: '예산의 끝에 걸려 일부만 받는 셀도 전체에 보냅니다. 캐럿이 나뉘면 고객이 더 많은 쪽을 보냅니다.',
  },
  holdout: {
    label: '관찰 홀드아웃',
    hint: '셀마다 이만큼을 무작위로 남겨 두고(내림), 보낸 고객과 견주어 실제 효과를 잽니다. 0%면 효과를 잴 수 없습니다.',
    name: '관찰 홀드아웃',
  },
  leftOut: {
    legend: '명단에서 빼는 고객',
    tested: '실험에서 캐럿을 받은 고객',
    heldOut: '실험의 홀드아웃',
    rolledOut: '앞선 전사 적용 명단의 고객',
    hint: '실험의 홀드아웃은 캐럿을 한 번도 받지 않은 유일한 집단입니다. 나중 효과까지 확인하려면 빼 두고, 더 볼 일이 없으면 함께 보내세요.',
    unknown: '이 실험의 참여 고객을 알 수 없어(고객 번호가 없는 결과) 뺄 수 없습니다.',
  },
  consent: {
    label: (channel: string) => `${channel} 수신동의`,
    none: '동의 열을 쓰지 않음',
    hint: '동의한 고객만 남깁니다. 값이 없으면 동의하지 않은 것으로 봅니다.',
    warning: (channel: string) =>
      `${channel}: 수신동의 열을 고르지 않았습니다. 대상 모두가 이 채널의 광고 수신에 동의했는지 따로 확인하세요.`,
  },
  waves: {
    legend: '나누어 보내기',
    once: '한 번에',
    count: '몇 차로 나누기',
    limit: '한 차에 보낼 수 있는 만큼씩',
    number: '차수',
    numberHint: '차수마다 모든 셀을 같은 비율로 무작위로 나눕니다.',
    most: (channel: string) => `${channel} 한 차 최대`,
    mostHint: '예를 들어 하루에 걸 수 있는 전화 수. 비우면 한 번에 보냅니다.',
    wave: (turn: string) => `${turn}차`,
    turns: (turns: string) => `${turns}차`,
  },
  table: {
    caption: '셀별 전사 적용 명단',
    cell: '셀',
    carrot: '캐럿',
    nothing: '보내지 않음',
    eligible: '대상',
    leftOut: '참여 고객 제외',
    withoutConsent: '동의 없음',
    heldBack: '관찰 홀드아웃',
    contacted: '보냄',
    total: '합계',
    byCarrot: '캐럿과 채널별',
    carrotCaption: '캐럿과 채널별, 차수별 고객 수',
    channel: '채널',
    shortened: (shown: string, all: string) =>
      `셀 ${all}개 가운데 큰 순서로 ${shown}개만 보입니다.`,
  },
  draw: {
    button: (count: string) => `${count}명 명단 뽑기`,
    again: '다시 뽑기',
    another: '다음 전사 적용 명단 뽑기',
    againTitle: '명단을 다시 뽑을까요?',
    againText: '지금 명단은 새 명단으로 바뀝니다. 이미 보낸 명단이라면 다시 뽑지 마세요.',
    againUndo: '실행 취소로 지금 명단을 그대로 되돌릴 수 있습니다.',
    anotherText:
      '결과를 읽은 명단은 그대로 두고 새 명단을 뽑습니다. 앞선 명단의 고객은 위에서 정한 대로 뺍니다.',
    confirm: '뽑기',
    done: (count: string) => `${count}명의 전사 적용 명단을 뽑아 저장했습니다.`,
    seed: (experiment: string) => `${experiment} 전사 적용`,
    progress: '추출 진행',
    preparing: '대상 고객을 확인하는 중입니다…',
    drawing: (done: string, of: string) =>
      `고객을 시드 순서로 줄 세우는 중입니다… ${of}명 중 ${done}명`,
    saving: '명단을 저장하는 중입니다…',
    failed: '명단을 뽑지 못했습니다. 다시 시도해 주세요.',
    changed:
      '명단을 뽑은 뒤 계획이 바뀌었습니다. 아래는 뽑은 명단이며, 새 계획을 쓰려면 다시 뽑으세요.',
  },
  problem: {
    duplicates: (count: string, example: string) =>
      `대상 고객 가운데 ${count}개 번호가 두 번 나옵니다(예: ${example}). 가져오기에서 중복을 정리한 뒤 다시 뽑으세요.`,
    cellTooSmall: (cell: string, wanted: string, available: string) =>
      `셀 ${cell}에 남은 고객이 ${available}명뿐이라 ${wanted}명을 뽑을 수 없습니다. 데이터가 바뀌었으니 페이지를 새로 고쳐 다시 세어 보세요.`,
    columnMissing: (column: string) =>
      `수신동의 열 ${withParticle(column, '이')} 고객 데이터에 없습니다. 다른 열을 고르세요.`,
    cancelled: '추출을 그만두었습니다. 아무것도 뽑지 않았습니다.',
    holdoutShare: '관찰 홀드아웃은 0% 이상 100% 미만입니다.',
    waves: (most: string) => `차수는 1에서 ${most}까지의 정수입니다.`,
    limit: '한 차에 보낼 수 있는 고객은 1명 이상의 정수입니다.',
    tooManyWaves: (waves: string, most: string) =>
      `${waves}차까지 늘어납니다. ${most}차 안에 끝나도록 한 차의 최대를 늘리세요.`,
    nobody: '보낼 고객이 없습니다. 빼는 고객이나 수신동의 조건을 살펴보세요.',
    other: '명단을 계획할 수 없습니다.',
  },
  proof: {
    title: '명단의 기록',
    seed: '시드',
    fingerprint: '명단 지문',
    fingerprintNote:
      '고객, 셀, 배정군, 차수를 적은 줄을 차례대로 세워 만든 MD5입니다. 같은 지문이면 같은 명단입니다.',
    algorithm: '추출 방법',
    recipe: '셀마다 MD5(시드:고객 번호) 순서로 세워 앞에서부터 홀드아웃, 1차, 2차 …로 나눕니다.',
    drawnAt: '뽑은 때',
    conclusion: '근거가 된 결론',
    noConclusion: '결론으로 확정하지 않은 결과로 뽑았습니다.',
    earlier: (turn: string) => `${turn}번째 명단`,
  },
  forecast: {
    title: '뽑을 때의 예측',
    text: (share: string, low: string, high: string) =>
      `보낸 고객의 반응률 ${share}, 95% 예측구간 ${low}–${high}. 보낸 뒤의 반응률을 이 예측과 견주어 보세요.`,
    none: '이 명단의 예측을 세울 수 없어 나중에 견줄 것이 없습니다. 셀마다 두 배정군의 결과가 있어야 합니다.',
  },
  files: {
    title: '내려받기',
    sub: '캐럿과 채널마다 한 파일씩, 적을 칸과 함께',
    archive: '명단 전체(ZIP)',
    archiveNote:
      '캐럿과 채널마다 한 파일, 관찰 홀드아웃, 명단 기록(JSON), 프로세스 시트가 한 묶음입니다.',
    archiveName: (experiment: string) => `${experiment} 전사 적용 명단`,
    manifest: '명단 기록(JSON)',
    manifestName: (experiment: string) => `${experiment} 전사 적용 기록`,
    listName: (experiment: string, part: string) => `${experiment} 전사 적용 ${part}`,
    columns: '함께 넣을 고객 열',
    columnsHint: '고객 번호, 셀, 캐럿, 채널, 차수, 보내는 날은 언제나 들어갑니다.',
    personal: '개인정보',
    personalChosen: (columns: string) =>
      `파일에 개인정보(${columns})가 들어갑니다. 받은 사람과 지울 때를 정해 두세요.`,
    withPersonal: (file: string) => `${file} (개인정보 포함)`,
    holdoutNote:
      '관찰 홀드아웃 파일의 고객에게는 아무것도 보내지 마세요. 발송 시스템에 차단 목록으로 올리는 데 씁니다.',
    downloaded: (file: string) => `${withParticle(file, '을')} 내려받았습니다.`,
    failed: '파일을 만들지 못했습니다. 다시 시도해 주세요.',
    toFill: ['보낸 때', '결과', '메모'],
    headers: {
      customer: '고객',
      cell: '셀',
      carrot: '캐럿',
      channel: '채널',
      wave: '차수',
      sendOn: '보내는 날',
    },
  },
  explain: {
    contacted: {
      title: '보낼 고객',
      meaning: '뽑을 수 있는 고객에서 관찰 홀드아웃을 뺀 고객입니다. 그 셀의 캐럿을 받습니다.',
    },
    heldBack: {
      title: '관찰 홀드아웃',
      meaning: '아무것도 받지 않고 남는 고객입니다. 보낸 고객과 견주어 실제 효과를 잽니다.',
    },
    leftOut: {
      title: '참여 고객 제외',
      meaning: '대상이지만 실험이나 앞선 명단에 있어 이번에는 빠지는 고객입니다.',
    },
    withoutConsent: {
      title: '동의 없음',
      meaning: '그 셀의 캐럿을 보낼 채널의 수신에 동의하지 않은 고객입니다.',
    },
    tested: '캐럿을 받은 고객',
    heldOut: '실험 홀드아웃',
    rolledOut: '앞선 명단',
    floor: '셀마다 내림한 합',
  },
};

export type RolloutListWords = typeof rolloutListKo;
