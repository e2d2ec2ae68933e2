/** How a file is read: format, encoding, separator, where the table stands. */
export const importingSource = {
  encodings: {
    'utf-8': 'UTF-8',
    'euc-kr': 'CP949 (EUC-KR)',
    'utf-16le': 'UTF-16 LE',
    'utf-16be': 'UTF-16 BE',
    'windows-1252': 'Windows-1252 (서유럽)',
  },
  evidence: {
    'byte-order-mark': '파일 첫머리의 표식(BOM)으로 확인했습니다.',
    strict: '살펴본 부분이 이 인코딩의 규칙에 모두 맞습니다.',
    likely: '글자 분포로 짐작했습니다. 아래 한글이 깨져 보이면 바꾸세요.',
    chosen: '직접 고른 인코딩입니다.',
  },
  delimiters: { ',': '쉼표 ,', '\t': '탭', ';': '세미콜론 ;', '|': '세로줄 |' },
  otherDelimiter: (delimiter: string) => `기타 ${delimiter}`,
};
