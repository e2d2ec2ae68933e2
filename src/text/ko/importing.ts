import { withParticle } from '../korean-particle.ts';
import { importingColumns } from './importing-columns.ts';
import { importingFiles } from './importing-files.ts';
import { importingProblem } from './importing-problem.ts';
import { importingProfile } from './importing-profile.ts';
import { importingReport } from './importing-report.ts';
import { importingSource } from './importing-source.ts';
import { importingTables } from './importing-tables.ts';

/** The step "data": choosing, previewing and reading a file, and the tables of the project. */
export const importing = {
  ...importingProblem,
  ...importingReport,
  ...importingColumns,
  ...importingTables,
  ...importingSource,
  ...importingFiles,
  ...importingProfile,
  drop: {
    choose: '파일 고르기',
    release: '놓으면 읽기 시작합니다',
    pasteLabel: '또는 엑셀에서 복사한 셀을 여기에 붙여넣기',
    pastePlaceholder: '고객ID	지역	최근구매일',
    readPaste: '붙여넣은 표 읽기',
  },
  title: {
    empty: '고객 파일을 이 탭 안에서 읽습니다',
    looking: '파일을 살펴보는 중입니다',
    choosing: (label: string) => `${label}, 이렇게 읽겠습니다`,
    reading: (label: string) => `${label} 읽는 중`,
    tables: (tables: string) => `표 ${tables}개를 읽어 두었습니다`,
    customers: (customers: string, tables: string) => `고객 ${customers}명, 표 ${tables}개`,
  },
  lede: {
    empty:
      '고객 명단 하나면 시작할 수 있습니다. 거래 내역을 함께 올리면 신규와 재활성(웨이크업) 고객까지 가려냅니다. 이미 끝난 실험 파일도 읽습니다.',
    choosing: '파일을 읽는 방법과 열의 역할을 짐작해 두었습니다. 다르면 고치고 읽기를 누르세요.',
    reading: '읽는 동안 다른 화면을 봐도 됩니다. 취소하면 아무것도 남지 않습니다.',
    tables: '열의 역할이 다음 단계의 재료가 됩니다. 역할이 틀리면 여기서 고치세요.',
  },
  choose: {
    label: '파일을 여기에 놓으세요',
    hint: '엑셀(xlsx) · CSV · TSV · TXT · Parquet, 압축한 gz와 zip. 여러 개를 한 번에 놓아도 됩니다. 한글 엑셀이 저장한 CP949 파일도 그대로 읽습니다.',
    another: '파일 더 올리기',
    anotherLabel: '다른 파일을 여기에 놓으세요',
  },
  facts: {
    title: '올린 데이터는 이렇게 다룹니다',
    items: [
      {
        term: '어디로도 보내지 않습니다',
        text: '파일은 이 탭 안의 SQLite에 들어갑니다. 서버가 없고, 외부 연결은 브라우저가 막습니다.',
      },
      {
        term: '이 브라우저에만 저장합니다',
        text: '탭을 닫았다 열어도 이어서 할 수 있고, 프로젝트 파일 하나로 내려받아 옮길 수 있습니다.',
      },
      {
        term: '조용히 버리는 값이 없습니다',
        text: '읽지 못한 값은 줄 번호와 함께 보고하고, 제외한 행은 따로 내려받을 수 있습니다.',
      },
    ],
    sample: '아직 파일이 없으면 고객 24,000명의 예제로 한 바퀴 돌아 보세요.',
  },
  settings: {
    title: '파일',
    label: '표 이름',
    role: '무엇의 표인가요',
    duplicates: '같은 고객 ID가 또 나오면',
    blankIds: '고객 ID가 비어 있으면',
  },
  tableRoles: {
    customers: '고객 명단',
    transactions: '거래 내역',
    experiment: '끝난 실험',
    other: '기타',
  },
  kindsOfFile: {
    title: '이런 파일을 읽습니다',
    customers: '고객ID, 지역, 최근구매일, 누적포인트',
    transactions: '주문번호, 고객ID, 주문일, 금액',
    experiment: '고객ID, 배정군, 반응여부, 구매금액',
  },
  tableRolePurpose: {
    customers: '한 행이 고객 한 명. 단계, 할당표, 추출이 여기서 나옵니다.',
    transactions: '한 행이 구매 한 건. 주문 수, 최근 구매일, 매출 집중도를 셉니다.',
    experiment: '한 행이 참여 고객 한 명. 배정군과 반응이 들어 있어 결과를 바로 분석합니다.',
    other: '보관만 합니다. 나중에 역할을 바꿀 수 있습니다.',
  },
  replaces: (label: string) =>
    `${withParticle(`“${label}”`, '은')} “기타”로 바뀝니다. 이 용도의 표는 하나만 씁니다.`,
  duplicateRules: {
    'keep-first': '처음 나온 행만 남기기',
    'keep-last': '마지막에 나온 행만 남기기',
    'keep-all': '모두 남기기',
    stop: '읽지 않고 멈추기',
  },
  duplicateHint: {
    'keep-first': '나중 행은 제외하고, 제외한 행은 내려받을 수 있습니다.',
    'keep-last': '앞선 행은 제외하고, 제외한 행은 내려받을 수 있습니다.',
    'keep-all': '겹친 고객이 있으면 추출 단계에서 멈추고 알려 드립니다.',
    stop: '하나라도 겹치면 아무것도 읽어 들이지 않고, 어디서 겹쳤는지 알려 드립니다.',
  },
  blankIdRules: {
    reject: '행을 제외하기',
    keep: '행을 남기기',
    stop: '읽지 않고 멈추기',
  },
  blankIdHint: {
    reject: 'ID가 빈 행은 제외하고, 제외한 행은 내려받을 수 있습니다.',
    keep: '고객 수에는 들어가지만 주문과 이어지지 않고 추출되지도 않습니다.',
    stop: '하나라도 비어 있으면 아무것도 읽어 들이지 않고, 어느 줄인지 알려 드립니다.',
  },
  read: '읽기',
  close: '알림 닫기',
  lookAgain: '다른 파일 고르기',
  skip: '이 파일 건너뛰기',
  progress: {
    label: '읽은 정도',
    rows: '읽은 행',
    megabytes: (read: string, total: string) => `${read} / ${total}`,
    left: '남은 시간',
    seconds: (count: string) => `약 ${count}초`,
    minutes: (count: string) => `약 ${count}분`,
    early: '재는 중',
    file: (place: string, files: string, name: string) =>
      `파일 ${files}개 중 ${place}번째, ${name}`,
    saving: '이 브라우저에 저장하는 중입니다…',
  },
  done: {
    toast: {
      new: (label: string, rows: string) => `${label} ${rows}행을 읽었습니다`,
      append: (label: string, rows: string) => `${label}에 이어 붙여 모두 ${rows}행이 되었습니다`,
      replace: (label: string, rows: string) =>
        `${withParticle(label, '을')} ${rows}행으로 바꿔 넣었습니다`,
    },
    edit: {
      new: (label: string) => `${label} 올리기`,
      append: (label: string) => `${label}에 이어 붙이기`,
      replace: (label: string) => `${label} 바꿔 넣기`,
    },
  },
};
