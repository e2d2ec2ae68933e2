import type { Idea } from '../ideas/idea.ts';
import type { ProjectDocument } from './project-document.ts';

/** Adds an idea under the next id, at the end of the board. */
export function addIdea(document: ProjectDocument, idea: Omit<Idea, 'id'>): ProjectDocument {
  const id = document.nextId;
  return { ...document, ideas: [...document.ideas, { ...idea, id }], nextId: id + 1 };
}

/** Adds many ideas in their order, as an import does. */
export function addIdeas(
  document: ProjectDocument,
  ideas: readonly Omit<Idea, 'id'>[],
): ProjectDocument {
  return ideas.reduce(addIdea, document);
}

/** Changes what is named of one idea. An unknown id changes nothing. */
export function editIdea(
  document: ProjectDocument,
  id: number,
  change: Partial<Omit<Idea, 'id'>>,
): ProjectDocument {
  if (!document.ideas.some((idea) => idea.id === id)) return document;
  return {
    ...document,
    ideas: document.ideas.map((idea) => (idea.id === id ? { ...idea, ...change, id } : idea)),
  };
}

/** Takes an idea off the board. Experiments that came from it stay, without their idea. */
export function removeIdea(document: ProjectDocument, id: number): ProjectDocument {
  if (!document.ideas.some((idea) => idea.id === id)) return document;
  return {
    ...document,
    ideas: document.ideas.filter((idea) => idea.id !== id),
    experiments: document.experiments.map((experiment) =>
      experiment.ideaId === id ? { ...experiment, ideaId: null } : experiment,
    ),
  };
}
