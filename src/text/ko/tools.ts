import { withParticle } from '../korean-particle.ts';
import { iceTool } from './tools-ice.ts';
import { sampleSizeTool } from './tools-sample-size.ts';
import { significanceTool } from './tools-significance.ts';
import { winBackTool } from './tools-win-back.ts';

export const tools = {
  index: {
    title: '데이터 없이 바로 쓰는 계산기',
    lede: '입력은 모두 주소에 담깁니다. 숫자를 바꾸고 주소를 복사해 보내면 받는 사람도 같은 결과를 봅니다.',
    open: '예시로 열기',
  },
  frame: {
    inputs: '입력',
    copyAddress: '주소 복사',
    addressCopied: '주소를 복사했습니다. 열면 같은 결과가 나옵니다.',
    addressNotCopied: '브라우저가 복사를 막았습니다. 주소창의 주소를 복사해 주세요.',
    example: '아직 입력이 없어 예시 숫자로 보여 드립니다. 숫자를 바꾸면 주소도 함께 바뀝니다.',
    all: '계산기 모두 보기',
    method: '계산 방법',
    next: '다음으로',
  },
  /** What is wrong with a parameter, and what is used in its place. */
  parameter: {
    missing: '값이 없습니다.',
    notANumber: (written: string) => `“${written}”: 숫자로 읽을 수 없습니다.`,
    notWhole: (written: string) => `“${written}”: 정수여야 합니다.`,
    tooSmall: (written: string, limit: string) => `“${written}”: ${limit} 이상이어야 합니다.`,
    notAbove: (written: string, limit: string) => `“${written}”: ${limit}보다 커야 합니다.`,
    tooLarge: (written: string, limit: string) => `“${written}”: ${limit} 이하여야 합니다.`,
    notBelow: (written: string, limit: string) => `“${written}”: ${limit}보다 작아야 합니다.`,
    unknownChoice: (written: string) => `“${written}”: 고를 수 없는 값입니다.`,
    malformed: (written: string) => `“${written}”: 형식이 맞지 않습니다.`,
    fallback: (value: string) => `기본값 ${withParticle(value, '으로')} 계산합니다.`,
  },
  /** Why a number cannot be given. */
  reason: {
    'no-events': '두 군 모두 반응이 없어 비교할 수 없음',
    'all-events': '두 군 모두 전원이 반응해 비교할 수 없음',
    'control-unreadable': '대조군 입력을 읽을 수 없음',
    'arm-unreadable': '읽을 수 없는 입력이 있음',
    'no-control-events': '대조군 반응이 0이라 몇 배인지 말할 수 없음',
    'control-mean-not-positive': '대조군 평균이 0 이하라 몇 배인지 말할 수 없음',
    'control-mean-not-distinguishable': '대조군 평균이 0일 수도 있어 몇 배인지 말할 수 없음',
    'no-variation': '두 군 모두 값이 한 가지뿐이라 비교할 수 없음',
    'too-few-arms': '비교할 군이 둘 이상 있어야 함',
    'one-arm': '비교할 군이 둘 이상 있어야 함',
    'invalid-lift': '차이가 0이거나 반응률이 0~100%를 벗어남',
    'invalid-power': '검정력은 유의수준보다 커야 함',
    'effect-too-small': '차이가 너무 작아 10억 명으로도 가려낼 수 없음',
    'no-detectable-effect': '이 인원으로는 반응률이 100%로 올라도 이 검정력에 못 미침',
    'out-of-numbers': '숫자가 계산할 수 있는 범위를 벗어남',
    'invalid-size': '두 군 모두 한 명 이상 있어야 함',
    'no-responses': '반응한 고객이 없음',
    'nobody-retained': '유지된 고객이 없음',
    'no-cost': '들인 비용이 없음',
    'no-margin': '주문에서 남는 마진이 없음',
    'never-breaks-even': '전원이 반응해도 비용을 회수하지 못함',
    'too-large-to-count':
      '너무 커서 경우를 하나씩 셀 수 없습니다. 이 크기에서는 식으로 구한 값과 거의 같습니다',
    'too-large-for-exact':
      '인원이 많아 정확 검정을 하지 않습니다. 이 크기에서는 점수 검정이 정확합니다',
    'no-difference-seen': '본 차이가 0입니다',
    'never-significant': '이 대조군과 인원으로는 어떤 결과도 그렇게 나올 수 없습니다',
    'empty-cell': '반응이나 무반응이 0인 칸이 있어 구할 수 없습니다',
    'invalid-baseline': '대조군 반응률이 0%나 100%라 구할 수 없습니다',
    unknown: '입력한 값으로는 계산할 수 없음',
  },
  significance: significanceTool,
  sampleSize: sampleSizeTool,
  winBack: winBackTool,
  ice: iceTool,
};
