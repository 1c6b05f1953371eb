import type { CareSituation, PatientInPreparationQuery, RoomRole } from '@heya/client/generated/graphql';
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

export type OwnApplication = NonNullable<NonNullable<PatientInPreparationQuery['viewer']>['roomApplications']>[number];

/** Form 4-1 over its pages. @param returned what the center sent back is mended, not written anew */
export function applicationDraft(patientId: () => string, returned: () => OwnApplication | null) {
  return draft<ApplicationDraft>(
    () => `apply:${patientId()}`,
    () => begin(returned()),
  );
}

export function begin(application: OwnApplication | null): ApplicationDraft {
  if (!application?.viewerCanResubmit || application.details.__typename !== 'RoomCreationDetails')
    return { situation: '', reason: '', members: [], stewardUserId: '' };
  const { situation, reason, steward, members } = application.details;
  return {
    situation: situation ?? '',
    reason: reason ?? '',
    stewardUserId: steward?.id ?? '',
    members: members.flatMap(({ user, facility, role, displayName }) =>
      user ? [{ userId: user.id, facilityId: facility?.id ?? null, role, name: displayName, facilityName: facility?.name ?? '' }] : [],
    ),
  };
}

/** Each person once; naming somebody again changes nothing. */
export function withMember(members: readonly DraftMember[], added: DraftMember): DraftMember[] {
  return members.some((member) => member.userId === added.userId) ? [...members] : [...members, added];
}

/** The way of a new patient: two forms, one counter. Parts that the consent does not open are passed over. */
export const stepCount = 11;
export const steps = {
  explain: 1,
  consent: 2,
  sign: 3,
  situation: 4,
  members: 5,
  family: 6,
  FAMILY_CONTACTS: 7,
  HOSPITALS: 8,
  DISASTER: 9,
  check: 10,
  done: 11,
} as const;
