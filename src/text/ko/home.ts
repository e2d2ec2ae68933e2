/** The first screen. */
export const home = {
  title: '테스트 마케팅 워크벤치',
  headline: '예산을 쓰기 전에, 먼저 작게 시험하세요.',
  lede: '고객 파일을 올리면 할당표부터 표본, 배정, 유의성, 전사 적용 손익까지. 파일은 이 탭을 벗어나지 않습니다.',
  tools: '계산기',
  quota: {
    caption: '할당표 · 휴면기간 × 누적포인트 · 명',
    dormancy: '휴면기간',
    rows: ['장기', '중기', '단기'],
    columns: ['상', '중', '하'],
  },
  lesson: {
    start: '20%가 돌아왔습니다.',
    middle: (holdout: string) =>
      `그런데 아무것도 보내지 않은 고객도 ${holdout}\u2060가 돌아왔다면, 이 캠페인의 ROI는 `,
    end: '입니다.',
    explainTitle: '보내지 않았어도 돌아왔을 고객',
    explainMeaning:
      '반응률 전체가 아니라 홀드아웃보다 늘어난 몫만 캠페인 덕분입니다. 5,000명에게 2,000원씩 쓰고 주문 한 건의 이익이 9,000원일 때의 값입니다.',
    explainMethod: '증분 ROI = (증분 주문 × 주문당 이익 − 비용) ÷ 비용',
  },
  drop: {
    label: '고객 파일을 여기에 놓거나 고르세요',
    hint: 'CSV · TSV · 엑셀에서 복사한 표. CP949도 그대로 읽습니다.',
  },
  continue: (name: string) => `이어서 하기: ${name}`,
  recent: {
    title: '이 브라우저의 프로젝트',
    sub: '이 컴퓨터의 브라우저 안에만 저장됩니다',
    open: '열기',
    remove: '삭제',
    removed: (name: string) => `삭제했습니다: ${name}`,
    removeQuestion: (name: string) =>
      `“${name}” 프로젝트를 이 브라우저에서 지울까요? 되돌릴 수 없습니다. 필요하면 먼저 프로젝트 파일로 내려받으세요.`,
  },
  audiences: [
    {
      title: '마케터',
      text: '고객 명단과 예산만 있으면 됩니다. 채널별로 보낼 명단을 만들고, 돌아온 반응을 한 문장으로 읽습니다.',
    },
    {
      title: '분석가',
      text: '검정력을 알고 설계하고, 층화 검정으로 읽습니다. 추출은 같은 시드에서 마지막 한 명까지 같고, 모든 숫자에 식과 출처가 있습니다.',
    },
    {
      title: '워크숍',
      text: '설치도 가입도 없습니다. 예제 고객 24,000명으로 방법 전체를 30분 안에 한 바퀴 돌아 봅니다.',
    },
  ],
};
