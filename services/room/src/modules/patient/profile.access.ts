/**
 * The one way to the blocks of a profile: each data class by itself, decided and recorded with its class in the transaction that reads it
 * (R10, R32). Who asks for medicines alone is recorded with medicines alone.
 */
import type { AuditActor, AuditFacts } from '@heya/service-common/audit';
import type { InformationCategory } from '@heya/schema/events';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import type { Viewer } from '@heya/service-common/viewer';
import DataLoader from 'dataloader';
import { outcomeOf, recordLooks, refusal, type RoomContext } from '../platform/index.ts';
import { loadPatient } from './patient.access.ts';
import { can, fieldsOf, patientClass, type PatientDecision } from './patient.policy.ts';
import { type BlockContents, type ContentBlock, isProfileCategory, type ProfileCategory } from './profile.block.ts';
import { type BlockState, type ClassRow, type ContactRow, selectClasses } from './profile.repository.ts';

export interface ClassWish {
  id: string;
  category: ProfileCategory;
}

/** One class of a patient, as far as the viewer may know it. */
export interface ClassView {
  category: ProfileCategory;
  isReachable: boolean;
  reading: PatientDecision;
  updating: PatientDecision;
  /** Empty when the class is not open. */
  blocks: ClassRow['blocks'];
  contacts: ContactRow[];
}

/** @returns a view per wish, in order; null for a patient who is absent or none of the viewer's */
export async function accessClasses(tx: Em, actor: AuditActor, wishes: readonly ClassWish[]): Promise<(ClassView | null)[]> {
  const asked = wishes.filter(({ id }) => isId(id));
  const rows = new Map((await selectClasses(tx, asked)).map((row) => [keyOf(row), row]));
  await recordLooks(tx, actor, linesOf(actor.viewer, asked, rows));
  return wishes.map((wish) => toView(actor.viewer, rows.get(keyOf({ ...wish, id: wish.id.toLowerCase() }))));
}

const keyOf = ({ id, category }: ClassWish): string => `${id} ${category}`;

function toView(viewer: Viewer, row: ClassRow | undefined): ClassView | null {
  if (!row || !can(viewer, 'SEE', row).allowed) return null;
  const reading = readingOf(viewer, row);
  return {
    category: row.category,
    isReachable: can(viewer, 'REACH', row).allowed,
    reading,
    updating: can(viewer, 'UPDATE', row),
    blocks: reading.allowed ? row.blocks : {},
    contacts: reading.allowed ? row.contacts : [],
  };
}

/** Who reviews an application sees who it is about, and none of this (R13). */
function readingOf(viewer: Viewer, row: ClassRow): PatientDecision {
  const reading = can(viewer, 'READ', row);
  return reading.allowed && fieldsOf(reading.authority) === 'IDENTIFYING' ? { allowed: false, reason: 'CONSENT_REQUIRED' } : reading;
}

/** A line for what was read of a patient with all its classes, and one for each reason that something was not. */
function linesOf(viewer: Viewer, wishes: readonly ClassWish[], rows: ReadonlyMap<string, ClassRow>): AuditFacts[] {
  const lines = new Map<string, AuditFacts>();
  for (const { id, category } of wishes) {
    const facts = lineOf(viewer, id.toLowerCase(), rows.get(keyOf({ id: id.toLowerCase(), category })));
    const key = `${id} ${facts.action} ${facts.authority} ${facts.outcome ?? ''}`;
    const known = lines.get(key);
    const isNamed = rows.has(keyOf({ id: id.toLowerCase(), category }));
    lines.set(key, { ...facts, categories: [...(known?.categories ?? []), ...(isNamed ? [category] : [])] });
  }
  return [...lines.values()];
}

function lineOf(viewer: Viewer, id: string, row: ClassRow | undefined): AuditFacts {
  const seeing = can(viewer, 'SEE', row);
  if (!row || !seeing.allowed) return refusal('Patient', id, { patientId: id });
  const reading = readingOf(viewer, row);
  if (reading.allowed)
    return { authority: reading.authority, action: 'VIEW', categories: [], subjectType: 'Patient', subjectId: id, patientId: id };
  return refusal('Patient', id, { patientId: id, authority: seeing.authority, outcome: outcomeOf(reading.reason) });
}

const loaders = new WeakMap<RoomContext, DataLoader<ClassWish, ClassView | null, string>>();

/** One statement for all that an operation asks at one moment. */
export function loadClass(context: RoomContext, id: string, category: ProfileCategory): Promise<ClassView | null> {
  const known = loaders.get(context);
  const loader =
    known ??
    new DataLoader<ClassWish, ClassView | null, string>((wishes) => context.read((tx) => accessClasses(tx, context, wishes)), {
      cacheKeyFn: keyOf,
    });
  if (!known) loaders.set(context, loader);
  return loader.load({ id, category });
}

export const forgetClasses = (context: RoomContext): boolean => loaders.delete(context);

/** @returns what a block holds, null when nothing was ever entered or it is not the viewer's to see */
export function contentOf<B extends ContentBlock>(view: ClassView | null, block: B): BlockContents[B] | null {
  const state: BlockState | undefined = view?.blocks[block];
  return (state?.content ?? null) as BlockContents[B] | null;
}

/** What the guard of `@holds` asks before a field of a patient is answered (R10): its own class, and no other. */
export async function loadClasses(
  context: RoomContext,
  id: string,
  category: InformationCategory,
): Promise<readonly InformationCategory[]> {
  if (category === patientClass) return (await loadPatient(context, id))?.classes ?? [];
  return isProfileCategory(category) && (await loadClass(context, id, category))?.reading.allowed ? [category] : [];
}
