/** Rules of an ask: asked, seen, taken on, done, and by when (R23). Pure. */
import { type Problem, problem } from '@heya/service-common/errors';
import type { MentionGroup } from '../mention/index.ts';

export interface AskDraft {
  toUserId?: string | null;
  toGroup?: MentionGroup | null;
  dueAt: Date;
}

const yearMs = 366 * 86_400_000;

/**
 * Written without reception, it may arrive after its time and is overdue at once: so the time is measured against when the post tells of.
 * @param path where the ask stands in the input
 */
export function askProblems({ toUserId, toGroup, dueAt }: AskDraft, writtenAt: Date, now: Date, path: string[]): Problem<'INVALID'>[] {
  const isInTime = dueAt > writtenAt && dueAt.getTime() - now.getTime() <= yearMs;
  return [
    ...(Boolean(toUserId) === Boolean(toGroup) ? [problem('INVALID', path)] : []),
    ...(isInTime ? [] : [problem('INVALID', [...path, 'dueAt'])]),
  ] as Problem<'INVALID'>[];
}

export const askStates = ['ASKED', 'SEEN', 'TAKEN', 'DONE', 'OVERDUE'] as const;
export type AskState = (typeof askStates)[number];

/** What became of it: two facts at the most, each once. */
export type AskStep = 'TAKEN' | 'DONE';

export interface AskFacts {
  dueAt: Date;
  takenAt: Date | null;
  doneAt: Date | null;
  /** By one who is asked. */
  isSeen: boolean;
  /** Nothing is owed any more to a post that was taken back. */
  retractedAt: Date | null;
}

export function askState({ dueAt, takenAt, doneAt, isSeen, retractedAt }: AskFacts, now: Date): AskState {
  if (doneAt) return 'DONE';
  if ((retractedAt ?? now) > dueAt) return 'OVERDUE';
  if (takenAt) return 'TAKEN';
  return isSeen ? 'SEEN' : 'ASKED';
}

/** How somebody stands to an ask. */
export interface Answering extends AskFacts {
  /** Asked, alone, as one of the group or as a deputy, and taking part now. */
  isAsked: boolean;
  isAskedByViewer: boolean;
  isTakenByViewer: boolean;
  isDoneByViewer: boolean;
  /** Whether the viewer may write in the room now. */
  isWritable: boolean;
}

export type StepRefusal = 'FORBIDDEN' | 'ROOM_CLOSED' | 'RETRACTED' | 'TAKEN' | 'DONE';

/**
 * The first of a group who takes it on answers; another of the group may still see it done, since shifts end. Done without having been
 * taken on, it was taken on then. The same by the same person again changes nothing, whatever has been closed since.
 * @returns the steps to write, or why there are none
 */
export function nextSteps(wanted: AskStep, ask: Answering): AskStep[] | StepRefusal {
  if (wanted === 'TAKEN' ? ask.isTakenByViewer : ask.isDoneByViewer) return [];
  if (!ask.isAsked) return 'FORBIDDEN';
  if (!ask.isWritable) return 'ROOM_CLOSED';
  if (ask.retractedAt) return 'RETRACTED';
  if (ask.doneAt) return 'DONE';
  if (wanted === 'TAKEN') return ask.takenAt ? 'TAKEN' : ['TAKEN'];
  return ask.takenAt ? ['DONE'] : ['TAKEN', 'DONE'];
}

/** Whether a step of the viewer's would change anything. */
export function mayStep(wanted: AskStep, ask: Answering): boolean {
  const next = nextSteps(wanted, ask);
  return Array.isArray(next) && next.length > 0;
}

/**
 * Who asks and who is asked name somebody to answer in their place; those who were asked may still answer themselves.
 * @returns why not, or undefined
 */
export function deputyRefusal(ask: Answering): StepRefusal | undefined {
  if (!ask.isAsked && !ask.isAskedByViewer) return 'FORBIDDEN';
  if (!ask.isWritable) return 'ROOM_CLOSED';
  if (ask.retractedAt) return 'RETRACTED';
  return ask.doneAt ? 'DONE' : undefined;
}
