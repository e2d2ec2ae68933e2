import { columnsOf, readRows, type SampleTable } from './sample-table.ts';

const columns = columnsOf({
  campaign_id: 'text',
  program: 'text',
  channel: 'text',
  start_date: 'date',
  end_date: 'date',
  name_ko: 'text',
  topic_ko: 'text',
  purpose_ko: 'text',
  reward_ko: 'text',
  name_en: 'text',
  topic_en: 'text',
  purpose_en: 'text',
  reward_en: 'text',
  budget: 'integer',
  planned_people: 'integer',
  planned_response_share: 'decimal',
  contacted: 'integer',
  responded: 'integer',
  cost: 'integer',
  sales: 'integer',
  margin_share: 'decimal',
  holdout: 'integer',
  holdout_responded: 'integer',
});

/**
 * Plan (budget … planned_response_share) and actual figures; money in won. All actual figures are made up. WB2016-02 is
 * the lesson in holdouts: of 2,000 contacted 20 % came back, but so did 14 % of those left alone. Gross it earned half
 * its cost again (20 million won at 30 % margin for 4 million); what it added, 6 % of 2,000, did not pay for it.
 */
const rows = `
SA1999-01 | Win-Back | DM | 1999-05-10 | 1999-06-10 |
  상반기 사은행사 | 장기연계 | 상반기 고객유치 | 사은품 | First-half thank-you sale | Long-term link | Win customers in the first half | Gift |
  8000000 | 4000 | 0.03 | 3980 | 103 | 7850000 | 5150000 | 0.3 | - | -
SA2000-01 | Win-Back | DM | 2000-01-31 | 2000-02-25 |
  사은잔치 | 자보갱신집중 | 상반기 고객유치전략 | 가격할인 | Thank-you festival | Motor policy renewal | First-half customer strategy | Price discount |
  10000000 | 5000 | 0.04 | 4890 | 186 | 9640000 | 9300000 | 0.3 | - | -
CC2015-01 | Up-Selling | E-mail | 2015-03-02 | 2015-03-15 |
  봄 신제품 체험 | 신제품 | 신제품 인지 | 샘플 | Spring trial | New product | Make the new product known | Sample |
  3000000 | 12000 | 0.02 | 11874 | 201 | 2710000 | 6834000 | 0.45 | - | -
LO2015-02 | Loyalty | DM | 2015-05-11 | 2015-05-31 |
  우수 고객 감사전 | 우수유지 | 우수 고객 유지 | 사은품 | Thanks to our best | Keep the best | Keep the best customers | Gift |
  9000000 | 1800 | 0.25 | 1776 | 497 | 8880000 | 36778000 | 0.4 | 200 | 46
CM2015-03 | Churn Mgmt | SMS | 2015-09-07 | 2015-09-20 |
  등급 하락 방지 안내 | 등급하락 방지 | 등급 하락 예상 고객 방어 | 포인트 | Hold your tier | Hold the tier | Defend customers about to fall | Points |
  2500000 | 3000 | 0.1 | 2961 | 344 | 2190000 | 15480000 | 0.4 | - | -
US2015-04 | Up-Selling | SMS | 2015-11-09 | 2015-11-22 |
  구매주기 도래 알림 | 구매주기 | 재구매 시점 알림 | 없음 | Time to rebuy | Purchase cycle | Remind at the right time | None |
  1500000 | 6000 | 0.12 | 5940 | 772 | 1188000 | 23932000 | 0.42 | 600 | 61
WB2016-01 | Win-Back | DM | 2016-02-15 | 2016-03-06 |
  휴면 고객 쿠폰 시험 | 휴면 방지 | 쿠폰 효과 확인 | 쿠폰 | Dormant coupon trial | Prevent dormancy | See what a coupon does | Coupon |
  3000000 | 1000 | 0.1 | 988 | 118 | 2766000 | 4130000 | 0.35 | - | -
WB2016-02 | Win-Back | TM | 2016-05-09 | 2016-05-29 |
  휴면 고객 안부 전화 | 휴면 방지 | 휴면 고객 재구매 | 포인트 | Call to dormant customers | Prevent dormancy | Bring dormant customers back | Points |
  4500000 | 2000 | 0.15 | 2000 | 400 | 4000000 | 20000000 | 0.3 | 500 | 70
WB2016-03 | Win-Back | DM | 2016-07-04 | 2016-07-31 |
  휴면 고객 쿠폰 전사 적용 | 휴면 방지 | 시험 결과의 전사 적용 | 쿠폰 | Dormant coupon rollout | Prevent dormancy | Roll the trial out | Coupon |
  30000000 | 10000 | 0.12 | 9800 | 813 | 27440000 | 28455000 | 0.35 | - | -
LO2016-04 | Loyalty | E-mail | 2016-09-05 | 2016-09-18 |
  포인트 소멸 예정 안내 | 포인트 소진 | 포인트 사용 유도 | 없음 | Points about to expire | Use up points | Get points used | None |
  800000 | 7000 | 0.08 | 6912 | 671 | 691200 | 18788000 | 0.4 | 700 | 38
US2016-05 | Up-Selling | E-mail | 2016-11-07 | 2016-11-20 |
  클렌징 구매자 스킨케어 제안 | 연관판매 | 연관 구매 유도 | 쿠폰 | Skin care for cleansing buyers | Related sale | Bring in a related purchase | Coupon |
  2000000 | 5000 | 0.04 | 4933 | 163 | 1789000 | 5379000 | 0.45 | 500 | 9
NB2017-01 | Up-Selling | SMS | 2017-01-09 | 2017-01-22 |
  첫 구매 감사 혜택 | 2차 구매 유도 | 신규 고객 2차 구매 | 쿠폰 | Thanks for the first order | Win the 2nd order | A 2nd order of new customers | Coupon |
  2400000 | 2000 | 0.15 | 1968 | 287 | 2219000 | 8897000 | 0.45 | 200 | 19`;

/** Twelve past campaigns of the sample, with plan and outcome. */
export function campaignTable(): SampleTable {
  return { name: 'campaigns', columns, rows: readRows(columns, rows) };
}
