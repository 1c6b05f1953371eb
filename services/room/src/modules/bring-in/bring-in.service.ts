/** A package that was brought: what it would bring, taking in what was chosen, leaving it (R35). */
import type { InformationCategory } from '@heya/schema/events';
import { audit, auditAll } from '@heya/service-common/audit';
import { problem } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { emit } from '@heya/service-common/outbox';
import { isPerson, type PersonViewer } from '@heya/service-common/viewer';
import { bringEntries, type BroughtLook, forgetClasses, forgetPatients, lookAtBrought, StaleBlock } from '../patient/index.ts';
import { bodyHash, recordLooks, refusal, type RoomContext, type RoomProblem, ruled } from '../platform/index.ts';
import { aboutImport, accessImport, forgetImports, recordRefused } from './bring-in.access.ts';
import {
  cancelImport,
  holdRoom,
  type ImportRow,
  insertPosts,
  opensDays,
  selectBroughtIds,
  selectImports,
  setTaken,
} from './bring-in.repository.ts';
import { type Opened, openWaiting } from './bring-in.sealed.service.ts';

export interface Preview {
  look: BroughtLook;
  posts: { count: number; known: number; from: Date | null; until: Date | null; isOpen: boolean };
}

/** @returns what it would bring under the consent as it is now; null once it has ended, or for anybody but who brought it */
export async function previewImport(context: RoomContext, id: string): Promise<Preview | null> {
  return context.read(async (tx) => {
    const { row } = await accessImport(tx, context, { id, action: 'LOOK' });
    const opened = row && (await openWaiting(tx, context, row));
    if (!row || !opened) return null;
    const look = await lookAtBrought(tx, context, row.patient_id, opened.wishes);
    const known = await selectBroughtIds(tx, row.room_id);
    const times = opened.posts.map(({ observedAt }) => Date.parse(observedAt)).sort((a, b) => a - b);
    const isOpen = await opensDays(tx, row.patient_id);
    return {
      look,
      posts: {
        count: opened.posts.length,
        known: opened.posts.filter(({ sourceId }) => known.has(sourceId)).length,
        from: dateOf(times[0]),
        until: dateOf(times.at(-1)),
        isOpen,
      },
    };
  });
}

const dateOf = (at: number | undefined): Date | null => (at === undefined ? null : new Date(at));

export interface Choice {
  id: string;
  /** Of the entries that were shown. */
  entries: readonly string[];
  posts: boolean;
  /** The thumbprint was compared with what the sender told by another way. */
  keyCompared: boolean;
}

export interface ImportOutcome {
  row: ImportRow | null;
  problems: RoomProblem[];
}

const refusedWith = (...problems: RoomProblem[]): ImportOutcome => ({ row: null, problems });

/** Takes in what was chosen, whole or not at all. The same choice sent again is answered as the first time. */
export async function takeImport(context: RoomContext, choice: Choice): Promise<ImportOutcome> {
  const { viewer } = context;
  if (!isPerson(viewer) || !isId(choice.id)) return refusedWith(problem('NOT_FOUND', ['id']));
  const isProved = await context.identity.isProved(context);
  const outcome = await context
    .write((tx) => take(tx, context, { viewer, choice, isProved }))
    .catch((error: unknown) => {
      if (error instanceof Undone) return refusedWith(...error.problems);
      if (error instanceof StaleBlock) return refusedWith(problem('STALE_VERSION', ['entries']));
      throw error;
    });
  forgetImports(context);
  forgetPatients(context);
  forgetClasses(context);
  return outcome;
}

/** Part of it was written before the rest could not be: all of it is taken back. */
class Undone extends Error {
  readonly problems: RoomProblem[];

  constructor(problems: RoomProblem[]) {
    super('Undone');
    this.problems = problems;
  }
}

interface Taking {
  viewer: PersonViewer;
  choice: Choice;
  isProved: boolean;
}

async function take(tx: Em, context: RoomContext, { viewer, choice, isProved }: Taking): Promise<ImportOutcome> {
  const { id } = choice;
  const choiceHash = bodyHash({ entries: [...choice.entries].sort(), posts: choice.posts });
  const [found] = await selectImports(tx, [id]);
  if (found) await holdRoom(tx, found.room_id);
  const [before] = await selectImports(tx, [id]);
  if (before?.state === 'TAKEN' && before.brought_by === viewer.userId && before.choice_hash === choiceHash)
    return { row: before, problems: [] };
  const { row, refused } = await accessImport(tx, context, { id, action: 'TAKE' });
  if (!row) return refusedWith(problem(refused, ['id']));
  if (!isProved) {
    await recordRefused(tx, context, id, 'PROOF_REQUIRED');
    return refusedWith(problem('PROOF_REQUIRED', ['id']));
  }
  if (!row.is_known_key && !choice.keyCompared) return refusedWith(ruled('INVALID', 'IMPORT_KEY', ['keyCompared']));
  if (choice.entries.length === 0 && !choice.posts) return refusedWith(ruled('BLANK', 'IMPORT_NOTHING', ['entries']));
  const opened = await openWaiting(tx, context, row);
  if (!opened) return refusedWith(problem('INVALID_STATE', ['id']));
  return takeOpened(tx, context, { viewer, choice, row, opened, choiceHash });
}

interface TakingOpened {
  viewer: PersonViewer;
  choice: Choice;
  row: ImportRow;
  opened: Opened;
  choiceHash: string;
}

async function takeOpened(tx: Em, context: RoomContext, { viewer, choice, row, opened, choiceHash }: TakingOpened): Promise<ImportOutcome> {
  const wishes = opened.wishes.filter(({ id }) => choice.entries.includes(id));
  if (wishes.length !== new Set(choice.entries).size) return refusedWith(problem('INVALID', ['entries']));
  if (choice.posts && !(await opensDays(tx, row.patient_id))) {
    const categories = ['DAILY_CONDITION' as const];
    await recordLooks(tx, context, [refusal('RoomImport', row.id, { ...aboutImport(row), categories, outcome: 'DENIED_CONSENT' })]);
    return refusedWith(problem('CONSENT_REQUIRED', ['posts']));
  }
  const origin = {
    importId: row.id,
    packageId: row.package_id,
    roomNumber: row.source_room_number,
    districtName: row.source_district_name,
  };
  const { patientIdentifiers } = opened;
  const brought = await bringEntries(tx, context, { patientId: row.patient_id, viewer, wishes, origin, patientIdentifiers });
  if (brought.problems.length > 0 && !brought.isBegun) return refusedWith(...brought.problems);
  if (brought.problems.length > 0) throw new Undone(brought.problems);
  const posts = choice.posts ? await insertPosts(tx, postPlace(row), opened.posts) : 0;
  const taken: { category: InformationCategory; count: number }[] = [
    ...brought.counts,
    ...(posts > 0 ? [{ category: 'DAILY_CONDITION' as const, count: posts }] : []),
  ];
  if (!(await setTaken(tx, row.id, { choiceHash, taken }))) throw new Undone([problem('INVALID_STATE', ['id'])]);
  // Open screens look again, also when nothing but posts has come.
  await emit(tx, 'room.patientUpdated', `room-meta:${row.room_id}`, { patientId: row.patient_id, roomId: row.room_id, version: 0 });
  await auditAll(
    tx,
    context,
    taken.map(({ category }) => ({ ...aboutImport(row), authority: 'MEMBERSHIP', action: 'UPDATE' as const, categories: [category] })),
  );
  const [now] = await selectImports(tx, [row.id]);
  return { row: now ?? null, problems: [] };
}

const postPlace = (row: ImportRow) => ({
  importId: row.id,
  roomId: row.room_id,
  patientId: row.patient_id,
  districtId: row.district_id,
  roomNumber: row.source_room_number,
});

/** What waits of it is dropped. */
export async function leaveImport(context: RoomContext, id: string): Promise<ImportOutcome> {
  const outcome = await context.write(async (tx): Promise<ImportOutcome> => {
    const { row, refused } = await accessImport(tx, context, { id, action: 'CANCEL' });
    if (!row) return refusedWith(problem(refused, ['id']));
    await cancelImport(tx, id);
    await audit(tx, context, { ...aboutImport(row), authority: 'MEMBERSHIP', action: 'RETRACT' });
    const [ended] = await selectImports(tx, [id]);
    return { row: ended ?? null, problems: [] };
  });
  forgetImports(context);
  return outcome;
}
