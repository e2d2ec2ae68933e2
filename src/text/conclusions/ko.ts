/** 결과를 확정하고 다시 여는 화면의 글. */
export const conclusionsKo = {
  title: '결과 확정',
  sub: '확정한 결과는 바뀌지 않습니다. 다시 분석하면 옆에 새 판으로 남습니다.',
  note: '메모 (선택)',
  noteHint: '왜 확정하는지, 다시 분석했다면 무엇이 달라졌는지',
  conclude: '이 결과를 확정',
  concluding: '확정하는 중…',
  failed: '데이터 엔진이 답하지 않아 확정하지 못했습니다. 다시 눌러 주세요.',
  undo: '결과 확정',
  done: (version: string) => `${version}판으로 확정했습니다.`,
  already: (version: string) =>
    `데이터, 명단, 계획, 절차가 모두 ${version}판과 같아서 새로 남길 것이 없습니다.`,
  none: '아직 확정한 결과가 없습니다. 확정하면 지문과 함께 이력에 남고, 파일이 없어도 다시 열 수 있습니다.',
  version: (version: string) => `${version}판`,
  concludedAt: (moment: string) => `${moment}에 확정`,
  fingerprint: '지문',
  first: '첫 확정',
  differs: (before: string, parts: string) => `${before}판과 다른 것: ${parts}`,
  parts: { data: '데이터', list: '명단', plan: '읽는 방법', procedures: '계산 절차' },
  list: '확정한 결과',
  history: '확정한 결과',
  screen: {
    eyebrow: (name: string, version: string) => `확정한 결과 · ${name} · ${version}판`,
    stored:
      '확정할 때 저장한 집계로 그린 화면입니다. 파일이 바뀌거나 없어져도 이 숫자는 그대로입니다.',
    back: '지금 결과로',
    gone: (version: string) => `이 실험에는 ${version}판으로 확정한 결과가 없습니다.`,
    unreadable: '저장된 집계를 읽지 못했습니다.',
    madeOf: '무엇으로 만들었나',
    procedures: '계산 절차',
  },
};

/** The same texts in another language. */
export type ConclusionTexts = typeof conclusionsKo;
