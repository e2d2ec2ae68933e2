/** The tables of the project and where they lead. */
export const importingTables = {
  tables: {
    title: '이 프로젝트의 표',
    rows: (count: string) => `${count}행`,
    columns: (count: string) => `열 ${count}개`,
    showColumns: '열과 역할',
    showProfile: '열 살펴보기',
    showReport: '읽기 보고서',
    showRows: '행 보기',
    roleOf: (label: string) => `${label}의 용도`,
    remove: (label: string) => `${label} 삭제`,
    removed: (label: string) => `${label} 표를 삭제했습니다`,
    roleChanged: (label: string) => `${label}의 역할 바꾸기`,
    purpose: '쓰임',
    previous: '이전',
    following: '다음',
    page: (from: string, to: string, all: string) => `${all}행 중 ${from}–${to}행`,
    emptyValue: '빈 값',
  },
  next: {
    title: '다음',
    customers: '고객 명단이 준비되었습니다. 기준일에 고객이 어느 단계에 있는지 봅니다.',
    customersAction: '고객 이해로 가기',
    experiment: (label: string) =>
      `${label}: 끝난 실험 파일입니다. 결과를 바로 분석할 수 있습니다.`,
    experimentAction: '결과 분석하기',
    needsCustomers:
      '고객 명단이 아직 없습니다. 고객 ID 열이 있는 표를 올리거나, 올린 표의 용도를 “고객 명단”으로 바꾸세요.',
    idMissing: (label: string) =>
      `${label}에 고객 ID 역할을 맡은 열이 없습니다. “열과 역할”에서 고르세요.`,
    transactionsMissing:
      '거래 내역을 더하면 신규·재활성(웨이크업) 구분과 매출 집중도까지 볼 수 있습니다.',
  },
};
