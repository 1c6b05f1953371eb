/** Bringing a package: rights, then every look at it, then it waits sealed (R35). */
import { createHash } from 'node:crypto';
import { audit } from '@heya/service-common/audit';
import type { Locale } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { isPerson, type PersonViewer } from '@heya/service-common/viewer';
import { outcomeOf, recordLooks, refusal, type RoomContext } from '../platform/index.ts';
import { aboutImport, forgetImports, roomFacts } from './bring-in.access.ts';
import { BadPackage } from './bring-in.archive.ts';
import { canBring, faultSentences, type ImportRefusal, mostADay, waitsHours } from './bring-in.policy.ts';
import { readPackage, type ReadPackage } from './bring-in.reading.ts';
import {
  cancelEarlier,
  countImports,
  findKeyDistrict,
  insertImport,
  isSamePatient,
  selectImports,
  selectRoomsToImport,
} from './bring-in.repository.ts';
import { placeOf, type Waiting } from './bring-in.sealed.service.ts';

type Fault = keyof typeof faultSentences;
export type BringOutcome = { id: string } | { refused: ImportRefusal | Fault };

export const faultSentence = (fault: Fault, locale: Locale): string => faultSentences[fault][locale === 'en' ? 'en' : 'ja'];

interface Offer {
  id: string;
  roomId: string;
  zip: Uint8Array;
}

/** Rights first; then the package is read outside of any transaction, and kept sealed with the right asked once more. */
export async function bringPackage(context: RoomContext, { id, roomId, zip }: Offer): Promise<BringOutcome> {
  const { viewer } = context;
  if (!isPerson(viewer) || !isId(id) || !isId(roomId)) return { refused: 'NOT_FOUND' };
  const isProved = await context.identity.isProved(context);
  const refused = await context.write((tx) => refusedFor(tx, context, roomId, isProved));
  if (refused) return { refused };
  try {
    const read = await readPackage(zip, context.now());
    const sha256 = createHash('sha256').update(zip).digest('hex');
    const outcome = await context.write((tx) => keep(tx, context, { id, roomId, viewer, read, sha256, isProved }));
    forgetImports(context);
    return outcome;
  } catch (error) {
    if (error instanceof BadPackage) return { refused: error.fault };
    throw error;
  }
}

async function refusedFor(tx: Em, context: RoomContext, roomId: string, isProved: boolean): Promise<ImportRefusal | null> {
  const [room] = await selectRoomsToImport(tx, [roomId]);
  const decision = canBring(context.viewer, room && roomFacts(room), isProved);
  if (decision.allowed) return null;
  await recordLooks(tx, context, [refusal('Room', roomId, { outcome: outcomeOf(decision.reason) })]);
  return decision.reason;
}

interface Keeping {
  id: string;
  roomId: string;
  viewer: PersonViewer;
  read: ReadPackage;
  sha256: string;
  isProved: boolean;
}

async function keep(tx: Em, context: RoomContext, { id, roomId, viewer, read, sha256, isProved }: Keeping): Promise<BringOutcome> {
  const [room] = await selectRoomsToImport(tx, [roomId]);
  const decision = canBring(viewer, room && roomFacts(room), isProved);
  if (!room || !decision.allowed) return { refused: decision.allowed ? 'NOT_FOUND' : decision.reason };
  const { manifest, signingKey } = read;
  if (manifest.room.id === roomId || manifest.patientId === room.patient_id) return { refused: 'SAME_ROOM' };
  if (!(await isSamePatient(tx, room.patient_id, read.patient))) return { refused: 'OTHER_PATIENT' };
  const keyDistrict = await findKeyDistrict(tx, signingKey);
  // A key of this house signs for its own district alone.
  if (keyDistrict !== null && keyDistrict !== manifest.districtId) return { refused: 'WRONG_SIGNATURE' };
  const [earlier] = await selectImports(tx, [id]);
  if (earlier) return earlier.sha256 === sha256 && earlier.room_id === roomId ? { id } : { refused: 'OTHER_BYTES' };
  if ((await countImports(tx, roomId)) >= mostADay) return { refused: 'TOO_MANY' };
  await cancelEarlier(tx, roomId);
  const scope = { id: room.id, districtId: room.district_id };
  const waiting: Waiting = { wishes: read.wishes, patientIdentifiers: read.patient.identifiers };
  // A post that was written here once comes back as part of another room's record: it stands here already.
  const posts = read.posts.filter(({ sourceRoomId }) => sourceRoomId !== roomId);
  const isKept = await insertImport(tx, {
    id,
    room,
    broughtBy: viewer.userId,
    broughtByName: viewer.labels.name,
    sha256,
    packageId: manifest.id,
    source: {
      roomId: manifest.room.id,
      roomNumber: manifest.room.roomNumber,
      districtName: manifest.districtName ?? null,
      madeAt: manifest.madeAt,
      madeByName: manifest.madeBy.name,
      madeByFacility: manifest.madeBy.facility,
    },
    purpose: manifest.purpose,
    signingKey,
    isKnownKey: keyDistrict !== null,
    entries: await context.dataKeys.seal(tx, scope, placeOf(id, 'entries'), Buffer.from(JSON.stringify(waiting))),
    posts: await context.dataKeys.seal(tx, scope, placeOf(id, 'posts'), Buffer.from(JSON.stringify(posts))),
    hours: waitsHours,
  });
  if (!isKept) return { refused: 'OTHER_BYTES' };
  await audit(tx, context, {
    ...aboutImport({ id, room_id: room.id, patient_id: room.patient_id }),
    authority: 'MEMBERSHIP',
    action: 'CREATE',
  });
  return { id };
}
