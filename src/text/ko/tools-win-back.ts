export const winBackTool = {
  name: '윈백 손익',
  sentence: '접촉, 반응, 유지까지의 비용과 이익, 손익분기를 계산합니다.',
};
