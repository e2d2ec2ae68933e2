import type { PracticeName } from '#core/simulate/practice/practice-plan.ts';

/** 연습 캠페인의 글. */
export const practiceKo = {
  title: '연습 캠페인',
  sub: '숫자를 읽기 전에 무엇을 의심해야 하는지 한 가지씩 배웁니다. 심어 둔 값이라 정답이 있습니다.',
  read: '읽어 보기',
  readLong: (campaign: string) => `${campaign}: 읽어 보기`,
  reopen: '다시 보기',
  reopenLong: (campaign: string) => `${campaign}: 다시 보기`,
  download: 'CSV',
  downloadLong: (campaign: string) => `${campaign}: CSV 내려받기`,
  edit: (campaign: string) => `연습 캠페인 추가: ${campaign}`,
  campaigns: {
    simpson: {
      name: '심슨의 역설',
      teaches:
        'DM은 전체로 보면 SMS보다 반응률이 낮은데, 휴면기간별로 나눠 보면 어디서나 더 높습니다. DM을 어려운 고객에게 더 많이 보냈기 때문입니다.',
    },
    'uneven-split': {
      name: '표본 비율 불일치',
      teaches:
        '반반으로 나눈 명단이 44,700명과 45,489명이 되었습니다. 셀별로 보면 사라진 789명이 한곳에 몰려 있습니다. 웨어하우스에서 집계한 표입니다.',
    },
    contaminated: {
      name: '두 배정군에 든 고객',
      teaches:
        '고객 12명이 대조군에도 쿠폰군에도 들어 있습니다. 쿠폰을 받은 고객이 대조군에 섞이면 효과가 실제보다 작아 보입니다.',
    },
    'open-window': {
      name: '아직 끝나지 않은 기간',
      teaches:
        '3주 동안 반응을 보기로 했는데 파일에는 첫 주만 들어 있습니다. 지금 앞선 배정군이 끝까지 앞서리라는 보장은 없습니다.',
    },
    'same-messages': {
      name: 'A/A 테스트',
      teaches:
        '같은 메시지를 두 이름으로 보냈습니다. 차이가 보여도 우연입니다. “알 수 없다”가 나와야 맞습니다.',
    },
  } satisfies Record<PracticeName, { name: string; teaches: string }>,
};

export type PracticeWords = typeof practiceKo;
