/** 결과를 어떤 파일과 열에서 읽는지 정하는 글. */
export const readingFiles = {
  what: '이 파일이 말해 주는 것',
  everyRow: {
    responded: '모든 행이 반응',
    purchased: '모든 행이 구매',
    bounced: '모든 행이 반송',
    nothing: '아래에서 고른 열만',
  },
  byColumn: (column: string) => `“${column}” 열이 예인 행이 반응`,
  more: '도달·구매·상품·주문·날짜 열',
  moreChosen: (columns: string) => `더 읽는 열: ${columns}`,
  columns: {
    deliveryColumn: '도달/반송 열',
    purchaseColumn: '구매 열',
    basketColumn: '단일/복합상품 열',
    ordersColumn: '주문 수 열',
    dateColumn: '날짜 열',
  },
  columnHints: {
    deliveryColumn: '도달·반송, 성공·실패, 예·아니요로 적힌 열',
    purchaseColumn: '예·아니요 열',
    basketColumn: '단일상품·복합상품이라는 말이나 상품 수',
    ordersColumn: '한 행이 주문 몇 건인지',
    dateColumn: '반응하거나 구매한 날',
  },
  fileTitle: (place: string) => `${place}번째 파일`,
  addFile: '파일 더하기',
  addFileHint: '발송 결과, 반응, 구매를 따로 받은 파일들을 고객 ID로 함께 붙입니다.',
  noMoreFiles: '고객 ID가 있는 표가 더 없습니다. 데이터 단계에서 올려 주세요.',
  removeFile: (label: string) => `“${label}” 빼기`,
  windowFrom: '이날부터',
  windowTo: '이날까지 센다',
  windowHint: '날짜 열이 있는 행만 거릅니다. 기간 밖의 반응과 금액은 세지 않고 몇 행인지 알립니다.',
  windowAsPlanned: (from: string, to: string) => `계획한 반응 기간 ${from} ~ ${to} 쓰기`,
  windowNone: '기간 없이 모두 세기',
  windowTurned: '끝나는 날이 시작하는 날보다 앞섭니다.',
  aggregatedTitle: '이미 집계한 표',
  aggregatedHint:
    '배정군(과 층)마다 한 행씩, 고객 수와 반응 수가 적힌 표입니다. 금액은 합계와 제곱합이 있어야 구간을 계산할 수 있습니다.',
  customersColumn: '고객 수 열',
  respondersColumn: '반응 수 열',
  moneySumColumn: '금액 합계 열',
  moneySquaresColumn: '금액 제곱합 열',
};

export type ReadingFiles = typeof readingFiles;
