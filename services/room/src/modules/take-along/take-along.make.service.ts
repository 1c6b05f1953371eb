/** Makes packages that were ordered, one after the other, in the name of who ordered them (R35). */
import { type AuditFacts, auditAll } from '@heya/service-common/audit';
import type { DataKeys } from '@heya/service-common/data-keys';
import { describeError, type Logger } from '@heya/service-common/logger';
import type { Em } from '@heya/service-common/orm';
import { type PersonViewer, viewerSchema } from '@heya/service-common/viewer';
import { print } from '@heya/forms/press';
import type { RoomContext } from '../platform/index.ts';
import { toBundle } from './fhir.record.ts';
import { gather, type Neighbours, NotAllowed, TooLarge } from './take-along.gather.service.ts';
import { signerOf } from './take-along.key.service.ts';
import { pack, type PackedFile, sha256, toManifest } from './take-along.package.ts';
import { classesOf, type Parts, type TakenFile, type Taking } from './take-along.parts.ts';
import { mostAttempts, mostBytes, mostUnpacked, waitsHours } from './take-along.policy.ts';
import { toRecords } from './take-along.print.ts';
import { claimExport, endExport, type ExportRow, insertPiece, selectOver, setProgress, setReady } from './take-along.repository.ts';

export interface Making {
  neighbours: Neighbours;
  dataKeys: DataKeys;
  logger: Logger;
  /** The room service's own authority. */
  inService<T>(work: (tx: Em) => Promise<T>): Promise<T>;
  /** What a request of this person would be given. */
  contextOf(viewer: PersonViewer, requestId: string): RoomContext;
}

const center = '部屋（Heya）';
/** A piece is sealed and opened in memory. */
const pieceBytes = 4 * 1024 * 1024;
const overAtOnce = 200;

/** It was called off while it was being made. */
class CalledOff extends Error {
  override name = 'CalledOff';
}

/** @returns how many were made, or came to an end */
export async function makeExports(making: Making, now: Date): Promise<number> {
  const over = await making.inService(async (tx) => {
    const rows = await selectOver(tx, now, overAtOnce);
    for (const { id } of rows) await endExport(tx, id, 'EXPIRED');
    return rows.length;
  });
  let made = 0;
  for (;;) {
    const row = await making.inService((tx) => claimExport(tx));
    if (!row) return over + made;
    // Who could not be asked now is asked again at the next time.
    if (!(await attempt(making, row, now))) return over + made;
    made += 1;
  }
}

/** @returns whether it came to an end, good or bad */
async function attempt(making: Making, row: ExportRow, now: Date): Promise<boolean> {
  const { inService, logger } = making;
  // Whoever made it before has died of it each time.
  if (row.attempts > mostAttempts) {
    await inService((tx) => endExport(tx, row.id, 'FAILED', 'UNAVAILABLE'));
    return true;
  }
  try {
    await make(making, row, now);
    return true;
  } catch (error) {
    if (error instanceof CalledOff) return true;
    const isLast = row.attempts >= mostAttempts;
    if (error instanceof NotAllowed) await inService((tx) => endExport(tx, row.id, 'FAILED', 'NOT_ALLOWED'));
    else if (error instanceof TooLarge) await inService((tx) => endExport(tx, row.id, 'FAILED', 'TOO_LARGE'));
    else if (isLast) await inService((tx) => endExport(tx, row.id, 'FAILED', 'UNAVAILABLE'));
    else await inService((tx) => setProgress(tx, row.id, 'WAITING', 0));
    logger.warn('a room could not be taken along', { requestId: row.id, attempt: row.attempts, ...describeError(error) });
    return isLast || error instanceof NotAllowed || error instanceof TooLarge;
  }
}

async function make(making: Making, row: ExportRow, now: Date): Promise<void> {
  const { neighbours, dataKeys, inService, contextOf } = making;
  const { id, room_id: roomId, patient_id: patientId, district_id: districtId } = row;
  const tell = async (state: 'GATHERING' | 'WRITING', progress: number): Promise<void> => {
    if (!(await inService((tx) => setProgress(tx, id, state, Math.round(progress))))) throw new CalledOff();
  };
  const viewer = await inService((tx) => askerOf(tx, dataKeys, row));
  const onProgress = (share: number): Promise<void> => tell('GATHERING', 5 + 50 * share);
  const parts = await gather(neighbours, { roomId, patientId, viewer, requestId: id, onProgress });
  const districtName = await contextOf(viewer, id).identity.districtName({ viewer, requestId: id });
  const taking = { ...takingOf(row, viewer, now), districtName };
  const records: PackedFile[] = [];
  const wanted = toRecords(parts, taking, center);
  for (const { name, record } of wanted) {
    records.push({ name, kind: 'RECORD', contentType: 'application/pdf', bytes: await print({ kind: 'record', record }) });
    await tell('WRITING', 55 + (35 * records.length) / wanted.length);
  }
  const bundle = toBundle(
    parts,
    taking,
    records.map(({ name, contentType, bytes }, index) => ({ name, contentType, title: wanted[index]?.title ?? name, bytes: bytes.length })),
  );
  const files: PackedFile[] = [
    { name: 'bundle.json', kind: 'BUNDLE', contentType: 'application/fhir+json', bytes: Buffer.from(JSON.stringify(bundle)) },
    ...records,
    ...parts.files.map(toPacked),
  ];
  if (files.reduce((sum, { bytes }) => sum + bytes.length, 0) > mostUnpacked) throw new TooLarge();
  const signer = await inService((tx) => signerOf(tx, dataKeys, districtId));
  const manifest = toManifest(parts, taking, files, notIncluded(parts));
  const zip = await pack({ manifest, files, kid: signer.kid, jws: signer.sign });
  if (zip.length > mostBytes) throw new TooLarge();
  await store(making, { row, viewer, parts, zip, kid: signer.kid });
}

async function askerOf(tx: Em, dataKeys: DataKeys, { id, room_id, district_id, asker }: ExportRow): Promise<PersonViewer> {
  if (!asker) throw new CalledOff();
  const opened = await dataKeys.open(tx, { id: room_id, districtId: district_id }, { rowId: id, column: 'room_export.asker' }, asker);
  const viewer = viewerSchema.parse(JSON.parse(opened.toString()));
  if (viewer.type !== 'person') throw new NotAllowed();
  return viewer;
}

const takingOf = (row: ExportRow, viewer: PersonViewer, at: Date): Omit<Taking, 'districtName'> => ({
  id: row.id,
  districtId: row.district_id,
  userId: viewer.userId,
  userName: viewer.labels.name,
  facilityName: viewer.labels.facility ?? null,
  purpose: row.purpose,
  reason: row.reason,
  at,
});

const toPacked = ({ attachment, name, postId, bytes }: TakenFile): PackedFile =>
  attachment.kind === 'PDF'
    ? { name, kind: 'DOCUMENT', contentType: 'application/pdf', bytes, postId }
    : { name, kind: 'PHOTO', contentType: 'image/jpeg', bytes, postId };

function notIncluded(parts: Parts): string[] {
  const classes = new Set<string>(classesOf(parts));
  const all = ['DEMOGRAPHICS', 'FAMILY_CONTACTS', 'INSURANCE', 'MEDICAL_HISTORY', 'MEDICATIONS', 'TEST_RESULTS', 'DAILY_CONDITION'];
  const rest = [...all, 'CARE_SERVICES', 'HOSPITALS', 'DISASTER_SAFETY'].filter((category) => !classes.has(category));
  return [
    ...rest,
    ...(parts.looks ? [] : ['ACCESS_RECORD']),
    ...(parts.looksCut ? ['OLDER_ACCESS_RECORD'] : []),
    ...(parts.filesCut ? ['PHOTOS_AND_DOCUMENTS'] : []),
  ];
}

interface Storing {
  row: ExportRow;
  viewer: PersonViewer;
  parts: Parts;
  zip: Uint8Array;
  kid: string;
}

/** As the person: whose right ended meanwhile gets nothing. @throws NotAllowed */
async function store({ dataKeys, contextOf }: Making, { row, viewer, parts, zip, kid }: Storing): Promise<void> {
  const context = contextOf(viewer, row.id);
  await context.write(async (tx) => {
    const made = { sha256: sha256(zip), bytes: zip.length, signingKey: kid, hours: waitsHours };
    if (!(await setReady(tx, row.id, made))) throw new NotAllowed();
    const scope = { id: row.room_id, districtId: row.district_id };
    for (let place = 0; place * pieceBytes < zip.length; place += 1) {
      const piece = Buffer.from(zip.subarray(place * pieceBytes, (place + 1) * pieceBytes));
      await insertPiece(tx, row.id, place, await dataKeys.seal(tx, scope, pieceOf(row.id, place), piece));
    }
    await auditAll(
      tx,
      context,
      classesOf(parts).map((category) => ({ ...exportLine(row), categories: [category] })),
    );
  });
}

export const pieceOf = (exportId: string, place: number) => ({ rowId: `${exportId}:${place}`, column: 'room_export_piece.sealed' });

export const exportLine = ({ id, room_id: roomId, patient_id: patientId }: Pick<ExportRow, 'id' | 'room_id' | 'patient_id'>) =>
  ({
    authority: 'MEMBERSHIP',
    action: 'EXPORT',
    categories: [],
    subjectType: 'RoomExport',
    subjectId: id,
    roomId,
    patientId,
  }) satisfies AuditFacts;
