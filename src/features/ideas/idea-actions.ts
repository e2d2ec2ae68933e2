import type { Idea } from '#core/ideas/idea.ts';

/** What can be done with an idea of the list. */
export interface IdeaActions {
  readonly onscore: (idea: Idea, change: Partial<Omit<Idea, 'id'>>) => void;
  readonly onedit: (idea: Idea) => void;
  readonly onremove: (idea: Idea) => void;
  readonly onstart: (idea: Idea) => void;
  readonly onopen: (experiment: number) => void;
}
