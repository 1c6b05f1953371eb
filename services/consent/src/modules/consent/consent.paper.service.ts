/** Paper: brought by who may end or take a consent, drawn anew, sealed with the patient's data key, seen by the same (R8, R10). */
import { createHash } from 'node:crypto';
import { type KeptPage, readScan, type ScanRefusal, UnreadableScan } from '@heya/forms/scan';
import { audit, type AuditFacts } from '@heya/service-common/audit';
import type { Place } from '@heya/service-common/data-keys';
import { problem } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { isPerson, type PersonViewer } from '@heya/service-common/viewer';
import type { ConsentContext, ConsentProblem } from '../platform/index.ts';
import { findStanding, recordRefusal, type Standing } from '../projection/index.ts';
import { accessForChange, forgetConsents, stateOf } from './consent.access.ts';
import { attachPaper, findPage, findPaper, insertPage, insertPaper } from './consent.paper.repository.ts';
import { can } from './consent.policy.ts';

export type Brought = { id: string; pages: number; replayed: boolean } | { refusal: ScanRefusal | 'INVALID' | 'NOT_FOUND' };

interface Bringing {
  id: string;
  patientId: string;
  bytes: Uint8Array;
}

const mostPages = 20;

/** The same id again is the same file. It counts once it is attached to a consent, a change or a withdrawal. */
export async function bringPaper(context: ConsentContext, { id, patientId, bytes }: Bringing): Promise<Brought> {
  const { viewer } = context;
  if (!isPerson(viewer) || !isId(patientId)) return { refusal: 'NOT_FOUND' };
  if (!isId(id)) return { refusal: 'INVALID' };
  const brought = {
    id: id.toLowerCase(),
    patientId: patientId.toLowerCase(),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    viewer,
  };
  await context.requireFresh();
  const known = await context.write((tx) => recall(tx, context, brought));
  if (known) return known;
  try {
    const pages = await readScan(bytes, { pages: mostPages });
    return await context.write((tx) => keep(tx, context, { ...brought, pages }));
  } catch (error) {
    if (error instanceof UnreadableScan) return { refusal: error.reason };
    throw error;
  }
}

interface Known {
  id: string;
  patientId: string;
  sha256: string;
  viewer: PersonViewer;
}

/** @returns undefined when it has to be read: nothing is, for who may not bring it */
async function recall(tx: Em, context: ConsentContext, { id, patientId, sha256 }: Known): Promise<Brought | undefined> {
  const standing = await findStanding(tx, patientId);
  if (!standing || !can(context.viewer, 'READ_PAPER', { standing }).allowed) {
    await recordRefusal(tx, context, { subjectType: 'ConsentPaper', aimedAt: patientId, subjectId: null });
    return { refusal: 'NOT_FOUND' };
  }
  const same = await findPaper(tx, id);
  if (!same) return undefined;
  return same.sha256 === sha256 && same.patient_id === patientId ? { id, pages: same.page_count, replayed: true } : { refusal: 'INVALID' };
}

async function keep(tx: Em, context: ConsentContext, { pages, ...brought }: Known & { pages: KeptPage[] }): Promise<Brought> {
  const { id, patientId, sha256, viewer } = brought;
  const known = await recall(tx, context, brought);
  const standing = await findStanding(tx, patientId);
  if (known || !standing) return known ?? { refusal: 'NOT_FOUND' };
  const scope = { id: patientId, districtId: standing.district_id };
  const paper = { id, patientId, districtId: scope.districtId, sha256, pageCount: pages.length };
  if (!(await insertPaper(tx, { ...paper, broughtBy: viewer.userId, broughtAt: context.now() }))) return { refusal: 'INVALID' };
  for (const { number, picture } of pages) {
    const sealed = await context.dataKeys.seal(tx, scope, placeOf(id, number), Buffer.from(picture));
    await insertPage(tx, { paperId: id, number, patientId, sealed });
  }
  await audit(tx, context, lineOf(standing, { id, patientId, action: 'CREATE' }));
  return { id, pages: pages.length, replayed: false };
}

const placeOf = (paperId: string, number: number): Place => ({ rowId: `${paperId}:${number}`, column: 'consent_paper_page.sealed' });

const lineOf = (
  standing: Standing,
  { id, patientId, action }: { id: string; patientId: string; action: 'CREATE' | 'VIEW' },
): AuditFacts => ({
  authority: standing.relation,
  action,
  categories: [],
  subjectType: 'ConsentPaper',
  subjectId: id,
  patientId,
  districtId: standing.district_id,
  roomId: standing.room_id,
});

/** @returns a page (WebP), once the look is in the record; null when there is none that the viewer may see */
export async function lookAtPaper(context: ConsentContext, id: string, number: number): Promise<Uint8Array | null> {
  if (!isId(id)) return null;
  await context.requireFresh();
  return context.write(async (tx) => {
    const paper = await findPaper(tx, id);
    const standing = paper && (await findStanding(tx, paper.patient_id));
    const sealed = standing && can(context.viewer, 'READ_PAPER', { standing }).allowed ? await findPage(tx, id, number) : undefined;
    if (!paper || !standing || !sealed) {
      await recordRefusal(tx, context, { subjectType: 'ConsentPaper', aimedAt: id });
      return null;
    }
    await audit(tx, context, lineOf(standing, { id, patientId: paper.patient_id, action: 'VIEW' }));
    const scope = { id: paper.patient_id, districtId: paper.district_id };
    return context.dataKeys.open(tx, scope, placeOf(paper.id, number), Buffer.from(sealed));
  });
}

export interface Attachment {
  consentId?: string;
  problems: ConsentProblem[];
}

const refused = (...problems: ConsentProblem[]): Attachment => ({ problems });

/** Paper that follows what was submitted, from who took it or from the center, to which it was sent. */
export async function attachToSubmitted(
  context: ConsentContext,
  id: string,
  { documentUploadId, expectedVersion }: { documentUploadId: string; expectedVersion: number },
): Promise<Attachment> {
  await context.requireFresh();
  const attachment = await context.write(async (tx): Promise<Attachment> => {
    const { row, refusal } = await accessForChange(tx, context, { id, action: 'ATTACH' });
    if (!row) return refused(problem(refusal, ['id']));
    if (row.version !== expectedVersion) return { consentId: id, problems: [problem('STALE_VERSION', ['input', 'expectedVersion'])] };
    if (!can(context.viewer, 'ATTACH', { standing: row.standing, status: stateOf(row, context) }).allowed)
      return refused(problem('INVALID_STATE', ['id']));
    const of = { consentId: row.id, patientId: row.patient_id, version: row.version };
    if (!(await attach(tx, documentUploadId, of))) return refused(problem('NOT_FOUND', ['input', 'documentUploadId']));
    const place = { subjectType: 'Consent', subjectId: row.id, patientId: row.patient_id, districtId: row.district_id };
    await audit(tx, context, {
      authority: row.standing.relation,
      action: 'UPDATE',
      categories: [],
      ...place,
      roomId: row.standing.room_id,
    });
    return { consentId: row.id, problems: [] };
  });
  forgetConsents(context);
  return attachment;
}

/** @returns whether the viewer brought it for this patient, and nothing has it yet */
export async function liesLoose(
  tx: Em,
  { viewer }: ConsentContext,
  { paperId, patientId }: { paperId: string; patientId: string },
): Promise<boolean> {
  const paper = isPerson(viewer) && isId(paperId) ? await findPaper(tx, paperId) : undefined;
  return paper?.patient_id === patientId && paper.consent_id === null && isPerson(viewer) && paper.brought_by === viewer.userId;
}

/** @returns false when there is no such paper of the viewer's that lies loose */
export const attach = async (tx: Em, paperId: string, of: Parameters<typeof attachPaper>[2]): Promise<boolean> =>
  isId(paperId) && (await attachPaper(tx, paperId, of));
