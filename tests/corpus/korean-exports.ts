import { emptied, reads, setAside, type CorpusFile, type ReadOutcome } from './corpus-file.ts';

interface Export {
  readonly name: string;
  readonly text: string;
  readonly fileName: string;
  readonly outcome: ReadOutcome;
}

const lines = (...texts: readonly string[]) => `${texts.join('\r\n')}\r\n`;

/** What tills, shops and back offices really write, first as text: the same files are tried in UTF-8 and in CP949. */
export const koreanExports: readonly Export[] = [
  {
    name: 'daily sales of a till: titles above, a total below, won with thousands separators',
    fileName: '일매출현황.csv',
    text: lines(
      '일자별 매출 현황,,,,',
      '매장명 : 강남점,,,,',
      '조회기간 : 2026-11-01 ~ 2026-11-04,,,,',
      ',,,,',
      '영업일자,영수건수,총매출액,할인액,실매출액',
      '2026-11-01,120,"1,250,000","50,000","1,200,000"',
      '2026-11-02,98,"980,000",0,"980,000"',
      '2026-11-03,143,"1,610,500","△10,500","1,600,000"',
      '2026-11-04,77,"700,000","20,000","680,000"',
      '합계,438,"4,540,500","59,500","4,460,000"',
    ),
    outcome: {
      names: ['영업일자', '영수건수', '총매출액', '할인액', '실매출액'],
      kinds: 'date integer integer integer integer',
      rows: [
        ['2026-11-01', 120, 1_250_000, 50_000, 1_200_000],
        ['2026-11-02', 98, 980_000, 0, 980_000],
        ['2026-11-03', 143, 1_610_500, -10_500, 1_600_000],
        ['2026-11-04', 77, 700_000, 20_000, 680_000],
      ],
      problems: [
        setAside('line-above', 1, 2, 3),
        setAside('blank-line', 4),
        setAside('total-row', 10),
      ],
      preview: {
        source: { layout: { headerLine: 5 } },
        linesAbove: [{ line: 1 }, { line: 2 }, { line: 3 }],
        totalLines: [{ line: 10 }],
      },
    },
  },
  {
    name: 'orders of a mall: numbers as ="…" so that Excel keeps them, options in quotes',
    fileName: '주문목록.csv',
    text: lines(
      '주문번호,주문일시,주문자ID,상품명,수량,결제금액',
      '="2026112200001",2026-11-22 오전 9:05:11,mina01,"니트 (색상: 아이보리, 사이즈: M)",1,"39,000원"',
      '="2026112200002",2026-11-22 오후 3:20:45,jun_lee,"청바지 ""슬림""",2,"78,000원"',
      '="2026112300001",2026-11-23 오전 12:00:01,mina01,양말,10,"15,000원"',
    ),
    outcome: {
      names: ['주문번호', '주문일시', '주문자ID', '상품명', '수량', '결제금액'],
      kinds: 'text date text text integer integer',
      rows: [
        [
          '2026112200001',
          '2026-11-22 09:05:11',
          'mina01',
          '니트 (색상: 아이보리, 사이즈: M)',
          1,
          39_000,
        ],
        ['2026112200002', '2026-11-22 15:20:45', 'jun_lee', '청바지 "슬림"', 2, 78_000],
        ['2026112300001', '2026-11-23 00:00:01', 'mina01', '양말', 10, 15_000],
      ],
    },
  },
  {
    name: 'members of a back office: blank points, consent as Y and N, phone numbers',
    fileName: '회원명단_20261122.csv',
    text: lines(
      'No,회원번호,성명,휴대폰,가입일,최종구매일,누적포인트,SMS수신동의',
      '1,00012345,김*수,010-****-5678,2024. 3. 5.,2026. 11. 20.,"12,300P",Y',
      '2,00012346,이*희,010-****-1234,2023. 12. 31.,,0P,N',
      '3,00012347,박*,010-****-9999,2025. 1. 1.,2026. 2. 30.,-,Y',
    ),
    outcome: {
      names: [
        'No',
        '회원번호',
        '성명',
        '휴대폰',
        '가입일',
        '최종구매일',
        '누적포인트',
        'SMS수신동의',
      ],
      kinds: 'text text text text date date integer boolean',
      rows: [
        ['1', '00012345', '김*수', '010-****-5678', '2024-03-05', '2026-11-20', 12_300, 1],
        ['2', '00012346', '이*희', '010-****-1234', '2023-12-31', null, 0, 0],
        ['3', '00012347', '박*', '010-****-9999', '2025-01-01', null, null, 1],
      ],
      problems: [emptied('impossible-date', '최종구매일', 4)],
    },
  },
  {
    name: 'a ledger of an ERP: a header of two rows, amounts in 만원, subtotals',
    fileName: '거래처원장.csv',
    text: lines(
      '거래처별 매출 (단위: 만원)',
      '거래처,2026년,,2025년,',
      ',수량,금액,수량,금액',
      '가나상사,10,1200,8,900',
      '다라유통,5,600,7,850',
      '소계,15,1800,15,1750',
      '마바물산,3,300,2,250',
      '총합계,18,2100,17,2000',
    ),
    outcome: {
      names: ['거래처', '2026년 수량', '2026년 금액', '2025년 수량', '2025년 금액'],
      kinds: 'text integer integer integer integer',
      rows: [
        ['가나상사', 10, 1200, 8, 900],
        ['다라유통', 5, 600, 7, 850],
        ['마바물산', 3, 300, 2, 250],
      ],
      problems: [setAside('line-above', 1), setAside('total-row', 6, 8)],
      preview: { source: { layout: { headerLine: 2, headerRows: 2 } } },
    },
  },
  {
    name: 'a delivery list separated by tabs, its last column empty',
    fileName: '배송목록.txt',
    text: lines(
      '송장번호\t받는분\t주소\t요청사항\t',
      '640012345678\t김철수\t서울시 강남구 역삼동 1-2\t문 앞에 "조용히" 놓아주세요\t',
      '640012345679\t이영희\t부산시, 해운대구\t\t',
      '640012345680\t박민수\t제주시 \t경비실\t',
    ),
    outcome: {
      names: ['송장번호', '받는분', '주소', '요청사항'],
      kinds: 'text text text text',
      rows: [
        ['640012345678', '김철수', '서울시 강남구 역삼동 1-2', '문 앞에 "조용히" 놓아주세요'],
        ['640012345679', '이영희', '부산시, 해운대구', null],
        ['640012345680', '박민수', '제주시', '경비실'],
      ],
      preview: { source: { dialect: { delimiter: '\t' } } },
    },
  },
  {
    name: 'a survey with 예/아니오, answers over several lines and full-width digits',
    fileName: '설문.csv',
    text: lines(
      '응답자,재구매 의향,만족도(점),의견',
      'C1,예,９,"좋아요.\r\n또 살게요"',
      'C2,아니오,３점,"배송이 늦음, 포장 불량"',
      'C3,예,10,',
    ),
    outcome: {
      names: ['응답자', '재구매 의향', '만족도(점)', '의견'],
      kinds: 'text boolean integer text',
      rows: [
        ['C1', 1, 9, '좋아요.\r\n또 살게요'],
        ['C2', 0, 3, '배송이 늦음, 포장 불량'],
        ['C3', 1, 10, null],
      ],
    },
  },
  {
    name: 'sales by hour with 오전 and 오후 apart from the day, and a row for the sum',
    fileName: '시간대별.csv',
    text: lines(
      '판매일,시간대,판매금액',
      '2026년 11월 22일,오전 10시,₩120000',
      '2026년 11월 22일,오후 2시,"₩1,350,000"',
      '2026년 11월 23일,오후 9시,₩0',
      '총계,,"₩1,470,000"',
    ),
    outcome: {
      names: ['판매일', '시간대', '판매금액'],
      kinds: 'date text integer',
      rows: [
        ['2026-11-22', '오전 10시', 120_000],
        ['2026-11-22', '오후 2시', 1_350_000],
        ['2026-11-23', '오후 9시', 0],
      ],
      problems: [setAside('total-row', 5)],
    },
  },
];

export const koreanExportFiles: readonly CorpusFile[] = koreanExports.map(
  ({ name, text, outcome, fileName }) => reads(name, text, outcome, fileName),
);
