/** What the columns of a table hold, and how tables fit together. */
export const importingProfile = {
  profile: {
    sub: '값은 이 탭 안에서 셉니다. 열마다 모든 행을 봅니다.',
    distinct: '서로 다른 값',
    missing: '빈 값',
    outliers: '동떨어진 값',
    distribution: '분포',
    facts: '요약',
    counting: '세는 중…',
    noValues: '값이 하나도 없음',
    constant: '모든 행이 같은 값',
    unique: '겹치는 값 없음',
    range: (from: string, to: string) => `${from} ~ ${to}`,
    middle: (median: string) => `중앙값 ${median}`,
    zeros: (count: string) => `0인 값 ${count}개`,
    negatives: (count: string) => `음수 ${count}개`,
    above: (count: string, fence: string) => `${fence}보다 큰 값 ${count}개`,
    below: (count: string, fence: string) => `${fence}보다 작은 값 ${count}개`,
    outlierExamples: (values: string) => `예: ${values}`,
    future: (count: string) => `오늘보다 뒤의 날짜 ${count}개`,
    implausible: (count: string) => `실제 날짜로 보기 어려운 값 ${count}개`,
    length: (characters: string) => `글자 수 ${characters}`,
    lengths: (shortest: string, longest: string) => `글자 수 ${shortest}~${longest}`,
    examples: (values: string) => `예: ${values}`,
    yes: '예',
    no: '아니요',
    logarithmic: '로그 눈금',
    chart: (column: string, words: string) => `${column}의 분포: ${words}`,
    show: '가린 값 보기',
    hide: '다시 가리기',
    failed: '이 열은 세지 못했습니다. 표를 다시 열어 보세요.',
    explain: {
      distinct: '이 열에 있는 서로 다른 값의 수입니다. 빈 값은 세지 않습니다.',
      missing: '값이 비어 있는 행의 수입니다. 읽지 못해 비운 값도 들어 있습니다.',
      outliers:
        '사분위 범위의 1.5배보다 멀리 떨어진 값의 수입니다(튜키의 울타리). 금액처럼 0 가까이에 몰린 열은 로그로 바꾸어 봅니다. 지우거나 바꾸지 않습니다.',
    },
  },
  relations: {
    title: '고객 명단과 이어지는지',
    sub: '고객 ID로 표를 이어 보고, 주인 없는 행을 셉니다.',
    matched: '이어진 행',
    orphans: '주인 없는 행',
    orphanIds: '명단에 없는 고객 ID',
    withoutRow: '행이 없는 고객',
    all: (label: string) => `${label}: 모든 행이 고객 명단과 이어집니다.`,
    some: (label: string, orphans: string, rows: string) =>
      `${label}: ${rows}행 가운데 ${orphans}행이 명단에 없는 고객의 것입니다.`,
    none: (label: string, rows: string) =>
      `${label}: ${rows}행 모두 명단에 없는 고객의 것입니다. 고객 ID 역할을 맡은 열이 맞는지, 같은 ID를 쓰는 파일인지 확인해 주세요.`,
    noId: (rows: string) => `고객 ID가 빈 행이 ${rows}개 있습니다.`,
    examples: (ids: string) => `가장 많이 나온 ID: ${ids}`,
    idRows: (id: string, rows: string) => `${id}(${rows}행)`,
    near: {
      case: '대문자와 소문자를 같게 보면',
      width: '전각과 반각을 같게 보면',
      spaces: '공백을 빼면',
      hyphens: '하이픈을 빼면',
      'leading-zeros': '앞의 0을 빼면',
      all: '대소문자, 전각, 공백, 하이픈, 앞의 0을 모두 무시하면',
    },
    wouldJoin: (rule: string, rows: string, id: string, listed: string) =>
      `${rule} ${rows}행이 더 이어집니다. 예: ${id} → ${listed}. 두 파일의 ID 형식을 맞추어 다시 올려 주세요.`,
    repeated: (ids: string, rows: string) =>
      `명단에 같은 고객 ID가 여러 번 나옵니다: ID ${ids}개, ${rows}행.`,
    afterAsOf: (rows: string, asOf: string, latest: string) =>
      `기준일(${asOf}) 뒤의 행이 ${rows}개 있습니다. 가장 늦은 날은 ${latest}입니다.`,
    lastPurchase: (earlier: string, compared: string) =>
      `비교한 고객 ${compared}명 가운데 ${earlier}명은 명단의 최근 구매일이 거래보다 이릅니다.`,
    lastPurchaseLater: (later: string, compared: string) =>
      `비교한 고객 ${compared}명 가운데 ${later}명은 명단의 최근 구매일이 거래보다 늦습니다. 거래 파일에 빠진 기간이 있는지 확인해 주세요.`,
    lastPurchaseExample: (id: string, listed: string, latest: string) =>
      `예: ${id}, 명단 ${listed}, 거래 ${latest}`,
    explain: {
      orphans: '고객 ID가 명단에 없는 행의 수입니다. 이 행은 고객별 계산에 들어가지 않습니다.',
      matched: '고객 ID가 명단에 있는 행의 수입니다.',
      withoutRow: '명단에는 있지만 이 표에는 한 행도 없는 고객의 수입니다.',
      orphanIds: '명단에 없는 고객 ID가 모두 몇 가지인지 셉니다.',
    },
  },
};
