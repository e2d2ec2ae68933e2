export const ideas = {};
