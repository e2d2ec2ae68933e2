/** The step "assignment": the draw. */
export const assignment = {
  title: '명단 뽑기',
  titleDrawn: (count: string) => `${count}명을 뽑았습니다`,
  lede: '셀마다 계획한 수만큼 정확히, 시드로 재현되게 뽑습니다. 같은 시드와 같은 파일이면 언제 어디서나 같은 명단이 나옵니다.',
  noProject: {
    title: '뽑을 고객이 아직 없습니다',
    text: '예제를 열면 설계가 끝난 실험에서 바로 명단을 뽑아 볼 수 있습니다.',
  },
  noCustomers: {
    title: '고객 명단부터 필요합니다',
    text: '고객 ID가 있는 파일을 먼저 올려 주세요.',
  },
  noDesign: {
    title: '먼저 설계가 있어야 합니다',
    text: '대상과 속성, 배정군, 표본 수를 정하면 여기서 그대로 뽑습니다.',
    go: '설계하러 가기',
  },
  notReady: '설계에 먼저 고칠 것이 있어 아직 뽑을 수 없습니다.',
  experimentLabel: '실험',
  strip: {
    total: '표본',
    planned: '뽑을 예정',
    drawn: '뽑음',
    cells: '셀',
    arms: '배정군',
    armsUnit: '개',
    drawnAt: '뽑은 날',
  },
  seed: {
    label: '시드',
    hint: '기억하기 쉬운 글이면 됩니다. 글자 하나만 달라도 다른 명단이 나옵니다.',
    missing: '시드를 한 글자 이상 적어 주세요.',
    default: (name: string, date: string) => `${name} ${date}`,
    again: (seed: string, turn: string) => `${seed} #${turn}`,
  },
  draw: {
    title: '추출',
    button: (count: string) => `${count}명 뽑기`,
    done: (count: string) => `${count}명을 뽑아 저장했습니다.`,
    again: '다른 시드로 다시 뽑기',
    failed: '추출이 끝나지 못했습니다. 다시 시도해 주세요.',
  },
  again: {
    title: '다시 뽑을까요?',
    text: '지금 명단은 더 이상 맞지 않게 됩니다. 이미 내려받아 보낸 명단이 있다면 다시 뽑지 마세요. 홀드아웃이 섞이면 결과를 읽을 수 없습니다.',
    undo: '되돌리기를 누르면 이전 시드의 명단이 그대로 돌아옵니다.',
    confirm: '다시 뽑기',
  },
  counts: {
    planned: '셀 × 배정군, 계획',
    drawn: '셀 × 배정군, 뽑은 수',
    sub: '명 · 셀 안에서 배정군을 무작위로 나눕니다',
    cell: '셀',
    population: '고객',
    total: '계',
    fileName: '배정표',
  },
  exact: {
    title: '계획과 실제',
    exact:
      '모든 셀과 배정군에서 계획한 수와 뽑은 수가 정확히 같습니다. 표본 비율 불일치는 생길 수 없습니다.',
    ratio: (ratio: string) => `배정군 비율 ${ratio}`,
    changed: '뽑은 뒤에 고객 데이터가 달라졌습니다. 명단은 뽑을 때의 고객 그대로입니다.',
  },
  proof: {
    title: '재현에 필요한 것',
    algorithm: '알고리즘',
    recipe:
      '셀마다 “시드:고객 ID”의 MD5 순으로 줄을 세운 뒤 앞에서부터 배정군별로 정해진 수만큼 나눕니다.',
    seed: '시드',
    fingerprint: '명단 지문',
    fingerprintNote:
      '“고객 ID,셀,배정군”을 정렬한 목록의 MD5. 두 명단이 같은지 이것만 비교하면 됩니다.',
    drawnAt: '뽑은 때',
    copyFingerprint: '지문 복사',
    copied: '복사했습니다',
  },
  list: {
    title: '명단 내려받기',
    sub: 'CSV · UTF-8(BOM) · 엑셀에서 바로 열립니다',
    columns: '함께 넣을 열',
    columnsHint: '고객 ID, 셀, 배정군은 늘 들어갑니다. 필요한 열만 고르세요.',
    personal: '개인정보',
    personalHint: '고르지 않으면 명단에서 뺍니다. 발송에 꼭 필요한 열만 고르세요.',
    personalChosen: (columns: string) => `내려받는 명단에 개인정보가 그대로 들어갑니다: ${columns}`,
    personalId: (kind: string) =>
      `고객 ID로 쓰는 열이 개인정보(${kind})라서 명단에도 그대로 나갑니다.`,
    withPersonal: (name: string) => `${name} (개인정보 포함)`,
    download: '전체 명단 CSV',
    manifest: '추출 기록 JSON',
    manifestNote:
      '시드, 설계, 셀별 수와 지문이 들어 있어 누구나 같은 명단을 다시 만들 수 있습니다.',
    perArm: '배정군별 파일',
    armFile: (name: string) => `${name} CSV`,
    holdoutNote: '홀드아웃은 보내지 않을 고객입니다. 발송 명단에서 빼는 데 쓰세요.',
    customer: '고객ID',
    cell: '셀',
    arm: '배정군',
    fileName: (experiment: string) => `${experiment} 명단`,
    manifestFileName: (experiment: string) => `${experiment} 추출 기록`,
    downloaded: (name: string) => `내려받았습니다: ${name}`,
  },
  next: {
    title: '다음',
    text: '명단을 보낸 뒤 반응 파일을 받으면 결과 단계에서 읽습니다. 기간을 미리 정해 두고 그 전에는 열어 보지 않는 편이 안전합니다.',
    go: '결과로 가기',
    design: '설계로 돌아가기',
  },
  problem: {
    cellTooSmall: (cell: string, wanted: string, available: string) =>
      `셀 ${cell}에서 ${wanted}명을 뽑아야 하는데 고객이 ${available}명입니다. 설계에서 표본을 줄여 주세요.`,
    duplicateCustomers: (count: string, example: string) =>
      `고객 ID가 겹치는 고객이 ${count}명 있습니다(예: ${example}). 한 사람이 두 배정군에 들어갈 수 있어 뽑지 않았습니다. 데이터 단계에서 중복 처리 규칙을 고른 뒤 다시 올려 주세요.`,
    toDesign: '설계로 가기',
    toImport: '데이터로 가기',
  },
  sampleFinished:
    '이 예제 실험은 이미 끝나 결과까지 나와 있습니다. 여기서 다시 뽑아도 결과 파일은 바뀌지 않습니다.',
  undo: { draw: '추출', again: '다시 추출' },
};
