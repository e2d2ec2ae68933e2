/** Why a file was not read: what it looks like, and what to do. */
export const importingProblem = {
  problem: {
    title: '이 파일은 읽지 못했습니다',
    emptyFile: '빈 파일입니다. 내보내기가 끝나기 전에 저장된 것은 아닌지 확인해 주세요.',
    noRows:
      '제목으로 읽은 줄 아래에 데이터 행이 없습니다. 제목만 내보냈거나 표가 아닌 파일일 수 있습니다. 행이 있는 파일을 골라 주세요.',
    cancelled: '읽기를 취소했습니다. 이전 데이터는 그대로입니다.',
    duplicateIds: (count: string, example: string, line: string) =>
      `앞에서 나온 고객 ID가 또 나온 행이 ${count}개 있어 읽지 않았습니다. 처음 겹친 곳은 ${line}번째 줄(${example})입니다. 파일을 고치거나, “같은 고객 ID가 또 나오면”에서 남길 행을 고르세요. 이전 데이터는 그대로입니다.`,
    blankIds: (count: string, line: string) =>
      `고객 ID가 빈 행이 ${count}개 있어 읽지 않았습니다. 처음 나온 곳은 ${line}번째 줄입니다. 파일을 고치거나, ID가 빈 행을 어떻게 할지 고르세요. 이전 데이터는 그대로입니다.`,
    tooManyColumns: (columns: string, most: string) =>
      `첫 줄의 열이 ${columns}개입니다. ${most}개까지 읽습니다. 필요한 열만 내보내거나 구분자를 확인하세요. 구분자가 틀리면 글이 너무 많은 열로 쪼개집니다.`,
    outOfMemory:
      '이 탭의 메모리로는 다 읽을 수 없습니다. 다른 탭을 닫거나 파일을 나누어 다시 읽어 주세요. 이전 데이터는 그대로입니다.',
    engineStopped:
      '읽는 도중 데이터 엔진이 멈춰 읽기를 그만두었습니다. 이전 데이터는 그대로이니 한 번 더 읽어 주세요.',
    unreadable: (detail: string) =>
      `브라우저가 파일을 끝까지 읽지 못했습니다. 파일이 옮겨졌거나 바뀌지 않았는지 확인하고 다시 골라 주세요. (${detail})`,
    passwordProtected:
      '암호가 걸린 파일입니다. 엑셀에서 열어 암호를 풀고 다시 저장한 다음 골라 주세요. 암호는 여기에 입력하지 않아도 됩니다.',
    damaged:
      '파일이 중간에 잘렸거나 손상되었습니다. 내려받기가 끝까지 되었는지 확인하고 다시 받아 주세요.',
    unpackedTooLarge: (megabytes: string) =>
      `압축을 풀면 ${megabytes}MB가 넘어 읽지 않았습니다. 필요한 기간이나 열만 담아 다시 내보내 주세요.`,
    noCommonColumn:
      '이어 붙일 표와 이름이 같은 열이 하나도 없습니다. 파일의 열 이름을 확인하거나 새 표로 읽어 주세요.',
    looksLike: {
      html: '표가 아니라 웹 페이지(HTML)로 보입니다. 엑셀에서 열어 “CSV UTF-8”로 다시 저장해 주세요.',
      xml: 'XML 파일로 보입니다. 엑셀의 “XML 스프레드시트”라면 엑셀에서 열어 “CSV UTF-8”로 다시 저장하고, 아니면 원래 시스템에서 CSV로 내보내 주세요.',
      json: 'JSON 파일로 보입니다. 자료를 내보낸 시스템에서 파일 형식을 CSV로 골라 다시 내보내 주세요.',
      xlsx: '엑셀 통합 문서(xlsx)로 보이지만 읽을 시트가 없습니다. 엑셀에서 다시 저장하거나, 셀을 복사해 붙여넣으세요.',
      xls: '예전 엑셀 파일(xls)입니다. 엑셀에서 열어 “Excel 통합 문서(xlsx)”로 저장하거나, 셀을 복사해 붙여넣으세요.',
      xlsb: '엑셀 바이너리 통합 문서(xlsb)입니다. 엑셀에서 “다른 이름으로 저장 → Excel 통합 문서(xlsx)”로 저장해 주세요.',
      document:
        '워드·파워포인트 같은 문서 파일(docx, pptx, rtf)입니다. 문서 안의 표를 복사해 붙여넣거나, 표가 나온 원래 시스템에서 CSV나 엑셀(xlsx)로 내보내 주세요.',
      hwp: '한글 문서(hwp, hwpx)입니다. 문서 안의 표를 복사해 붙여넣거나, 한글에서 표를 엑셀(xlsx)로 옮겨 저장해 주세요.',
      ods: 'OpenDocument 스프레드시트(ods)입니다. xlsx나 CSV로 다시 저장해 주세요.',
      parquet: 'Parquet 파일로 보이지만 끝이 잘렸습니다. 다시 내보내거나 내려받아 주세요.',
      zip: '여러 파일이 든 압축 파일(zip)입니다. 압축을 풀고 필요한 파일을 골라 주세요.',
      gzip: '여러 번 압축된 파일(gz)입니다. 압축을 풀고 안에 있는 파일을 골라 주세요.',
      pdf: 'PDF 문서입니다. 표가 나온 원래 시스템에서 CSV로 내보내 주세요.',
      image: '그림 파일입니다. 표가 담긴 CSV를 골라 주세요.',
      sqlite:
        'SQLite 데이터베이스입니다. Carrotlab 프로젝트 파일이면 “프로젝트 열기”로 열어 주세요.',
      binary: '표로 읽을 수 있는 글자 파일이 아닙니다. CSV나 TSV로 저장한 파일을 골라 주세요.',
    },
  },
};
