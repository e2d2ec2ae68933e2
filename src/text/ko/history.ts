/** 이력 화면의 글. */
export const history = {
  title: {
    none: '아직 실험이 없습니다',
    some: (experiments: string, read: string) =>
      read === '0'
        ? `실험 ${experiments}개, 아직 읽은 결과가 없습니다`
        : read === experiments
          ? `실험 ${experiments}개에서 배웠습니다`
          : `실험 ${experiments}개 가운데 ${read}개에서 배웠습니다`,
  },
  lede: '계획과 결과를 나란히 남깁니다. 어느 단계로든 돌아가 다시 볼 수 있고, 새 버전으로 복사해 다음 실험을 시작할 수 있습니다.',
  empty: {
    noProjectTitle: '실험이 쌓이는 곳입니다',
    noProjectText:
      '무엇을 시험했고 얼마나 달라졌는지 남겨 두면 다음 실험은 더 작은 예산으로 더 확실하게 할 수 있습니다. 예제를 열면 끝난 실험 하나가 들어 있습니다.',
    noExperimentTitle: '첫 실험을 시작해 볼까요?',
    noExperimentText:
      '아이디어 가운데 점수가 높은 것부터 실험으로 옮기거나, 이미 끝난 실험의 파일을 읽어 이력을 시작하세요.',
    toIdeas: '아이디어 보기',
    toResults: '끝난 실험 읽기',
  },
  state: {
    draft: '설계 중',
    drawn: '추출함',
    read: '결과 읽음',
    waiting: '결과 읽을 차례',
    'rolled-out': '전사 적용 계획',
  },
  current: '지금 열린 실험',
  created: (date: string) => `${date}에 시작`,
  plan: '계획',
  outcome: '결과',
  arms: '배정군',
  cells: '셀',
  sample: '표본',
  cost: '예상 비용',
  costNotKnown: '추출하면 계산됩니다',
  runElsewhere: '다른 곳에서 진행한 실험',
  best: '가장 나은 캐럿',
  difference: '대조군과의 차이',
  adjusted: '보정 유의확률',
  customers: '분석한 고객',
  notRead: '아직 읽은 결과가 없습니다.',
  nextStep: {
    design: '다음: 실험설계를 마치세요.',
    assignment: '다음: 명단을 추출하세요.',
    analysis: '다음: 반응을 가져와 결과를 읽으세요.',
    outcome: '다음: 결과를 확인하세요.',
    rollout: '다음: 전사 적용을 따져 보세요.',
    done: '한 바퀴를 마쳤습니다. 배운 것으로 다음 아이디어의 점수를 고쳐 보세요.',
  },
  openAt: '단계로 가기',
  duplicate: '새 버전으로 복사',
  version: (name: string, version: string) => `${name} · ${version}차`,
  remove: '삭제',
  removed: (name: string) => `“${name}” 실험을 삭제했습니다.`,
  removeLabel: (name: string) => `“${name}” 삭제`,
  duplicateLabel: (name: string) => `“${name}” 새 버전`,
  next: {
    title: '다음 실험',
    text: '결과에서 배운 것이 다음 실험의 출발점입니다. 확신도가 달라진 아이디어의 점수를 고치고, 가장 높은 것부터 다시 작게 시험하세요.',
    ideas: '아이디어 순서 다시 보기',
    finished: '끝난 실험 더 읽기',
  },
  explain: {
    difference: {
      title: '대조군과의 차이',
      meaning:
        '결과를 마지막으로 읽었을 때 가장 나았던 캐럿의 반응률에서 대조군의 반응률을 뺀 값입니다.',
      method: 'Miettinen–Nurminen 점수 신뢰구간, Holm 보정',
    },
    cost: {
      title: '예상 비용',
      meaning:
        '접촉 비용과, 계획한 반응률로 나갈 캐럿 비용의 합입니다. 홀드아웃에는 비용이 들지 않습니다.',
    },
  },
};
