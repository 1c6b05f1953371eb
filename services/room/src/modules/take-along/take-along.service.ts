/** Ordering a package, making the link that opens it once, calling it off, and fetching it (R35, threat 31). */
import { createHash, randomBytes } from 'node:crypto';
import { audit } from '@heya/service-common/audit';
import { problem } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { isPerson, type PersonViewer } from '@heya/service-common/viewer';
import { outcomeOf, recordLooks, refusal, type RoomContext, type RoomProblem, ruled, tidyText } from '../platform/index.ts';
import { aboutExport, accessExport, forgetExports, recordRefused, roomFacts } from './take-along.access.ts';
import type { ExportPurpose } from './take-along.entity.ts';
import { exportLine, pieceOf } from './take-along.make.service.ts';
import { canOrder, linkMinutes, mostADay, reasonProblems, refusalProblem } from './take-along.policy.ts';
import {
  countOrders,
  endExport,
  type ExportRow,
  insertExport,
  selectExports,
  selectPieces,
  selectRoomsToExport,
  setLink,
  useLink,
} from './take-along.repository.ts';

export interface ExportOutcome {
  order: ExportRow | null;
  /** Opens the package once. */
  url?: string;
  problems: RoomProblem[];
}

export interface ExportWish {
  idempotencyKey: string;
  roomId: string;
  purpose: ExportPurpose;
  reason: string;
}

const refused = (...problems: RoomProblem[]): ExportOutcome => ({ order: null, problems });

/** Orders a package; it is made in the background under the rights of who asks. */
export async function orderExport(context: RoomContext, wish: ExportWish): Promise<ExportOutcome> {
  const { viewer } = context;
  if (!isPerson(viewer) || !isId(wish.roomId)) return refused(problem('NOT_FOUND', ['roomId']));
  const problems = [
    ...(isId(wish.idempotencyKey) ? [] : [problem('INVALID' as const, ['idempotencyKey'])]),
    ...reasonProblems(wish.reason),
  ];
  const isProved = await context.identity.isProved(context);
  const outcome = await context.write((tx) => order(tx, context, { viewer, wish, problems, isProved }));
  if (outcome.order?.state === 'WAITING') await context.soon('room-export');
  forgetExports(context);
  return outcome;
}

interface Ordering {
  viewer: PersonViewer;
  wish: ExportWish;
  problems: RoomProblem[];
  isProved: boolean;
}

async function order(tx: Em, context: RoomContext, { viewer, wish, problems, isProved }: Ordering): Promise<ExportOutcome> {
  const [room] = await selectRoomsToExport(tx, [wish.roomId]);
  // What is left out is said first: nobody proves who they are twice for it.
  const decision = canOrder(viewer, room && roomFacts(room), isProved || problems.length > 0);
  if (!room || !decision.allowed) {
    const reason = decision.allowed ? 'NOT_FOUND' : decision.reason;
    await recordLooks(tx, context, [refusal('Room', wish.roomId, { outcome: outcomeOf(reason) })]);
    return refused(refusalProblem(reason, ['roomId']));
  }
  if (problems.length > 0) return refused(...problems);
  const reason = tidyText(wish.reason);
  const [earlier] = await selectExports(tx, [wish.idempotencyKey]);
  if (earlier) {
    const isSame = earlier.room_id === wish.roomId && earlier.purpose === wish.purpose && earlier.reason === reason;
    return isSame ? { order: earlier, problems: [] } : refused(problem('INVALID', ['idempotencyKey']));
  }
  if ((await countOrders(tx, room.id)) >= mostADay) return refused(ruled('INVALID_STATE', 'EXPORTS_A_DAY', ['roomId']));
  const id = wish.idempotencyKey;
  const scope = { id: room.id, districtId: room.district_id };
  const asker = await context.dataKeys.seal(tx, scope, { rowId: id, column: 'room_export.asker' }, Buffer.from(JSON.stringify(viewer)));
  const wanted = { id, room, askedBy: viewer.userId, askedByName: viewer.labels.name, purpose: wish.purpose, reason, asker };
  if (!(await insertExport(tx, wanted))) return refused(problem('ALREADY_EXISTS', ['roomId']));
  const [made] = await selectExports(tx, [id]);
  if (!made) return refused(problem('NOT_FOUND', ['roomId']));
  await audit(tx, context, { ...aboutExport(made), authority: 'MEMBERSHIP', action: 'CREATE' });
  return { order: made, problems: [] };
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Makes a link that opens the package once, for ten minutes; one made before opens nothing more. */
export async function linkExport(context: RoomContext, id: string): Promise<ExportOutcome> {
  const isProved = await context.identity.isProved(context);
  const secret = randomBytes(32).toString('hex');
  const outcome = await context.write(async (tx): Promise<ExportOutcome> => {
    const { row, refused: reason } = await accessExport(tx, context, { id, action: 'LINK' });
    if (!row) return refused(refusalProblem(reason, ['id']));
    if (!isProved) {
      await recordRefused(tx, context, id, 'PROOF_REQUIRED');
      return refused(refusalProblem('PROOF_REQUIRED', ['id']));
    }
    await setLink(tx, id, { hash: hashOf(secret), minutes: linkMinutes });
    await audit(tx, context, { ...aboutExport(row), authority: 'MEMBERSHIP', action: 'UPDATE' });
    return { order: row, url: `/files/room/exports/${id}/${secret}`, problems: [] };
  });
  forgetExports(context);
  return outcome;
}

/** What was made is dropped, what is being made is left. */
export async function cancelExport(context: RoomContext, id: string): Promise<ExportOutcome> {
  const outcome = await context.write(async (tx): Promise<ExportOutcome> => {
    const { row, refused: reason } = await accessExport(tx, context, { id, action: 'CANCEL' });
    if (!row) return refused(refusalProblem(reason, ['id']));
    await endExport(tx, id, 'CANCELLED');
    await audit(tx, context, { ...aboutExport(row), authority: 'MEMBERSHIP', action: 'RETRACT' });
    const [ended] = await selectExports(tx, [id]);
    return { order: ended ?? null, problems: [] };
  });
  forgetExports(context);
  return outcome;
}

export interface FetchedPackage {
  name: string;
  zip: Buffer;
}

/** Opens the package and drops it, in one transaction. @returns null for a link that is used up, too old or somebody else's */
export async function fetchExport(context: RoomContext, id: string, secret: string): Promise<FetchedPackage | null> {
  if (!isId(id) || !isPerson(context.viewer)) return null;
  return context.write(async (tx) => {
    const row = await useLink(tx, id, hashOf(secret));
    if (!row) {
      await recordRefused(tx, context, id, 'NOT_FOUND');
      return null;
    }
    const scope = { id: row.room_id, districtId: row.district_id };
    const pieces: Buffer[] = [];
    for (const { place, sealed } of await selectPieces(tx, id))
      pieces.push(await context.dataKeys.open(tx, scope, pieceOf(id, place), sealed));
    await endExport(tx, id, 'TAKEN');
    await audit(tx, context, exportLine(row));
    return { name: `heya-room-${row.room_number}`, zip: Buffer.concat(pieces) };
  });
}
