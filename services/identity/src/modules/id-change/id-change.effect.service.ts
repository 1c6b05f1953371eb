/**
 * What form 2-2 does to a person's ID, places and sign-ins (R7). Each step is one transaction with what it tells others;
 * done twice, it is done once.
 */
import { audit, type AuditActor } from '@heya/service-common/audit';
import { newId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { emit } from '@heya/service-common/outbox';
import type { IdentityContext } from '../../context.ts';
import { createEnrolment, type EnrolmentCode } from '../enrolment/index.ts';
import { closeWork } from '../inbox/index.ts';
import { cancelUnfinished } from '../recovery/index.ts';
import { lockUser, tokyoDay, type User } from '../user/index.ts';
import { type ChangeDetails, endsPlace, type Successor } from './id-change.details.ts';
import type { IdChange } from './id-change.entity.ts';
import {
  beginAffiliation,
  closeSuspensions,
  forgetEnrolment,
  isStoppedByLeave,
  letIn,
  placesOf,
  renameUser,
  sessionsOnDevicesOf,
  setEmail,
  setTitle,
  setUntil,
  stopId,
  updateChange,
} from './id-change.repository.ts';
import { isOnlyPlace } from './seat.service.ts';

/** Of a request, or of the service by itself when a minute has come. */
export type Doer = Pick<IdentityContext, 'sessions' | 'enrolmentPepper' | 'now'> & AuditActor;

export interface Filed {
  row: IdChange;
  details: ChangeDetails;
  /** Who filed it, and in whose name an ID is stopped. */
  filedBy: string;
}

export type PlaceState = 'ENDING' | 'CALLED_OFF' | 'ENDED';

/** Tells the rooms until when the person is in them through this place; they keep to it by the clock, whether anybody is up then or not. */
export async function tellPlace(tx: Em, { row, details }: Pick<Filed, 'row' | 'details'>, state: PlaceState): Promise<void> {
  if (!row.effectiveAt || !endsPlace(row.kind)) return;
  const leaving = { userId: row.userId, facilityId: row.facilityId, day: tokyoDay(row.effectiveAt) };
  await emit(tx, 'identity.placeEnding', `user:${row.userId}`, {
    applicationId: row.applicationId,
    userId: row.userId,
    facilityId: row.facilityId,
    districtId: row.districtId,
    state,
    endsAt: row.effectiveAt.toISOString(),
    isOnlyPlace: await isOnlyPlace(tx, leaving),
    successors: details.successors.map(({ seatId, userId }) => ({ membershipId: seatId, userId })),
  });
}

/** The minute has come, reviewed or not: the place ends, the sign-ins that hang on it, and where it was the only one the ID is stopped. */
export async function endPlace(tx: Em, doer: Doer, { row, details, filedBy }: Filed): Promise<void> {
  if (row.endedAt || !row.effectiveAt || !endsPlace(row.kind)) return;
  const [now, day] = [doer.now(), tokyoDay(row.effectiveAt)];
  const user = await lockUser(tx, row.userId);
  if (!user) return;
  const isLast = await isOnlyPlace(tx, { userId: row.userId, facilityId: row.facilityId, day });
  const place = (await placesOf(tx, row.userId)).find(
    ({ facility_id, until }) => facility_id === row.facilityId && (until === null || until >= day),
  );
  if (place) await setUntil(tx, place.id, dayBefore(day));
  const hasStoppedId = isLast && row.kind !== 'TRANSFER' && (await stop(tx, doer, { user, by: filedBy }));
  await endSignIns(tx, doer, { row, isLast });
  await updateChange(tx, row.applicationId, {
    endedAt: now,
    affiliationId: place?.id ?? null,
    affiliationUntil: place?.until ?? null,
    hasStoppedId,
  });
  await tellPlace(tx, { row, details }, 'ENDING');
  await record(tx, doer, row);
}

const dayBefore = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** Not for a while like a suspension, which an administrator may lift: only a return does (R7). @returns false where it was stopped before */
async function stop(tx: Em, doer: Doer, { user, by }: { user: User; by: string }): Promise<boolean> {
  const at = doer.now();
  await cancelUnfinished(tx, user.id, { cancelledAt: at, cancelledBy: by });
  return stopId(tx, user.id, at);
}

async function endSignIns(tx: Em, { sessions }: Doer, { row, isLast }: { row: IdChange; isLast: boolean }): Promise<void> {
  const { userId, facilityId, kind } = row;
  if (kind === 'TRANSFER') for (const id of await sessionsOnDevicesOf(tx, userId, facilityId)) await sessions.end(tx, id, 'DEVICE_REVOKED');
  else await sessions.endAll(tx, userId, { reason: isLast ? 'ID_DEACTIVATED' : 'REVOKED' });
}

const record = (tx: Em, doer: Doer, { userId, districtId }: IdChange): Promise<void> =>
  audit(tx, doer, {
    authority: doer.viewer.type === 'service' ? 'SERVICE' : 'REVIEW',
    action: 'UPDATE',
    categories: [],
    subjectType: 'User',
    subjectId: userId,
    districtId,
  });

/** What is approved and whose minute has come, carried out. @returns the code of a re-issue, in plain this once */
export async function carryOut(tx: Em, doer: Doer, filed: Filed): Promise<EnrolmentCode | null> {
  const { row, details } = filed;
  if (row.doneAt) return null;
  await endPlace(tx, doer, filed);
  await tellPlace(tx, { row, details }, 'ENDED');
  const code = await acts[row.kind](tx, doer, filed);
  await updateChange(tx, row.applicationId, { doneAt: doer.now() });
  if (row.kind === 'RETIRE') await retire(tx, doer, filed);
  await record(tx, doer, row);
  return code;
}

type Act = (tx: Em, doer: Doer, filed: Filed) => Promise<EnrolmentCode | null>;

const acts: Record<ChangeDetails['change'], Act> = {
  async NAME(tx, _doer, { row, details }) {
    await renameUser(tx, row.userId, { name: details.name ?? details.personName, kana: details.nameKana ?? '' });
    return null;
  },
  async CONTACT(tx, _doer, { row, details }) {
    if (details.email) await setEmail(tx, row.userId, details.email);
    const place = (await placesOf(tx, row.userId)).find(({ facility_id }) => facility_id === row.facilityId);
    if (details.title && place) await setTitle(tx, place.id, details.title);
    return null;
  },
  /** The person, their way in and their history stay; what they may administer does not move along. */
  async TRANSFER(tx, _doer, { row, details }) {
    const [known] = await placesOf(tx, row.userId);
    if (!known || !details.toFacilityId || !row.effectiveAt) return null;
    const since = tokyoDay(row.effectiveAt);
    await beginAffiliation(tx, {
      ...known,
      id: newId(),
      facility_id: details.toFacilityId,
      title: details.title,
      is_facility_admin: false,
      since,
      until: null,
    });
    return null;
  },
  async LEAVE() {
    return null;
  },
  async RETURN(tx, doer, { row }) {
    await lockUser(tx, row.userId);
    const place = (await placesOf(tx, row.userId)).find(({ facility_id }) => facility_id === row.facilityId);
    if (place && row.effectiveAt) await beginAffiliation(tx, { ...place, id: newId(), since: tokyoDay(row.effectiveAt), until: null });
    if (await isStoppedByLeave(tx, row.userId, row.facilityId)) await letIn(tx, row.userId);
    return null;
  },
  async RETIRE() {
    return null;
  },
  /** Whatever they signed in with is gone; the code leads through the first sign-in once more (R4). */
  async REISSUE(tx, doer, { row }) {
    await doer.sessions.endAll(tx, row.userId, { reason: 'REVOKED' });
    await forgetEnrolment(tx, row.userId);
    await cancelUnfinished(tx, row.userId, { cancelledAt: doer.now(), cancelledBy: actorId(doer, row) });
    return createEnrolment(tx, { userId: row.userId, districtId: row.districtId }, doer);
  },
};

const actorId = ({ viewer }: Doer, row: IdChange): string => (viewer.type === 'person' ? viewer.userId : row.applicationId);

/** For good, where the person works nowhere else: no room, no sign-in, and nobody lets the ID in again (R2: revoked). */
async function retire(tx: Em, doer: Doer, { row, filedBy }: Filed): Promise<void> {
  const day = row.effectiveAt ? tokyoDay(row.effectiveAt) : tokyoDay(doer.now());
  if (!(await isOnlyPlace(tx, { userId: row.userId, facilityId: row.facilityId, day }))) return;
  const at = doer.now();
  await stopId(tx, row.userId, at);
  // Nothing is left to decide about an ID that was stopped for a while.
  for (const id of await closeSuspensions(tx, row.userId, { at, by: filedBy })) await closeWork(tx, 'Suspension', id, at);
  await doer.sessions.endAll(tx, row.userId, { reason: 'ID_DEACTIVATED' });
  await emit(tx, 'identity.userDeactivated', `user:${row.userId}`, { userId: row.userId });
}

/** The application came to nothing: what its minute took is given back, and the rooms are told. */
export async function callOff(tx: Em, doer: Doer, { row, details }: Filed): Promise<void> {
  if (row.doneAt) return;
  await updateChange(tx, row.applicationId, { doneAt: doer.now() });
  if (row.affiliationId) await setUntil(tx, row.affiliationId, row.affiliationUntil ?? null);
  if (row.hasStoppedId) await letIn(tx, row.userId);
  await tellPlace(tx, { row, details }, 'CALLED_OFF');
}

/** Named after the person had gone: the room gives them the empty seat. */
export const nameSuccessors = (tx: Em, filed: Pick<Filed, 'row' | 'details'>, successors: Successor[]): Promise<void> =>
  tellPlace(tx, { row: filed.row, details: { ...filed.details, successors } }, 'ENDED');
