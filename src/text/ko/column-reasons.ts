import { withParticle } from '../korean-particle.ts';

/** Why a column is taken for what it is: one sentence for each reason and remark of the inference. */
export const columnReasons = {
  orders: {
    'year-first': '연/월/일',
    'month-first': '월/일/연',
    'day-first': '일/월/연',
  },
  kinds: {
    text: '글자',
    integer: '정수',
    decimal: '숫자',
    date: '날짜',
    boolean: '예/아니요',
  },
  and: (all: string[]) => all.join(', '),
  or: (all: string[]) => all.join(' 또는 '),
  reading: (iso: string, order: string) => `${iso}(${order})`,
  reasons: {
    noValues: '살펴본 범위에 값이 없어 글자로 둡니다.',
    noValuesTyped: (kind: string) =>
      `살펴본 범위에 값이 없어, 파일에 적힌 열의 종류(${kind})대로 읽습니다.`,
    yesNo: (words: string) => `${words}처럼 적힌 값을 예/아니요로 읽습니다.`,
    yesNoByHeader: (words: string) =>
      `열 이름으로 보아 ${words}처럼 적힌 값을 예/아니요로 읽습니다.`,
    dates: (example: string, iso: string) =>
      `날짜로 읽습니다. ${withParticle(example, '은')} ${iso}입니다.`,
    datesAsWritten: (example: string) => `${example}처럼 적힌 날짜입니다.`,
    eightDigits: (example: string, iso: string) =>
      `열 이름으로 보아 숫자 여덟 자리를 날짜로 읽습니다. ${withParticle(example, '은')} ${iso}입니다.`,
    serials: (example: string, iso: string) =>
      `열 이름이 날짜이고 값이 엑셀의 날짜 일련번호여서 날짜로 읽습니다. ${withParticle(example, '은')} ${iso}입니다.`,
    orderDecided: (order: string, decidedBy: string, example: string, iso: string) =>
      `${decidedBy} 같은 값이 있어 ${order} 순서로 정했습니다. ${withParticle(example, '은')} ${iso}입니다.`,
    orderFits: (order: string, example: string, iso: string) =>
      `모든 값에 맞는 순서는 ${order}뿐입니다. ${withParticle(example, '은')} ${iso}입니다.`,
    shortYears: (order: string, from: string, to: string, example: string, iso: string) =>
      `${order} 순서로 읽고, 두 자리 연도는 ${from}~${to}년으로 봅니다. ${withParticle(example, '은')} ${iso}입니다.`,
    wholeNumbers: (example: string) => `${example}처럼 소수점 아래가 없는 숫자입니다.`,
    decimals: (example: string) => `${example}처럼 소수점 아래가 있는 숫자입니다.`,
    percentages: (example: string, value: string) =>
      `백분율은 비율로 바꾸어 읽습니다. ${withParticle(example, '은')} ${value}입니다.`,
    koreanAmounts: (example: string, value: string) =>
      `천·만·억 단위를 풀어서 읽습니다. ${withParticle(example, '은')} ${value}입니다.`,
    decimalComma: (example: string, value: string) =>
      `쉼표를 소수점으로 읽습니다. ${withParticle(example, '은')} ${value}입니다.`,
    words: (example: string) => `“${example}”처럼 글자로 적힌 값입니다.`,
    leadingZeros: (example: string) =>
      `${example}처럼 0으로 시작하는 값이 있어, 0이 사라지지 않도록 글자로 둡니다.`,
    longNumbers: (example: string) =>
      `${example}처럼 열여섯 자리 이상인 번호가 있어, 한 자리도 달라지지 않도록 글자로 둡니다.`,
    dialledNumbers: (example: string) =>
      `${example}처럼 국가 번호로 시작하는 전화번호가 있어 글자로 둡니다.`,
    codesWithE: (example: string) =>
      `${example}처럼 지수로 적은 숫자로도 보이는 값이 있습니다. 상품 코드일 수 있어 글자로 둡니다.`,
    identifiers: (example: string) =>
      `${example} 같은 번호는 더하거나 빼는 수가 아니라 대상을 가리키는 이름입니다. 한 글자도 달라지지 않도록 글자로 둡니다.`,
    yearMonths: (example: string) =>
      `${example}처럼 연도와 월을 적은 값입니다. 숫자로 바꾸면 2026.10과 2026.1이 같아지므로 글자로 둡니다.`,
    quotedFormulas: (example: string) =>
      `${example}처럼 숫자로 바뀌지 않게 감싼 값이 있어, 따옴표 안의 글자 그대로 둡니다.`,
    shortenedNumbers: (example: string) =>
      `${example}처럼 엑셀이 줄여서 저장한 긴 번호입니다. 뒷자리는 이 파일에 남아 있지 않으니, 원래 시스템에서 이 열을 텍스트 서식으로 다시 내보내 주세요.`,
    openOrder: (example: string, readings: string) =>
      `${withParticle(example, '이')} 몇 월 며칠인지 값만으로는 알 수 없습니다. ${readings}일 수 있으니 순서를 골라 주세요. 고르기 전에는 글자로 둡니다.`,
    contradictoryOrder: (one: string, other: string) =>
      `${withParticle(one, '과')} ${withParticle(other, '은')} 같은 순서의 날짜일 수 없습니다. 순서를 골라 주세요. 고르기 전에는 글자로 둡니다.`,
    tooFewFit: (share: string, kind: string, example: string) =>
      `${kind}인 값이 ${share}뿐이고 “${example}” 같은 값이 섞여 있어 글자로 둡니다.`,
  },
  notes: {
    times: (count: string, example: string) =>
      `시각이 함께 적힌 값 ${count}개는 시각까지 담습니다. 예: ${example}`,
    offsetsAsWritten: (count: string, offsets: string) =>
      `시간대(${offsets})가 적힌 값이 ${count}개 있습니다. 시각은 파일에 적힌 그대로 담습니다.`,
    offsetsConverted: (count: string, offsets: string, zone: string) =>
      `시간대(${offsets})가 적힌 값 ${count}개는 ${zone} 시각으로 바꾸어 담습니다.`,
    trianglesMinus: (example: string) =>
      `삼각형(△ ▲ ▼)은 회계 표기대로 마이너스로 읽습니다. 예: ${example}`,
    trianglesRise: '▲와 △는 증가, ▼와 ▽는 감소로 읽습니다.',
    missing: (count: string, markers: string) =>
      `${markers}처럼 값이 없다는 뜻으로 적힌 ${count}개는 빈 값으로 봅니다.`,
    unfit: (count: string, example: string) =>
      `“${example}”처럼 이 종류로 읽을 수 없는 값이 ${count}개 있습니다. 읽을 때 비우고 알려 드립니다.`,
  },
  units: {
    none: '단위 없음',
    one: (unit: string, count: string, example: string) => `${unit} ${count}개(${example})`,
    mixed: (units: string) =>
      `단위가 섞여 있습니다: ${units}. 만·억과 %는 풀어서 읽지만 통화는 환산하지 않습니다. 서로 견줄 수 있는 값인지 확인해 주세요.`,
  },
};
