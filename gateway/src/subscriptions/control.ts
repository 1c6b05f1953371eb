/** Which live operations an event may concern. Asking one too many again costs a question; missing one would leak. */
import type { BusEvent } from '@heya/schema/events';
import type { PersonViewer } from '@heya/service-common/viewer';

/** What is known of a live operation. */
export interface Concerned {
  viewer: PersonViewer;
  concerns: 'room' | 'patient' | 'viewer';
  subject: string;
  /** Of a room's stream; undefined until it is known. */
  patientId: string | undefined;
  /** Of a person's own stream that tells of patients: whose consents decide about it; undefined for any other. */
  patientIds?: ReadonlySet<string> | undefined;
}

/** @returns whether the operation's right has to be asked for again */
export function isConcerned(event: BusEvent, operation: Concerned): boolean {
  switch (event.topic) {
    case 'room.membershipChanged': {
      const { userId, roomId, patientId } = (event as BusEvent<'room.membershipChanged'>).payload;
      return operation.viewer.userId === userId && (operation.patientIds !== undefined || isAbout(operation, roomId, patientId));
    }
    case 'room.roomChanged': {
      const { roomId, patientId } = (event as BusEvent<'room.roomChanged'>).payload;
      if (operation.patientIds) return operation.patientIds.has(patientId);
      return isAbout(operation, roomId, patientId);
    }
    case 'consent.changed': {
      const { patientId } = (event as BusEvent<'consent.changed'>).payload;
      if (operation.concerns === 'patient') return operation.subject === patientId;
      if (operation.patientIds) return operation.patientIds.has(patientId);
      return operation.concerns === 'room' && (operation.patientId ?? patientId) === patientId;
    }
    default:
      return false;
  }
}

/**
 * A consent that is over closes its rooms' posts to everybody, so nobody needs to be asked: a thousand questions would only
 * keep a thousand screens waiting for the word.
 */
export function isOver(event: BusEvent, { concerns, patientId }: Concerned): boolean {
  if (event.topic !== 'consent.changed' || concerns !== 'room') return false;
  const { status, patientId: subject } = (event as BusEvent<'consent.changed'>).payload;
  return patientId === subject && (status === 'WITHDRAWN' || status === 'EXPIRED');
}

/** @returns whether everything resolved about this room or patient so far belongs to an earlier state of its rights */
export function rekeys(event: BusEvent, about: Concerned): boolean {
  return (event.topic === 'consent.changed' || event.topic === 'room.roomChanged') && isConcerned(event, about);
}

function isAbout({ concerns, subject }: Concerned, roomId: string, patientId: string): boolean {
  return (concerns === 'room' && subject === roomId) || (concerns === 'patient' && subject === patientId);
}

/** @returns whom an event signs out, if anybody */
export function signsOut(event: BusEvent): ((viewer: PersonViewer) => boolean) | undefined {
  if (event.topic === 'identity.sessionEnded') {
    const { sessionId } = (event as BusEvent<'identity.sessionEnded'>).payload;
    return (viewer) => viewer.sessionId === sessionId;
  }
  if (event.topic !== 'identity.userDeactivated') return undefined;
  const { userId } = (event as BusEvent<'identity.userDeactivated'>).payload;
  return (viewer) => viewer.userId === userId;
}
