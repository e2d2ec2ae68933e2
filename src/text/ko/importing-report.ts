import type { ImportProblemCode } from '#core/import/column.ts';
import { withParticle } from '../korean-particle.ts';

/** What happened while a file was read. */
export const importingReport = {
  report: {
    title: '읽기 보고서',
    read: '읽은 행',
    kept: '남긴 행',
    rejected: '제외한 행',
    aside: '따로 둔 줄',
    lines: '파일의 줄',
    seconds: '걸린 시간',
    secondsUnit: '초',
    file: (name: string, size: string) => `${name} · ${size}`,
    clean: '읽지 못한 값이 없습니다.',
    summary: {
      all: (read: string) => `${read}행을 모두 읽었습니다.`,
      some: (read: string, kept: string, rejected: string) =>
        `${read}행 가운데 ${kept}행을 읽고 ${rejected}행을 제외했습니다.`,
      aside: (lines: string) => `표의 행이 아닌 ${lines}줄은 따로 두었습니다.`,
      emptied: (values: string) => `읽지 못한 값 ${values}개는 비웠습니다.`,
      noticed: (kinds: string) => `그대로 두었지만 확인할 것이 ${kinds}가지 있습니다.`,
      appended: (before: string) => `이어 붙이기 전에 있던 ${before}행은 그대로입니다.`,
      replaced: (rows: string) => `먼저 있던 ${rows}행은 같은 고객 ID의 새 행으로 바뀌었습니다.`,
      missing: (names: string) => `파일에 없어 비워 둔 열: ${names}.`,
      added: (names: string) => `파일에서 더해진 열: ${names}.`,
    },
    before: '이어 붙이기 전 행',
    groups: {
      row: '제외한 행',
      aside: '표의 행이 아니라 따로 둔 줄',
      value: '비운 값',
      kept: '그대로 두었지만 확인할 것',
    },
    /** What became of every line of the file; `parts` add up to `total`. */
    account: {
      title: '파일의 모든 줄',
      sum: (total: string, parts: readonly string[]) => `${total}줄 = ${parts.join(' + ')}`,
      labelled: (sum: string) => `파일의 모든 줄: ${sum}`,
      header: (lines: string) => `제목 줄 ${lines}`,
      kept: (rows: string) => `남긴 행 ${rows}`,
      rejected: (rows: string) => `제외한 행 ${rows}`,
      aside: (lines: string) => `따로 둔 줄 ${lines}`,
      continued: (lines: string) => `칸 안에서 줄을 바꾼 줄 ${lines}`,
      explain: (lines: string) =>
        `파일의 ${lines}줄이 각각 어디로 갔는지 하나도 빠짐없이 셉니다. 따로 둔 줄은 표 위의 제목, 빈 줄, 합계, 설명, 되풀이된 제목 줄, 다른 표의 행입니다.`,
    },
    share: (share: string) => `전체의 ${share}`,
    earlierRow: '먼저 있던 표의 행',
    details: {
      'placeholder-id': (value: string) =>
        `“${value}” 하나에 몰려 있습니다. 비회원 손님의 번호라면 빼고 내보낸 파일로 다시 읽으세요. 한 사람이 이만큼 산 것으로 계산됩니다.`,
      'future-date': (today: string) =>
        `${today} 뒤의 날짜입니다. 예약일이나 만료일이 아니라면 잘못 적힌 값입니다.`,
      'implausible-date': (date: string) =>
        `${date}입니다. 날짜가 없다는 뜻으로 적은 값으로 보입니다. 휴면기간이 아주 길게 나오니 원래 시스템에서 비워 내보내 주세요.`,
      'mixed-units': (unit: string) =>
        `${withParticle(unit, '으로')} 적힌 값입니다. 만·억과 %는 풀어서 읽지만 통화는 환산하지 않습니다.`,
      'mixed-encoding': '글자가 깨져 보이면 두 파일을 이어 붙인 것은 아닌지 확인해 주세요.',
      'duplicate-id': '어느 행을 남길지 바꾸어 다시 읽을 수 있습니다.',
      'missing-id': '고객 ID가 없으면 추출하거나 거래와 이을 수 없습니다.',
      'impossible-date': '달력에 없는 날짜는 다른 날로 넘기지 않고 비웁니다.',
      'blank-line': '아무것도 없거나 구분자만 있는 줄입니다. 내려받을 것이 없어 수만 셉니다.',
      'another-table': '이 표를 읽으려면 파일을 다시 고르고 제목 줄에서 그 표를 고르세요.',
      'ambiguous-date':
        '03/04/2026처럼 3월 4일로도 4월 3일로도 읽히는 날짜입니다. 넘겨짚지 않고 비웠습니다. 글자로 다시 읽으면 적힌 그대로 남습니다.',
      'became-decimal':
        '앞부분에는 정수만 있었지만 뒤에서 소수가 나와 열 전체를 숫자(소수)로 읽었습니다. 소수라서 비운 값은 없습니다.',
      'leading-zero':
        '숫자 열이라 007을 7로 읽었습니다. 번호나 코드라면 이 열을 글자로 다시 읽으세요. 0이 그대로 남습니다.',
      'unclosed-quote': (most: string) =>
        `따옴표가 열린 뒤 같은 줄에서도, 그 뒤 ${most}자 안에서도 닫히지 않았거나 다음 줄들이 표의 행으로 이어집니다. 그 줄만 제외했습니다.`,
    },
    noUnit: '단위 없이',
    again: {
      title: '규칙을 바꾸어 다시 읽기',
      action: '이 규칙으로 다시 읽기',
      asTextTitle: '읽지 못한 값 살리기',
      asTextHint:
        '열을 글자로 다시 읽으면 모든 값이 파일에 적힌 그대로 남습니다. 대신 그 열로는 합계나 기간을 계산하지 못합니다.',
      asText: (column: string) => `“${column}” 열을 글자로 다시 읽기`,
      gone: '다시 읽으려면 파일을 한 번 더 고르고 “바꿔 넣기”를 선택하세요.',
    },
    problem: '문제',
    column: '열',
    what: '처리',
    count: '건수',
    examples: '줄 번호와 예',
    line: (line: string) => `${line}번째 줄`,
    download: '제외한 행 내려받기',
    downloadAside: '따로 둔 줄 내려받기',
    downloadBoth: '제외한 행과 따로 둔 줄 내려받기',
    rejectedColumns: { file: '파일', line: '줄', code: '코드', reason: '제외 사유' },
    rejectedFile: (label: string, hasPersonal: boolean) =>
      `${label}-제외한-행${hasPersonal ? '-개인정보-포함' : ''}.csv`,
    withPersonal: '개인정보도 그대로 담기',
    personalHidden: (columns: string) => `개인정보 열은 일부를 가리고 담습니다: ${columns}`,
    personalIncluded: (columns: string) =>
      `개인정보가 파일에 그대로 들어갑니다. 보관에 주의하세요: ${columns}`,
    severity: {
      row: '행을 제외했습니다',
      aside: '따로 두었습니다',
      value: '값을 비웠습니다',
      kept: '그대로 두었습니다',
    },
    codes: {
      'too-few-fields': '칸이 모자란 행',
      'too-many-fields': '칸이 남는 행',
      'unclosed-quote': '닫히지 않은 따옴표',
      'total-row': '합계 행',
      'repeated-header': '중간에 되풀이된 제목 줄',
      'another-table': '같은 파일에 이어진 다른 표',
      'comment-line': '설명 줄',
      'line-above': '표 위에 있는 줄',
      'blank-line': '빈 줄',
      'undecodable-bytes': '이 인코딩으로 읽을 수 없는 글자',
      'not-a-number': '숫자가 아닌 값',
      'not-a-whole-number': '정수가 아닌 값',
      'number-too-large': '정확히 담을 수 없이 큰 수',
      'not-a-date': '날짜가 아닌 값',
      'ambiguous-date': '월과 일의 순서를 알 수 없는 날짜',
      'impossible-date': '달력에 없는 날짜',
      'not-yes-or-no': '예/아니요가 아닌 값',
      'missing-id': '고객 ID가 빈 행',
      'duplicate-id': '또 나온 고객 ID',
      'placeholder-id': '한 ID에 몰린 행',
      'future-date': '오늘보다 뒤의 날짜',
      'implausible-date': '실제 날짜로 보기 어려운 값',
      'mixed-units': '단위가 섞인 값',
      'became-decimal': '정수 열에서 나온 소수',
      'leading-zero': '앞자리 0이 빠진 숫자',
      'mixed-encoding': '다른 인코딩으로 적힌 줄',
    } satisfies Record<ImportProblemCode, string> as Record<ImportProblemCode, string>,
    explain: {
      read: '제목 줄을 뺀 표의 행 수입니다. 남긴 행과 제외한 행을 더한 값과 같습니다. 표의 행이 아닌 줄(표 위의 제목, 빈 줄, 합계, 설명, 다른 표)은 따로 셉니다. 빈 줄은 열이 하나뿐인 표에서만 행으로 셉니다.',
      kept: '데이터베이스에 들어간 행입니다. 값 하나를 읽지 못한 행은 그 값만 비우고 남깁니다.',
      rejected:
        '칸 수가 맞지 않거나 고객 ID가 겹쳐 들어가지 못한 행입니다. 모두 내려받을 수 있습니다.',
      formula: (kept: string, rejected: string, read: string) => `${read} = ${kept} + ${rejected}`,
    },
  },
};
