import type { TemplateDecision, TemplateViewFragment } from '@heya/client/generated/graphql';

/** A sentence to begin a reason with, as it is written. */
export interface Sentence {
  decision: TemplateDecision;
  label: string;
  text: string;
}

/** What is written anew; undefined: a new sentence. */
export type Replaced = TemplateViewFragment | undefined;

export const blankSentence = (): Sentence => ({ decision: 'RETURN', label: '', text: '' });
