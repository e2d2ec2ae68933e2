/** 반응 나무의 글. */
export const treeKo = {
  title: '반응 나무',
  sub: '보낸 고객이 어디까지 갔나',
  chart: (arms: string) => `${arms}: 보낸 뒤 도달·반응·구매까지`,
  unit: (denominator: string) => `고객 수와 비율 · 비율의 분모: ${denominator}`,
  denominator: {
    legend: '비율의 분모',
    sent: '보낸 고객',
    delivered: '도달한 고객',
    before: '바로 앞 가지',
  },
  arms: { legend: '배정군', all: '모두' },
  noDelivery: '도달·반송을 알려 주는 열이 없어, 보낸 고객을 모두 도달로 봅니다.',
  noPurchase: '구매를 알려 주는 열이 없어 반응까지만 그립니다.',
  waiting: '반응 나무를 그리는 중…',
  wrong: (arm: string, branch: string) =>
    `${arm}의 ‘${branch}’ 수가 맞지 않아 반응 나무를 그리지 않습니다. 결과를 읽은 방법에서 열을 확인하세요.`,
  arm: '배정군',
  branches: {
    sent: '보냄',
    delivered: '도달',
    bounced: '반송',
    deliveryUnknown: '도달 여부 모름',
    responded: '반응',
    noResponse: '무반응',
    purchased: '구매',
    notPurchased: '비구매',
    several: '복합상품',
    single: '단일상품',
    basketUnknown: '상품 모름',
  },
  share: '비율',
  money: '금액',
  explain: {
    count: (arm: string, branch: string, rule: string) => ({
      title: `${arm}: ${branch}`,
      meaning: rule,
    }),
    share: (arm: string, branch: string, formula: string, denominator: string) => ({
      title: `${arm}: ${branch} 비율`,
      meaning: `분모는 ${denominator}입니다. 위에서 바꿀 수 있습니다.`,
      formula,
    }),
    identities:
      '보냄 = 도달 + 반송 + 모름, 도달(과 모름) = 반응 + 무반응, 반응 = 구매 + 비구매, 구매 = 복합상품 + 단일상품 + 모름이 모두 맞을 때만 보입니다.',
    money: (arm: string) => ({
      title: `${arm}: 금액`,
      meaning: '이 배정군 고객의 금액을 모두 더한 값입니다.',
    }),
  },
};

export type TreeWords = typeof treeKo;
