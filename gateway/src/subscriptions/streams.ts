/** The table of streams: for each Subscription field its place on the bus, who decides about it, and what an event looks like. */
import type { BusEvent } from '@heya/schema/events';
import type { PersonViewer } from '@heya/service-common/viewer';

export interface StreamGrant {
  audience: string | null;
  epoch: number;
  /** RFC 3339: it ends then by itself, without a message; null: open end. */
  validUntil: string | null;
  /** Whose consents decide what a person's own stream tells. */
  patientIds?: readonly string[] | null;
}

/** @returns milliseconds since 1970; infinite for an open end; what is no date is over */
export function endOf({ validUntil }: StreamGrant): number {
  if (validUntil === null) return Number.POSITIVE_INFINITY;
  const end = Date.parse(validUntil);
  return Number.isNaN(end) ? 0 : end;
}

type Reference = { __typename: string; id: string };
type EventRoot = Readonly<Record<string, unknown>>;

/** Who decides whether a person may listen. */
export interface GrantQuestion {
  subgraph: string;
  field: string;
  /** Arguments of the field, from the stream's subject; empty when it has none. */
  arguments: Record<string, 'subject' | 'notBefore'>;
  /** The answer names patients. */
  namesPatients?: true;
}

export interface StreamDefinition {
  /** Field of Subscription. */
  field: string;
  /** What the stream is about: a room, a patient, a district, a session. */
  subject(args: Readonly<Record<string, unknown>>, viewer: PersonViewer): string;
  /** Name of the sequence on the bus. */
  busStream(subject: string): string;
  /** Undefined: the subject is the viewer's own. */
  grant?: GrantQuestion;
  /** Rights hang on a room, a patient, or on neither. */
  concerns: 'room' | 'patient' | 'viewer';
  /** `class`: shared by all who may see the same. `person`: resolved as the subscriber. */
  authority: 'class' | 'person';
  /** Whether the client may name the cursor to go on from. */
  resumable: boolean;
  /** @returns the field's value, or undefined when the event is none of this stream's */
  value(event: BusEvent, cursor: string): EventRoot | undefined;
  /** Circle the event is meant for, where posts have one. */
  audience?(event: BusEvent): 'CARE_TEAM' | 'EVERYONE' | undefined;
}

const reference = (__typename: string, id: string): Reference => ({ __typename, id });
/** Ids come in either case; on the bus they are in one. */
const idOf = (value: unknown) => (typeof value === 'string' ? value.toLowerCase() : '');

const postEvents: Partial<Record<BusEvent['topic'], string>> = {
  'timeline.postCreated': 'PostCreated',
  'timeline.postChanged': 'PostChanged',
  'timeline.askChanged': 'AskChanged',
  'timeline.readSummaryChanged': 'ReadSummaryChanged',
};

const roomEvent: StreamDefinition = {
  field: 'roomEvent',
  subject: ({ roomId }) => idOf(roomId),
  busStream: (roomId) => `room:${roomId}`,
  grant: { subgraph: 'timeline', field: 'roomEventGrant', arguments: { roomId: 'subject', notBefore: 'notBefore' } },
  concerns: 'room',
  authority: 'class',
  resumable: true,
  audience: (event) => (event as BusEvent<'timeline.postCreated'>).payload.audience,
  value(event, cursor) {
    const type = postEvents[event.topic];
    return type === undefined
      ? undefined
      : { __typename: type, cursor, post: reference('Post', (event as BusEvent<'timeline.postCreated'>).payload.postId) };
  },
};

const membershipKinds = {
  INVITED: 'MEMBER_INVITED',
  JOINED: 'MEMBER_JOINED',
  LEFT: 'MEMBER_LEFT',
  STEWARD: 'STEWARD_CHANGED',
  ENDING: 'STATUS',
} as const;

/** Of the room itself. A look of the center is shown while it begins and when it ends (R18). */
const roomKinds: Partial<Record<BusEvent['topic'], string>> = {
  'room.roomChanged': 'STATUS',
  'room.patientUpdated': 'PATIENT_UPDATED',
  'room.inspectionChanged': 'INSPECTION',
};

const roomChanged: StreamDefinition = {
  field: 'roomChanged',
  subject: ({ roomId }) => idOf(roomId),
  busStream: (roomId) => `room-meta:${roomId}`,
  grant: { subgraph: 'room', field: 'roomChangedGrant', arguments: { roomId: 'subject', notBefore: 'notBefore' } },
  concerns: 'room',
  authority: 'person',
  resumable: true,
  value(event, cursor) {
    const change = roomChange(event);
    return change && { __typename: 'RoomChanged', cursor, ...change };
  },
};

function roomChange(event: BusEvent): EventRoot | undefined {
  if (event.topic === 'room.membershipChanged') {
    const { roomId, membershipId, change } = (event as BusEvent<'room.membershipChanged'>).payload;
    return { kind: membershipKinds[change], room: reference('Room', roomId), membership: reference('RoomMembership', membershipId) };
  }
  const kind = roomKinds[event.topic];
  const { roomId } = event.payload as { roomId?: string | null };
  return kind && roomId ? { kind, room: reference('Room', roomId), membership: null } : undefined;
}

const consentChanged: StreamDefinition = {
  field: 'consentChanged',
  subject: ({ patientId }) => idOf(patientId),
  busStream: (patientId) => `consent:${patientId}`,
  grant: { subgraph: 'consent', field: 'consentChangedGrant', arguments: { patientId: 'subject', notBefore: 'notBefore' } },
  concerns: 'patient',
  authority: 'person',
  resumable: true,
  value(event, cursor) {
    if (event.topic !== 'consent.changed') return undefined;
    const { consentId } = (event as BusEvent<'consent.changed'>).payload;
    return { __typename: 'ConsentChanged', cursor, consent: reference('Consent', consentId) };
  },
};

const reviewTaskChanged: StreamDefinition = {
  field: 'reviewTaskChanged',
  subject: (_args, viewer) => viewer.districtId,
  busStream: (districtId) => `review:${districtId}`,
  grant: { subgraph: 'identity', field: 'reviewTaskGrant', arguments: {} },
  concerns: 'viewer',
  authority: 'person',
  resumable: true,
  value: (event) =>
    event.topic === 'identity.reviewTaskChanged'
      ? reference('ReviewTask', (event as BusEvent<'identity.reviewTaskChanged'>).payload.reviewTaskId)
      : undefined,
};

/** Each resolved as its reader, on a stream of their own: what it says depends on all the rooms they are in. */
const notificationEvent: StreamDefinition = {
  field: 'notificationEvent',
  subject: (_args, viewer) => viewer.userId,
  busStream: (userId) => `notification:${userId}`,
  grant: { subgraph: 'timeline', field: 'notificationEventGrant', arguments: { notBefore: 'notBefore' }, namesPatients: true },
  concerns: 'viewer',
  authority: 'person',
  resumable: true,
  value(event, cursor) {
    if (event.topic === 'timeline.notificationRaised') {
      const { notificationId, userId } = (event as BusEvent<'timeline.notificationRaised'>).payload;
      return { __typename: 'NotificationReceived', id: userId, cursor, notification: reference('Notification', notificationId) };
    }
    if (event.topic !== 'timeline.notificationsRead') return undefined;
    const { notificationIds, userId } = (event as BusEvent<'timeline.notificationsRead'>).payload;
    return { __typename: 'NotificationsRead', id: userId, cursor, ids: notificationIds };
  },
};

const sessionEnded: StreamDefinition = {
  field: 'sessionEnded',
  subject: (_args, viewer) => viewer.sessionId,
  busStream: (sessionId) => `session:${sessionId}`,
  concerns: 'viewer',
  authority: 'person',
  resumable: false,
  value(event) {
    if (event.topic !== 'identity.sessionEnded') return undefined;
    const { sessionId, reason } = (event as BusEvent<'identity.sessionEnded'>).payload;
    return { __typename: 'SessionEnded', sessionId, reason };
  },
};

/** Of the board: for who leads the check, whose rights hang on their office. Each report is fetched under them (R31). */
const safetyReportChanged: StreamDefinition = {
  field: 'safetyReportChanged',
  subject: ({ safetyCheckId }) => idOf(safetyCheckId),
  busStream: (checkId) => `safety:${checkId}`,
  grant: { subgraph: 'timeline', field: 'safetyReportGrant', arguments: { safetyCheckId: 'subject' } },
  concerns: 'viewer',
  authority: 'person',
  resumable: true,
  value(event, cursor) {
    const { safetyCheckId } = event.payload as { safetyCheckId?: string };
    if (!safetyCheckId) return undefined;
    const check = reference('SafetyCheck', safetyCheckId);
    if (event.topic !== 'timeline.safetyReportChanged')
      return { __typename: 'SafetyReportChanged', cursor, safetyCheck: check, report: null };
    const { patientId } = (event as BusEvent<'timeline.safetyReportChanged'>).payload;
    return {
      __typename: 'SafetyReportChanged',
      cursor,
      safetyCheck: check,
      report: reference('SafetyReport', `${safetyCheckId}.${patientId}`),
    };
  },
};

export const streamDefinitions: ReadonlyMap<string, StreamDefinition> = new Map(
  [roomEvent, roomChanged, consentChanged, reviewTaskChanged, notificationEvent, safetyReportChanged, sessionEnded].map((definition) => [
    definition.field,
    definition,
  ]),
);
