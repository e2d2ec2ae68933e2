import { withParticle } from '../korean-particle.ts';

/** Freezing a plan, and its later versions. */
export const designFreeze = {
  title: '설계 확정',
  sub: '확정하면 이 설계는 더 바꿀 수 없고, 바꾸려면 새 버전을 만듭니다. 결과를 본 뒤에 계획을 고쳤다는 의심을 없애 줍니다.',
  frozenSub: '이 설계는 확정되었습니다. 여기서부터는 새 버전으로만 바꿀 수 있습니다.',
  freeze: '설계 확정하기',
  freezing: '확정하는 중입니다…',
  failed: '확정하지 못했습니다. 다시 시도해 주세요.',
  notYet: '먼저 고칠 것을 고치면 확정할 수 있습니다.',
  fingerprint: '설계 지문',
  fingerprintNote:
    '대상 고객과 셀, 배정군, 표본, 질문, 시드까지 담은 MD5. 두 계획이 같은지 이것만 비교하면 됩니다.',
  seed: '시드',
  frozenAt: '확정한 때',
  newVersion: '새 버전 만들기',
  notice:
    '확정한 설계라 고칠 수 없습니다. 바꾸려면 같은 설계로 새 버전을 만드세요. 확정한 설계는 그대로 남습니다.',
  sameAs: (name: string, fingerprint: string) =>
    `“${name}”(지문 ${fingerprint})의 새 버전입니다. 아직 달라진 것이 없습니다.`,
  differsFrom: (name: string, fingerprint: string, parts: string) =>
    `“${name}”(지문 ${fingerprint})의 새 버전입니다. 달라진 것: ${parts}.`,
  parts: {
    data: '고객 데이터',
    brief: '브리프',
    target: '대상 조건',
    cells: '속성과 통제 요인',
    arms: '배정군과 비용',
    sample: '표본 나누기',
    questions: '질문과 지표',
    algorithms: '계산 방식',
    seed: '시드',
  },
  drawFreezes: '명단을 뽑으면 설계도 함께 확정됩니다.',
  drawFrozen: (fingerprint: string) => `확정한 설계(지문 ${fingerprint})와 그 시드로 뽑습니다.`,
  changed: (parts: string) =>
    `설계를 확정한 뒤에 ${withParticle(parts, '이')} 바뀌어 같은 명단을 뽑을 수 없습니다. 데이터를 되돌리거나, 지금 상태로 다시 확정하고 뽑으세요.`,
  drawAnew: '지금 상태로 확정하고 뽑기',
  sheet: '실험 계획서',
  openSheet: '한 장 계획서',
  undo: '설계 확정',
};
