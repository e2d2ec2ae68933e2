import { withParticle } from '../korean-particle.ts';

/** Several files at once, and where their rows go. */
export const importingFiles = {
  queue: {
    title: '고른 파일',
    states: {
      waiting: '기다리는 중',
      looking: '살펴보는 중',
      ready: '읽을 수 있음',
      asked: '물어볼 것이 있음',
      joined: '한 표로 묶음',
      reading: '읽는 중',
      read: '읽음',
      refused: '읽을 수 없음',
    },
    open: (name: string) => `${name} 설정 보기`,
    remove: (name: string) => `${name} 빼기`,
    columns: (count: string) => `열 ${count}개`,
    readAll: (count: string) => `파일 ${count}개 모두 읽기`,
    readAllHint: '각 파일에 짐작해 둔 대로 읽습니다. 읽은 다음에도 역할을 바꿀 수 있습니다.',
    pasted: '붙여넣은 표',
  },
  join: {
    question: (files: string) => `파일 ${files}개의 열이 같습니다. 한 표로 읽을까요?`,
    text: (names: string) => `${names}. 적힌 순서대로 이어 붙입니다.`,
    names: (first: string, last: string) => `${first}부터 ${last}까지`,
    yes: '한 표로 읽기',
    no: '따로따로 읽기',
    files: (files: string, size: string) => `파일 ${files}개 · ${size}`,
    joined: (files: string) => `파일 ${files}개를 이어 붙여 한 표로 읽습니다.`,
    separate: '따로 나누기',
  },
  target: {
    title: '읽은 행을 어디에 둘까요',
    new: '새 표로 둡니다',
    newHint: '지금 있는 표는 그대로입니다.',
    append: (label: string) => `“${label}” 아래에 이어 붙입니다`,
    replace: (label: string) => `“${label}” 자리에 바꿔 넣습니다`,
    table: '어느 표',
    matched: (matched: string, all: string) =>
      `이 표의 열 ${all}개 가운데 ${matched}개가 이름으로 맞습니다.`,
    missing: (names: string) => `파일에 없는 열은 비워 둡니다: ${names}.`,
    added: (names: string) => `파일에만 있는 열을 더합니다: ${names}.`,
    none: '이름이 같은 열이 하나도 없어 이어 붙일 수 없습니다.',
    rowsAfter: (rows: string) => `지금 ${rows}행 다음에 붙습니다.`,
    replaceHint: (rows: string) =>
      `지금 있는 ${rows}행이 이 파일의 행으로 바뀝니다. 표의 이름과 역할, 이 표를 쓰는 분석은 이어집니다.`,
    undo: '읽은 다음에도 실행 취소로 되돌릴 수 있습니다.',
    sameShape: (label: string) =>
      `${withParticle(`“${label}”`, '과')} 열이 같습니다. 이어 붙이거나 바꿔 넣을 수 있습니다.`,
  },
};
