/** Names in the sample project. They are data once it is open: `sample-words.ts` follows the language switch. */
export const sample = {
  experimentName: '봄 윈백 테스트 (TM2017-01)',
  dormancy: '휴면기간',
  dormancyLevels: { short: '단기', mid: '중기', long: '장기' },
  points: '누적포인트',
  pointsLevels: { low: '하', mid: '중', high: '상' },
  arms: { control: '홀드아웃', coupon: '쿠폰 5천원', gift: '사은품', point: '포인트 5천점' },
  tables: {
    customers: '고객.csv',
    transactions: '거래.csv',
    contacts: '접촉_TM2017-01.csv',
    products: '상품.csv',
    campaigns: '캠페인.csv',
    winback: '윈백_예시.csv',
    ideas: '아이디어.csv',
  },
};

export const sampleName = '예제 · 봄 윈백 테스트';
