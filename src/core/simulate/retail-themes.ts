/** The eight campaign themes of a retail chain; columns as in `idea-columns.ts`. */
export const retailThemes = `
GS01 | GS Retail | 활성 | - | 수작업 | 8 | 7 | 5 |
  우수 고객 유지 | 우수유지 | 우수 등급 유지 | 등급 혜택, 감사 DM | 우수 등급 고객 |
  Keep the best | Keep the best | Holds a top tier | Tier benefits, thank-you DM | Top-tier customers
GS02 | GS Retail | 활성 | - | 미운영 | 8 | 4 | 5 |
  구매주기 단축 | 구매주기 단축 | 주기 도래 전 | 기간 한정 쿠폰 | 구매주기가 길어진 고객 |
  Shorten the cycle | Shorten the cycle | Before the cycle comes round | Coupon for a few days | Cycle is getting longer
GS03 | GS Retail | 활성 | - | 수작업 | 7 | 6 | 6 |
  등급 향상 | 등급향상 | 상위 등급까지 남은 금액 | 남은 금액 안내 | 상위 등급에 가까운 고객 |
  Up a tier | Up a tier | Amount left to the next tier | Notice of the amount left | Close to the next tier
GS04 | GS Retail | 비활성 | - | 수작업 | 9 | 7 | 6 |
  휴면 방지·재구매 유도 | 휴면 방지 | 휴면 1~5개월 | 쿠폰, 포인트, 사은품 비교 | 서울·경기 휴면 고객 |
  Win back before it is too late | Prevent dormancy | 1 to 5 months dormant | Coupon, points or gift compared | Dormant in Seoul and Gyeonggi
GS05 | GS Retail | 활성 | - | 미운영 | 6 | 7 | 7 |
  같은 제품 재판매 | Reselling | 제품 소진 시점 | 재구매 알림 | 소모품 구매 고객 |
  Sell it again | Re-selling | Product is used up | Reminder to rebuy | Buyers of consumables
GS06 | GS Retail | 활성 | - | 미운영 | 6 | 5 | 4 |
  연관 판매 | 연관판매 | 함께 사는 제품 | 향상도 높은 제품 추천 | 클렌징만 사는 고객 |
  Related sale | Related sale | Bought together | Product of high lift | Buy cleansing only
GS07 | GS Retail | 신규 | - | 미운영 | 10 | 1 | 10 |
  연결 판매 | 연결판매 | 첫 구매 직후 | 다음 제품 안내 | 첫 구매 고객 |
  Follow-on sale | Follow-on sale | Right after the first order | Hint at the next product | Customers with one order
GS08 | GS Retail | 활성 | - | 수작업 | 7 | 6 | 5 |
  등급 하락 방지 | 등급하락 방지 | 등급 재산정 전 | 등급 유지 조건 안내 | 하락이 예상되는 고객 |
  Hold the tier | Hold the tier | Before tiers are reset | What it takes to stay | Likely to fall a tier`;
