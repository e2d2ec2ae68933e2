import type { MethodId, MethodText } from '../method-text.ts';

export const shrinkage = {
  betaPriorByLikelihood: {
    name: '경험적 베이즈 사전분포: 최대우도법',
    answers: '셀마다 참 반응률이 얼마나 다른지, 우도로 따지면 어떤가요?',
  },
  betaPriorByMoments: {
    name: '경험적 베이즈 사전분포: 적률법',
    answers: '셀마다 참 반응률이 우연을 넘어 얼마나 다른가요?',
  },
  betweenVariance: { name: '셀 간 분산(τ²)', answers: '셀마다 참 효과가 얼마나 다른가요?' },
  betweenVarianceInterval: {
    name: '셀 간 분산의 Q 프로파일 구간',
    answers: '셀마다 참 효과가 다른 정도는 어디에서 어디 사이인가요?',
  },
  intervalFromPValue: {
    name: '유의확률에서 신뢰구간 되찾기',
    answers: '추정값과 유의확률만 발표된 결과의 신뢰구간은 얼마인가요?',
  },
  pooledEffect: {
    name: '변량효과 메타분석',
    answers: '여러 셀이나 지난 캠페인을 함께 보면 효과는 얼마인가요?',
  },
  shrunkenEffects: {
    name: '축소 추정: 최량선형불편예측(BLUP)',
    answers: '모든 셀을 함께 보면, 셀마다 효과를 얼마로 보아야 하나요?',
  },
  morrisEffects: {
    name: '축소 추정: Morris 경험적 베이즈',
    answers: '셀이 몇 개뿐일 때, 셀마다 효과를 얼마로 보아야 하나요?',
  },
  shrunkenShares: {
    name: '축소 추정: 베타-이항 경험적 베이즈',
    answers: '모든 셀을 함께 보면, 셀마다 반응률을 얼마로 보아야 하나요?',
  },
  winnersCurse: {
    name: '승자의 저주: 반응률',
    answers: '모두 같은 셀 가운데 우연히 가장 좋은 셀은 얼마나 부풀려져 보이나요?',
  },
  bestOfCellsBias: {
    name: '승자의 저주: 효과',
    answers: '가장 좋은 셀의 효과에서 우연으로 부풀려진 몫은 얼마인가요?',
  },
  priorFromLifts: {
    name: '사전분포: 지난 실험의 효과(적률법)',
    answers: '지난 실험들로 볼 때 다음 캐럿의 효과는 얼마쯤이고 얼마나 다를 수 있나요?',
  },
} satisfies Partial<Record<MethodId, MethodText>>;
