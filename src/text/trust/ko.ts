/** 결과를 읽기 전에 볼 것의 글. */
export const trustKo = {
  passed: (count: string) => `점검 ${count}가지를 통과했습니다`,
  raised: (count: string) => `알아 둘 것 ${count}가지`,
  waiting: '나머지를 점검하는 중…',
  details: '무엇을 점검했나',
  passedTitle: '통과',
  notPossibleTitle: '이 자료로는 볼 수 없음',
  severity: { stop: '멈춤', doubt: '주의', note: '참고' },
  advice: {
    'stop-reading': '결과를 읽지 말고 원인부터 찾으세요.',
    exclude: '이 고객을 빼고 다시 읽으세요.',
    wait: '기다렸다가 응답 파일을 다시 가져오세요.',
    'look-at': '숫자를 쓰기 전에 확인하세요.',
  },
  checks: {
    split: '배정 비율이 계획과 같음',
    'split-by-cell': '셀마다 배정 비율이 계획과 같음',
    waves: '모든 차수의 배정 비율이 같음',
    'several-arms': '두 배정군에 든 고객 없음',
    'other-lists': '진행 중인 다른 실험과 겹치는 고객 없음',
    'missing-outcomes': '반응이 비어 있는 고객 없음',
    delivery: '도달률이 배정군마다 같음',
    'largest-amounts': '큰 금액 몇 건에 기댄 결과가 아님',
    'over-time': '처음과 나중의 효과가 같음',
    window: '응답이 기간 안에 있고 끝까지 들어옴',
    'rows-used': '모든 행을 썼음',
    'repeated-customers': '두 번 나온 고객 없음',
  },
  notPossible: {
    split: '계획한 배정 비율을 알 수 없습니다.',
    'split-by-cell': '층 없이 읽었거나 셀별 계획을 알 수 없습니다.',
    waves: '한 번에 뽑은 명단입니다.',
    'several-arms': '고객 번호가 없거나 집계된 자료입니다.',
    'other-lists': '여기서 뽑은 명단이 아닙니다.',
    'missing-outcomes': '집계된 자료입니다.',
    delivery: '도달·반송을 알려 주는 열이 없습니다.',
    'largest-amounts': '금액 열이 없거나 자르는 기준이 없습니다.',
    'over-time': '반응한 날짜가 없거나 반응이 너무 적습니다.',
    window: '응답 기간을 정하지 않았습니다.',
    'rows-used': '알 수 없습니다.',
    'repeated-customers': '고객 번호가 없습니다.',
  },
  alarm: {
    'split-broken': {
      title: '배정 비율이 깨졌습니다',
      text: '배정군의 크기가 계획과 다릅니다. 추출·발송·집계 어디선가 한쪽 고객만 빠졌을 수 있습니다.',
    },
    'split-uneven': {
      title: '배정 비율이 계획과 조금 다릅니다',
      text: (isRare: boolean): string =>
        isRare
          ? '우연으로 이만큼 다를 확률은 1%가 되지 않습니다(0.1%부터는 결과를 읽지 않습니다). 어느 단계에서 고객이 빠졌는지 보세요.'
          : '우연일 수 있는 정도입니다.',
    },
    'split-broken-in-cell': {
      title: (cell: string) => `‘${cell}’에서 배정 비율이 다릅니다`,
      text: (sizes: string, cells: string, basis: 'planned' | 'others-fit' | 'assumed') => {
        const after = {
          planned: '추출 명단, 발송 기록, 집계에서 이 셀의 고객 수를 차례로 맞춰 보세요.',
          'others-fit':
            '나머지 셀은 배정군 크기가 고르므로 이 셀에서만 한쪽 고객이 빠진 것입니다. 추출 명단, 발송 기록, 집계에서 이 셀의 고객 수를 차례로 맞춰 보세요.',
          assumed: '계획한 비율이었다면 셀 안의 비교를 따르세요.',
        };
        return `이 셀의 배정군 크기는 ${sizes}입니다. 비율이 다른 셀은 모두 ${cells}개입니다. 전체로는 맞아 보여도 셀 안에서 고객이 빠지면 비교가 기웁니다. ${after[basis]}`;
      },
    },
    'in-several-arms': {
      title: '두 배정군에 든 고객이 있습니다',
      text: (examples: string, limit: string) =>
        `두 캐럿을 다 받았을 수 있어 효과가 흐려집니다. 전체의 ${limit}를 넘으면 결과를 읽지 않습니다. 예: ${examples}`,
    },
    'several-arms-left-out': {
      title: '두 배정군에 든 고객을 빼고 읽었습니다',
      text: (examples: string) =>
        `이 고객의 행은 어느 배정군에서도 세지 않았습니다. 두 번 연락받은 까닭이 반응과 이어져 있으면(예: 반응이 없어 다른 캐럿을 다시 보낸 고객) 빼는 것만으로도 비교가 기웁니다.${examples === '' ? '' : ` 예: ${examples}`}`,
    },
    'on-other-lists': {
      title: '진행 중인 다른 실험의 명단에도 있는 고객이 있습니다',
      text: (experiments: string) =>
        `${experiments}의 연락도 받습니다. 배정군마다 고르게 섞여 비교가 뒤집히지는 않지만 효과가 흐려집니다.`,
    },
    'missing-outcomes-differ': {
      title: '반응이 비어 있는 고객이 배정군마다 다릅니다',
      text: '남은 고객끼리는 더 이상 같은 고객이 아니므로, 추출이 아무리 공정했어도 비교할 수 없습니다.',
    },
    'missing-outcomes': {
      title: '반응이 비어 빠진 고객이 있습니다',
      text: '배정군마다 비슷하게 비어 있어 비교는 할 수 있습니다.',
    },
    'delivery-differs': {
      title: '반송률이 배정군마다 다릅니다',
      text: '캐럿이 아니라 도달의 차이가 반응의 차이로 보일 수 있습니다. 반응률은 보낸 고객 기준으로 읽으세요.',
    },
    'largest-amounts-decide': {
      title: (arm: string) => `${arm}: 금액 차이가 큰 금액 몇 건에 달려 있습니다`,
      text: '가장 큰 금액을 자르면 판단이 달라집니다. 자른 값을 함께 보고, 큰 주문이 맞는지 확인하세요.',
    },
    'effect-changes': {
      title: (arm: string) => `${arm}: 처음의 효과와 나중의 효과가 다릅니다`,
      text: (until: string) =>
        `${until}까지와 그 뒤가 다릅니다. 새것이라 반짝했거나 반응을 앞당기기만 했을 수 있으니, 처음 며칠로 전체를 판단하지 마세요.`,
    },
    'window-open': {
      title: '응답 기간이 아직 끝나지 않았습니다',
      text: (reached: string, to: string) =>
        `응답은 ${reached}까지 들어왔고 기간은 ${to}까지입니다. 지금 숫자는 중간 결과입니다.`,
    },
    'outside-window': {
      title: '기간 밖의 응답은 세지 않았습니다',
      text: '기간이나 날짜 열을 잘못 고르지 않았는지 보세요.',
    },
    'not-on-list': {
      title: '명단에 없는 고객의 반응이 있습니다',
      text: '고객 번호의 형식이 다르거나 명단 밖으로 나간 연락일 수 있습니다. 세지 않았습니다.',
    },
    'rows-unused': {
      title: '쓰지 못한 행이 있습니다',
      text: '배정군이나 층이 비어 있습니다.',
    },
    'waves-differ': {
      title: (waves: string) => `${waves}차 추출의 배정 비율이 처음과 다릅니다`,
      text: '어떤 배정군에는 나중에 보낸 고객이 더 많습니다. 그사이에 달라진 것(계절, 다른 행사)이 효과처럼 보일 수 있으니 차수별로 나눠 확인하세요.',
    },
    'repeated-customers': {
      title: '두 번 이상 나온 고객이 있습니다',
      added: '한 고객으로 합쳐 셌습니다.',
      asRows: '행마다 한 고객으로 셌으므로 효과가 실제보다 확실해 보입니다.',
    },
    'contradicting-marks': {
      title: '서로 어긋나는 표시가 있습니다',
      text: '반송이지만 반응한 고객은 도달로, 반응 없이 산 고객은 반응으로 셌습니다.',
    },
  },
  leaveOut: '이 고객을 빼고 읽기',
  countAgain: '다시 넣고 읽기',
  largest: {
    open: '가장 큰 금액 보기',
    title: '가장 큰 금액',
    sub: (count: string) =>
      `금액이 가장 큰 고객 ${count}명입니다. 단위를 잘못 적은 금액이나 법인 주문이 없는지 보세요.`,
    rank: '순위',
    customer: '고객',
    arm: '배정군',
    amount: '금액',
    share: '그 배정군 금액 중 비율',
    noId: '고객 번호 없음',
  },
  figure: {
    customers: '고객',
    share: '비율',
    rows: '행',
    pValue: 'p',
    missing: (arm: string) => `${arm} 빈 값`,
    bounced: (arm: string) => `${arm} 반송`,
    all: '모든 금액',
    capped: '큰 금액을 자르면',
    early: '처음',
    late: '그 뒤',
    before: '기간 전',
    after: '기간 뒤',
    silence: '더 올 응답이 없을 확률',
    missingArm: '배정군 없음',
    noStratum: '층 없음',
    respondedThoughBounced: '반송인데 반응',
    purchasedWithoutResponse: '반응 없이 구매',
  },
};

export type TrustWords = typeof trustKo;
