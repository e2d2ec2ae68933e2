import { withParticle } from '../korean-particle.ts';

/** The step "customers": journey stages, dormancy and concentration at an as-of date. */
export const customers = {
  title: {
    empty: '고객이 지금 어디쯤 있는지 봅니다',
    dormant: (dormant: string, buyers: string) =>
      `구매고객 ${buyers}명 가운데 ${dormant}명이 쉬고 있습니다`,
    noBuyers: '아직 구매한 고객이 없습니다',
  },
  lede: '기준일 하루를 정하고 단계, 휴면기간, 매출 집중도를 셉니다. 눈에 띄는 묶음은 바로 실험 대상이나 속성으로 넘길 수 있습니다.',
  empty: {
    noProject: '고객 명단이 있으면 시작할 수 있습니다',
    noProjectText:
      '고객을 가망·신규·활성·비활성·재활성(웨이크업) 다섯 단계로 나누고, 얼마나 쉬고 있는지, 매출이 누구에게 몰려 있는지 봅니다. 예제로 먼저 둘러보거나 내 파일을 올리세요.',
    noSource: '고객 명단이 될 표가 아직 없습니다',
    noSourceText:
      '데이터 단계에서 표의 용도를 “고객 명단”으로 정하고, 고객 ID 열과 최근 구매일 열에 역할을 주세요. 거래 내역만 있어도 최근 구매일은 거기서 셉니다.',
    noDates: '구매한 날짜를 알 수 있는 열이 없습니다',
    noDatesText:
      '고객 명단의 한 열에 “최근 구매일” 역할을 주거나, 고객 ID와 주문일이 있는 거래 내역을 올리면 단계와 휴면기간을 셀 수 있습니다.',
    noAsOf: '기준일을 정해 주세요',
    noAsOfText:
      '휴면기간은 기준일까지 만으로 센 개월 수입니다. 데이터를 뽑은 날이나 캠페인을 시작할 날을 고르세요.',
    toImport: '데이터 단계로 가기',
  },
  counting: '고객을 단계별로 세는 중입니다…',
  asOf: {
    label: '기준일',
    hint: '이날까지의 구매로 셉니다',
    error: '2017-03-26처럼 있는 날짜를 적어 주세요',
    edit: '기준일 바꾸기',
    future: (count: string) =>
      `최근 구매일이 기준일보다 뒤인 고객 ${count}명은 어느 단계에도 넣지 않았습니다. 기준일이 데이터보다 이르지 않은지 확인하세요.`,
  },
  strip: {
    customers: '전체 고객',
    buyers: '구매한 고객',
    buyersNote: (share: string) => `전체의 ${share}`,
    dormant: '휴면고객',
    dormantNote: (months: string) => `만 ${months}개월 이상 구매 없음`,
    topShare: '상위 20%의 매출 비중',
    topShareNote: '구매 금액 순',
    noAmounts: '거래 금액이 없어 알 수 없음',
  },
  stages: {
    title: '고객여정 단계',
    sub: (date: string) => `기준일 ${date} · 한 고객은 한 단계에만 속합니다`,
    names: {
      prospect: '가망',
      new: '신규',
      active: '활성',
      inactive: '비활성',
      'wake-up': '재활성(웨이크업)',
    },
    stage: '단계',
    customers: '고객 수',
    share: '전체 중 비율',
    action: '실험으로',
    definitions: {
      prospect: () => '가입했지만 아직 구매하지 않은 고객',
      new: (months: string, orders: string) =>
        `만 ${months}개월이 지나기 전에 구매했고, 주문이 ${orders}회 이하인 고객`,
      active: (months: string, orders: string) =>
        `만 ${months}개월이 지나기 전에 구매했고, 주문이 ${orders}회를 넘은 고객`,
      activeWithoutOrders: (months: string) => `최근 구매 후 만 ${months}개월이 지나지 않은 고객`,
      inactive: (months: string) => `최근 구매 후 만 ${months}개월 이상 지난 고객`,
      'wake-up': (months: string, gap: string) =>
        `만 ${gap}개월 이상 쉬었다가 돌아와, 만 ${months}개월이 지나기 전에 구매한 고객`,
    },
    unknown: '거래 내역이 없어 가릴 수 없음',
    needsTransactions:
      '신규와 재활성은 주문 횟수와 주문 간격으로 가립니다. 지금은 거래 내역이 없어 두 단계의 고객이 모두 활성에 들어 있습니다.',
    addTransactions: '거래 내역 올리기',
    rules: {
      title: '단계를 나누는 기준',
      inactive: '비활성으로 보는 기간',
      inactiveUnit: '개월부터',
      newOrders: '신규로 보는 주문',
      newOrdersUnit: '회까지',
      gap: '재활성으로 보는 공백',
      gapUnit: '개월부터',
      error: (least: string, most: string) => `${least}부터 ${most}까지의 정수로 적어 주세요`,
      edit: '단계 기준 바꾸기',
    },
    explainMeaning: (stage: string, definition: string) => `${stage} 단계: ${definition}입니다.`,
    explainMethod: '만 개월(달력의 월 차이, 날짜가 차지 않았으면 1을 뺌)로 셉니다.',
    explainSource: 'AP Mall 고객여정 단계 (가망, 신규, 활성, 비활성, Wakeup)',
  },
  dormancy: {
    title: '휴면기간',
    chartTitle: (share: string, months: string) =>
      `구매고객의 ${share}가 만 ${months}개월 이상 쉬고 있습니다`,
    sub: (date: string) => `최근 구매 후 만 개월 수별 고객 · 기준일 ${date}`,
    band: '휴면기간',
    months: '만 개월',
    customers: '고객 수',
    share: '구매고객 중 비율',
    levels: ['단기', '중기', '장기'] as [string, string, string],
    active: '최근',
    range: (from: string, to: string) => (from === to ? `${from}개월` : `${from}–${to}개월`),
    open: (from: string) => `${from}개월 이상`,
    cuts: '구간을 나누는 개월',
    cutsHint: '쉼표로 나눕니다. 첫 숫자부터 휴면으로 봅니다.',
    cutsError: '1부터 24까지의 정수를 작은 것부터 쉼표로 나눠 적어 주세요. 예: 1, 3, 6',
    edit: '휴면 구간 바꾸기',
    axisEnd: '24+',
    axis: '만 개월',
    explainMeaning: (range: string) => `최근 구매 후 ${range} 지난 고객입니다.`,
    explainFormula: (asOf: string) => `${asOf} − 최근 구매일, 만 개월`,
    explainMethod:
      '달력의 월 차이에서, 날짜가 아직 차지 않았으면 1을 뺍니다. 월말은 당기지 않습니다.',
    explainSource: '휴면고객은 구매 행동으로 정한 말이며, 법에서 말하던 휴면 회원이 아닙니다.',
  },
  concentration: {
    title: '매출 집중도',
    before: '상위 20% 고객이 매출의 ',
    after: '를 차지합니다',
    chartTitle: (share: string) => `상위 20% 고객이 매출의 ${share}를 차지합니다`,
    sub: '구매 금액이 큰 고객부터 줄 세운 누적 매출 비중',
    axisCustomers: '구매 금액 상위 고객',
    axisSales: '누적 매출',
    equal: '모두 똑같이 샀다면',
    claimLabel: '흔히 말하는 범위',
    claim: {
      fits: (ten: string, twenty: string) =>
        `흔히 “충성고객 10–20%가 매출의 60–80%”라고 합니다. 이 데이터는 상위 10%가 ${ten}, 20%가 ${twenty}로 그 말과 맞습니다.`,
      flatter: (ten: string, twenty: string) =>
        `흔히 “충성고객 10–20%가 매출의 60–80%”라고 합니다. 이 데이터는 상위 10%가 ${ten}, 20%가 ${twenty}로, 그 말보다 매출이 고르게 퍼져 있습니다. 상위 고객만 챙겨서는 매출 대부분을 놓칩니다.`,
      steeper: (ten: string, twenty: string) =>
        `흔히 “충성고객 10–20%가 매출의 60–80%”라고 합니다. 이 데이터는 상위 10%만으로 ${ten}, 20%는 ${twenty}로, 그 말보다 더 몰려 있습니다. 몇 안 되는 고객의 이탈이 크게 다가옵니다.`,
    },
    compare: '공개 데이터의 상위 20%: CDNOW 67.8%, Online Retail 74.6%.',
    top: '상위',
    share: '매출 비중',
    least: '들어오는 금액',
    noAmounts:
      '매출 집중도는 고객별 구매 금액으로 셉니다. 주문일과 금액이 있는 거래 내역을 올리면 볼 수 있습니다.',
    explainTitle: '상위 20%의 매출 비중',
    explainMeaning:
      '구매 금액을 모두 더해 큰 순서로 줄 세웠을 때, 앞의 20% 고객이 산 금액이 전체에서 차지하는 몫입니다. 금액이 0보다 큰 고객만 셉니다.',
    explainFormula: (share: string) => `상위 20%의 구매 금액 ÷ 전체 구매 금액 = ${share}`,
    explainMethod: '로렌츠 곡선의 상위 20% 지점',
    explainSource: '비교한 주장: 채널톡 강의 노트 (충성고객 10–20%가 매출의 60–80%)',
  },
  act: {
    target: '대상으로 삼기',
    targetOf: (group: string) => `${group} 고객을 실험 대상으로 삼기`,
    attributeStage: '단계를 속성으로',
    attributeDormancy: '휴면기간을 속성으로',
    attributeValue: '상위 20% 여부를 속성으로',
    topGroup: '상위 20%',
    restGroup: '나머지 80%',
    attributeNames: { stage: '고객여정 단계', dormancy: '휴면기간', value: '구매 금액' },
    targeted: (group: string, experiment: string) =>
      `“${experiment}” 실험의 대상을 ${group} 고객으로 정했습니다.`,
    divided: (attribute: string, experiment: string) =>
      `“${experiment}” 실험에 속성을 더했습니다: ${attribute}`,
    startedTargeted: (group: string, experiment: string) =>
      `${withParticle(`새 실험 “${experiment}”`, '을')} 만들고 대상을 ${group} 고객으로 정했습니다.`,
    startedDivided: (attribute: string, experiment: string) =>
      `${withParticle(`새 실험 “${experiment}”`, '을')} 만들고 속성을 넣었습니다: ${attribute}`,
    goToDesign: '실험설계 보기',
    experimentName: (group: string) => `${group} 고객 실험`,
    edit: (what: string) => `실험에 더하기: ${what}`,
  },
  next: {
    title: '다음',
    text: '누구를 움직일지 눈에 들어왔다면, 무엇부터 시험할지 순서를 정합니다.',
    ideas: '기회·우선순위로 가기',
    design: '실험설계로 가기',
    how: '단계, 휴면 구간, 상위 고객마다 있는 “대상으로 삼기”를 누르면 그 고객만 남기는 조건이 실험설계에 들어갑니다. 속성으로 더하면 할당표의 한 축이 됩니다.',
  },
  currentTitle: '지금 실험에 들어 있는 것',
  currentFilters: (count: string) => `대상 조건 ${count}개`,
  currentAttributes: (count: string) => `속성 ${count}개`,
};
