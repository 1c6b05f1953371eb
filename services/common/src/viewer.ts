/** Who asks. Built by the gateway from a verified access token, carried in the signed envelope, trusted by nothing else. */
import { z } from 'zod';

export const userKinds = ['PROFESSIONAL', 'PATIENT', 'FAMILY', 'CENTER_OFFICER', 'SYSTEM'] as const;
export type UserKind = (typeof userKinds)[number];

const labels = z.object({ name: z.string(), profession: z.string().optional(), facility: z.string().optional() });

const person = z.object({
  type: z.literal('person'),
  userId: z.uuid(),
  districtId: z.uuid(),
  kind: z.enum(userKinds),
  /** Sign-in session (identity's Session.id). */
  sessionId: z.uuid(),
  /** OAuth client through which the person acts. */
  clientId: z.string(),
  facilityId: z.uuid().optional(),
  profession: z.string().optional(),
  /** Browser and system of the sign-in, e.g. `Safari · iPadOS`; for the access record (R32). */
  device: z.string().max(80).optional(),
  /**
   * The district asks for an approved device and this sign-in has none (R6), or the person has not signed the pledge 1-2 (R1): they see
   * themselves and who works where, no room.
   */
  restricted: z.enum(['DEVICE', 'PLEDGE']).optional(),
  /** Names as they are now, kept with what this person writes. Never logged. */
  labels,
});

/** A shared live stream: the authority of a visibility class, never that of one subscriber. */
const channel = z.object({
  type: z.literal('channel'),
  roomId: z.uuid(),
  audience: z.enum(['CARE_TEAM', 'EVERYONE']),
  /** Consent epoch the class was formed under; an older one sees nothing. */
  epoch: z.number().int(),
});

/** Another part of Heya acting for nobody. */
const service = z.object({ type: z.literal('service'), name: z.string() });
/** Nobody yet, e.g. on a public form; the address is what such people are counted by, never kept. */
const anonymous = z.object({ type: z.literal('anonymous'), address: z.string().max(64).optional() });

export const viewerSchema = z.discriminatedUnion('type', [person, channel, service, anonymous]);
export type Viewer = z.infer<typeof viewerSchema>;
export type PersonViewer = z.infer<typeof person>;
export type ChannelViewer = z.infer<typeof channel>;

export const anonymousViewer: Viewer = { type: 'anonymous' };

export function isPerson(viewer: Viewer): viewer is PersonViewer {
  return viewer.type === 'person';
}

export function isOfficer(viewer: Viewer): viewer is PersonViewer {
  return viewer.type === 'person' && viewer.kind === 'CENTER_OFFICER';
}
