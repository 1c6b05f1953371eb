import type { CareSituation, RoomRole } from '@heya/client/generated/graphql';
import { draft } from '#lib/drafts.svelte.ts';

export interface DraftMember {
  userId: string;
  facilityId: string | null;
  role: RoomRole;
  name: string;
  facilityName: string;
}

export interface ApplicationDraft {
  situation: CareSituation | '';
  reason: string;
  members: DraftMember[];
  stewardUserId: string;
}

/** Form 4-1 over its pages. */
export function applicationDraft(patientId: () => string) {
  return draft<ApplicationDraft>(
    () => `apply:${patientId()}`,
    () => ({ situation: '', reason: '', members: [], stewardUserId: '' }),
  );
}

/** Each person once; naming somebody again changes nothing. */
export function withMember(members: readonly DraftMember[], added: DraftMember): DraftMember[] {
  return members.some((member) => member.userId === added.userId) ? [...members] : [...members, added];
}

/** The way of a new patient: two parts, one counter. */
export const stepCount = 8;
export const steps = { explain: 1, consent: 2, sign: 3, situation: 4, members: 5, family: 6, check: 7, done: 8 } as const;
