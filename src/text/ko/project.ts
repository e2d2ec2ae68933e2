/** Projects in the browser's storage and as files: what is kept, what went wrong, and what to do. */
export const project = {
  menu: {
    readOnly: '보기 전용',
    manage: '프로젝트와 저장 공간',
  },
  storage: {
    title: '프로젝트와 저장 공간',
    where: {
      'origin-private-files':
        '이 브라우저의 사이트 전용 저장 공간에 있고, 이 컴퓨터를 벗어나지 않습니다.',
      'indexed-database':
        '이 브라우저의 데이터베이스(IndexedDB)에 있고, 이 컴퓨터를 벗어나지 않습니다.',
      memory: '저장되지 않습니다.',
    },
    used: (used: string) => `사용 중 ${used}`,
    usedOf: (used: string, quota: string) => `${quota} 중 ${used} 사용`,
    persisted: '브라우저가 공간을 정리해도 이 프로젝트들은 지우지 않습니다.',
    notPersisted:
      '디스크 공간이 모자라면 브라우저가 알아서 지울 수 있습니다. 중요한 프로젝트는 파일로도 내려받아 두세요.',
    askPersistence: '지우지 않도록 요청',
    stillNotPersisted:
      '브라우저가 아직 허락하지 않았습니다. 이 사이트를 즐겨찾기에 넣거나 자주 쓰면 허락하는 브라우저가 많습니다.',
    projects: '프로젝트',
    none: '저장된 프로젝트가 없습니다. 파일을 올리거나 예제로 시작하면 여기에 쌓입니다.',
    removed: {
      title: '되돌리기를 위해 남겨 둔 표',
      hint: (rows: string) =>
        `프로젝트에서 뺀 표를 되돌리기로 다시 가져올 수 있도록 아직 저장하고 있습니다(모두 ${rows}행). 다음에 프로젝트를 열 때 지웁니다. 지금 지우면 이제까지의 편집은 되돌릴 수 없습니다.`,
      erase: '지금 지우기',
      erased: '뺀 표를 지우고 저장 공간을 비웠습니다.',
    },
    rowsUnit: '행',
    changed: (date: string) => `${date} 수정`,
    isOpen: '열려 있음',
    name: (name: string) => `“${name}”의 이름`,
    open: '열기',
    openNamed: (name: string) => `“${name}” 열기`,
    rename: '이름 바꾸기',
    renameNamed: (name: string) => `“${name}” 이름 바꾸기`,
    duplicate: '복제',
    duplicateNamed: (name: string) => `“${name}” 복제`,
    remove: '삭제',
    removeNamed: (name: string) => `“${name}” 삭제`,
    copyName: (name: string, place = 1) =>
      place === 1 ? `${name} (사본)` : `${name} (사본 ${place})`,
    deleted: '방금 삭제한 프로젝트',
    deletedHint:
      '다음에 사이트를 열 때 디스크에서 완전히 지워집니다. 그 전까지는 되살릴 수 있습니다.',
    restore: '되살리기',
    restoreNamed: (name: string) => `“${name}” 되살리기`,
    erase: '지금 완전히 지우기',
    eraseNamed: (name: string) => `“${name}” 지금 완전히 지우기`,
  },
  toast: {
    removed: (name: string) => `삭제했습니다: ${name}`,
    restored: (name: string) => `되살렸습니다: ${name}`,
    duplicated: (name: string) => `복제했습니다: ${name}`,
    renamed: (name: string) => `이름을 바꿨습니다: ${name}`,
    fellBack: (when: string) =>
      `마지막 저장이 손상되어 그 앞의 저장(${when})을 열었습니다. 빠진 작업이 없는지 확인해 주세요.`,
    outOfMemory:
      '이 탭의 메모리가 부족해 데이터 엔진을 마지막 저장 상태로 다시 열었습니다. 다른 탭을 닫거나 파일을 나누어 다시 해 주세요.',
    notMoved: (detail: string) =>
      `이전 버전에 저장된 프로젝트를 새 저장 공간으로 옮기지 못했습니다. 원래 자리에 그대로 있으니 공간을 비운 뒤 새로고침해 주세요. (${detail})`,
  },
  stale: {
    explained:
      '사이트가 새 버전으로 바뀌어 이 탭에서 일부 화면을 불러올 수 없습니다. 작업을 저장한 뒤 새로고침하세요.',
    reload: '저장하고 새로고침',
    unsaved:
      '아직 저장되지 않은 작업이 있습니다. 새로고침하면 사라지니 먼저 프로젝트 파일로 내려받으세요.',
  },
  notSaved: {
    full: '저장 공간이 부족해 작업이 저장되지 않고 있습니다. 탭을 닫으면 사라지니 프로젝트 파일로 내려받거나, 안 쓰는 프로젝트를 지우고 다시 저장하세요.',
    again: '다시 저장',
  },
  problem: {
    foreignPart: (kind: string, name: string) =>
      `프로젝트 파일에 있을 수 없는 것이 들어 있어 열지 않았습니다: ${kind} “${name}”. 지금 작업은 그대로 있습니다.`,
    partKinds: { view: '뷰', trigger: '트리거', index: '인덱스', table: '다른 테이블' },
    oversized: (what: string, found: string, most: string) =>
      `파일이 너무 커서 열지 않았습니다: ${what} ${found}, 최대 ${most}. 지금 작업은 그대로 있습니다.`,
    bounds: {
      bytes: '파일 크기',
      tables: '표의 수',
      columns: '한 표의 열 수',
      rows: '행의 수',
      document: '프로젝트 내용의 크기',
    },
    damagedSave:
      '이 브라우저에 저장된 프로젝트가 손상되어 열지 못했습니다. 내려받아 둔 프로젝트 파일이 있으면 열어 주세요.',
    rowsMissing:
      '브라우저가 이 프로젝트의 데이터를 지워 열지 못했습니다. 내려받아 둔 프로젝트 파일이 있으면 열어 주세요.',
    outOfMemory: '이 탭의 메모리가 부족해 열지 못했습니다. 다른 탭을 닫고 다시 해 주세요.',
    openElsewhere:
      '다른 탭에서 열려 있는 프로젝트입니다. 그 탭에서 하거나, 그 탭을 닫고 다시 해 주세요.',
  },
};
