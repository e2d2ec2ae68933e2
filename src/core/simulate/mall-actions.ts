/** The 23 actions of a mall's CRM plan of 2017, one per journey stage and trigger; columns as in `idea-columns.ts`. */
export const mallActions = `
AP01 | AP Mall | 가망 | 1 | 자동화 | 5 | 8 | 10 |
  가입 환영 인사 | 친근감 형성 | 가입 환영 | Welcome 메시지 | 가입 후 첫 구매가 없는 고객 |
  Sign-up welcome | Build familiarity | Sign-up | Welcome message | Signed up, no first order yet
AP02 | AP Mall | 가망 | 2 | 미운영 | 4 | 5 | 7 |
  관심 분야 설문 | 친근감 형성 | 관심 분야 파악 | Survey | 가입 후 첫 구매가 없는 고객 |
  Interest survey | Build familiarity | Learn the interests | Survey | Signed up, no first order yet
AP03 | AP Mall | 가망 | 1 | 수작업 | 6 | 6 | 7 |
  당월 행사·신제품 안내 | 브랜드·제품 흥미 유발 | 당월 행사 제품, 신제품 | 제품·혜택 안내 메시지 | 가입 후 D+30일 이내 고객 |
  This month's offers | Raise interest | Monthly offers, new products | Product and benefit message | Within 30 days of sign-up
AP04 | AP Mall | 가망 | 1 | 자동화 | 8 | 7 | 8 |
  첫 구매 혜택 | 브랜드·제품 흥미 유발 | 신규고객 혜택 | 제품·혜택 안내 메시지 | 가입 후 D+30일 이내 고객 |
  First-order benefit | Raise interest | Newcomer benefit | Product and benefit message | Within 30 days of sign-up
AP05 | AP Mall | 신규 | 1 | 자동화 | 3 | 6 | 10 |
  정기 뉴스레터 | 2차 구매 유도 | 브랜드 소개·제품 프로모션 | 정기 Newsletter | 이메일 수신에 동의한 회원 |
  Regular newsletter | Win the 2nd order | Brand story and promotion | Regular newsletter | Members who consented to e-mail
AP06 | AP Mall | 신규 | 1 | 수작업 | 9 | 7 | 7 |
  첫 구매 감사와 2차 구매 혜택 | 2차 구매 유도 | 첫 구매 감사 | Welcome offer | 첫 구매 고객 |
  Thanks and a 2nd-order offer | Win the 2nd order | Thanks for the first order | Welcome offer | Customers with one order
AP07 | AP Mall | 신규 | 2 | 미운영 | 3 | 4 | 6 |
  브랜드 이미지·NPS 설문 | 3~5차 구매 유도 | 브랜드 초기 이미지 조사 | Survey, 브랜드 NPS | 2~4차 구매 고객 |
  Brand image and NPS survey | Win orders 3 to 5 | First image of the brand | Survey, brand NPS | Customers with 2 to 4 orders
AP08 | AP Mall | 신규 | 2 | 미운영 | 7 | 5 | 4 |
  3단계 스탬프 미션 | 3~5차 구매 유도 | 3-step Promotion | 스탬프 찍기, 미션 제품 안내 | 2~4차 구매 고객 |
  Three-step stamp card | Win orders 3 to 5 | Three-step promotion | Stamps, mission products | Customers with 2 to 4 orders
AP09 | AP Mall | 신규 | 2 | 수작업 | 6 | 5 | 5 |
  추가 구매 추천 | 3~5차 구매 유도 | 추가 구매 유도 | Up/Re/Cross-selling | 2~4차 구매 고객 |
  Suggestion for the next order | Win orders 3 to 5 | Another order | Up-, re- and cross-selling | Customers with 2 to 4 orders
AP10 | AP Mall | 활성 | 2 | 수작업 | 7 | 7 | 5 |
  승급 유도·하락 방지 | 우수 고객 Care | 멤버십 | 승급 유도, 하락 방지 | 승급가망·하락예상 고객 |
  Tier climb and tier defence | Care for the best | Membership | Help up, keep from falling | Near a higher or a lower tier
AP11 | AP Mall | 활성 | 2 | 자동화 | 4 | 6 | 9 |
  승급 축하 | 우수 고객 Care | 멤버십 | 승급 축하, 등급 혜택 안내 | 등급이 오른 고객 |
  Tier congratulation | Care for the best | Membership | Congratulation and benefits | Customers who rose a tier
AP12 | AP Mall | 활성 | 1 | 미운영 | 9 | 8 | 6 |
  구매주기 도래 알림 | 구매력 향상 | 지속적인 구매 유도 | Re-selling | 제품별 구매주기가 도래한 고객 |
  Time-to-rebuy reminder | Raise purchases | Keep buying | Re-selling | Product cycle has come round
AP13 | AP Mall | 활성 | 1 | 수작업 | 7 | 5 | 6 |
  다른 제품 경험 제안 | 구매력 향상 | 다양한 제품 경험 유도 | Cross-selling, Up-selling | 구매주기가 긴 고객 |
  Try another product | Raise purchases | Wider range | Cross-selling, up-selling | Customers with a long cycle
AP14 | AP Mall | 활성 | 1 | 자동화 | 6 | 9 | 9 |
  포인트 소멸 예정 안내 | 고객 Engagement 증대 | 포인트 소진 유도 | 포인트 안내, 교환 유도 | 포인트 소멸예정 고객 |
  Points about to expire | More engagement | Use up points | Points notice and exchange | Points expire soon
AP15 | AP Mall | 활성 | 1 | 미운영 | 4 | 3 | 4 |
  포인트 선물하기 | 고객 Engagement 증대 | 개인화 서비스 | 지인에게 포인트 선물 유도 | 포인트를 쓴 적 없는 고객 |
  Give points to a friend | More engagement | Personal service | Gift of points | Customers who never used points
AP16 | AP Mall | 활성 | 1 | 미운영 | 10 | 6 | 2 |
  개인 맞춤 추천 | 고객 Engagement 증대 | 개인화 서비스 | 유형별 특징 파악, 맞춤 추천·혜택 | 개인별 |
  Personal recommendation | More engagement | Personal service | Offers fitted to the type | Each customer
AP17 | AP Mall | 활성 | 2 | 수작업 | 5 | 3 | 6 |
  입소문 만들기 | 브랜드 인지도 제고 | 입소문 형성 | 소셜 미디어, 메신저 친구 | 같은 제품을 반복 구매하는 고객 |
  Word of mouth | Raise awareness | Word of mouth | Social media, messenger friends | Buy the same product again and again
AP18 | AP Mall | 활성 | 2 | 자동화 | 4 | 5 | 9 |
  정기 프로모션 eDM | 브랜드 인지도 제고 | 전략·신제품, 매장 프로모션 | 정기 프로모션 eDM, 뉴스레터 | eDM 수신에 동의한 고객 |
  Regular promotion eDM | Raise awareness | New products, shop promotion | Regular eDM, newsletter | All who consented to eDM
AP19 | AP Mall | 비활성 | - | 미운영 | 3 | 5 | 8 |
  이탈 사유 설문 | 고객 불만 관리 | 구매 감소 사유 파악 | 이탈사유 Survey | 이탈 주의 단계 고객 |
  Why did you leave? | Handle complaints | Reasons for buying less | Survey on leaving | Attention stage
AP20 | AP Mall | 비활성 | - | 미운영 | 9 | 6 | 3 |
  이탈 조기 경보 | 재구매 유도 | 구매주기 이탈 시점 예측 | 이탈 조기 경보 모델 | 이탈 주의·임박 단계 고객 |
  Early churn warning | Win the next order | Predict the end of the cycle | Early-warning model | Attention and imminent stages
AP21 | AP Mall | Wakeup | - | 수작업 | 5 | 6 | 9 |
  재거래 환영 인사 | 고객 관계 재구축 | 재거래 환영 | Welcome back 메시지 | Wakeup 고객 |
  Welcome back | Rebuild the relation | Back again | Welcome-back message | Wake-up customers
AP22 | AP Mall | Wakeup | - | 미운영 | 8 | 5 | 6 |
  복귀 후 2차 구매 혜택 | 고객 관계 재구축 | Welcome offer | Wakeup 후 2차 구매 유도 | Wakeup 후 2차 구매가 없는 고객 |
  Offer for the 2nd order back | Rebuild the relation | Welcome offer | 2nd order after waking up | Woke up, no 2nd order since
AP23 | AP Mall | Wakeup | - | 미운영 | 6 | 4 | 4 |
  복귀 후 3차 구매 미션 | 고객 관계 재구축 | 3-step Promotion | Wakeup 3차 구매 유도 | Wakeup 후 2차 구매 고객 |
  Mission for the 3rd order back | Rebuild the relation | Three-step promotion | 3rd order after waking up | Woke up, 2 orders since`;
