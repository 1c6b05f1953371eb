/** Changing blocks of the profile (R20): each has its own version and one row of history a change; what is left out stays. */
import { audit } from '@heya/service-common/audit';
import { problem } from '@heya/service-common/errors';
import { emit } from '@heya/service-common/outbox';
import type { Em } from '@heya/service-common/orm';
import type { PersonViewer } from '@heya/service-common/viewer';
import { dayInJapan, outcomeOf, recordLooks, refusal, type RoomContext, type RoomProblem } from '../platform/index.ts';

import { findRoomOf } from './patient.repository.ts';
import { accessClasses, type ClassView, contentOf } from './profile.access.ts';
import { blockCategories, type ContentBlock, type HospitalRef, type ProfileBlock, type ProfileCategory } from './profile.block.ts';
import type { Sent } from './profile.check.policy.ts';
import { type BlockChange, writeBlock } from './profile.repository.ts';
import { blockFields, type BlockInputs, blockRules } from './profile.rule.policy.ts';

/** The blocks as `patientUpdate` is sent them; null empties a block. */
export interface BlocksSent {
  medicalHistory?: BlockInputs['MEDICAL_HISTORY'] | null | undefined;
  allergies?: string[] | null | undefined;
  medications?: BlockInputs['MEDICATIONS'] | null | undefined;
  testResults?: BlockInputs['TEST_RESULTS'] | null | undefined;
  careServices?: BlockInputs['CARE_SERVICES'] | null | undefined;
  medicalInsurance?: BlockInputs['MEDICAL_INSURANCE'] | undefined;
  longTermCareInsurance?: BlockInputs['LONG_TERM_CARE_INSURANCE'] | undefined;
  referringHospital?: Sent<HospitalRef> | null | undefined;
  readmissionHospital?: Sent<HospitalRef> | null | undefined;
  disasterNote?: string | null | undefined;
  /** The version of each block that was on the screen; 0, or left out, before the first. */
  blockVersions?: readonly { block: ProfileBlock; version: number }[] | null | undefined;
}

/** Somebody was faster: the whole change is undone, and the current state is what the answer shows. */
export class StaleBlock extends Error {}

type Wish = { [B in ContentBlock]: { block: B; sent: BlockInputs[B] } }[ContentBlock];

/** Blocks that are changed, and what is wrong with the change. */
export interface BlocksPlan {
  problems: RoomProblem[];
  /** @throws {StaleBlock} */
  apply(): Promise<void>;
}

/** @returns which blocks were sent at all */
export function sentBlocks(sent: BlocksSent): ContentBlock[] {
  const fields = Object.entries(blockFields) as [ContentBlock, keyof BlocksSent][];
  return fields
    .filter(([block, field]) => sent[field] !== undefined || (block === 'HOSPITALS' && sent.readmissionHospital !== undefined))
    .map(([block]) => block);
}

interface Asked {
  patientId: string;
  viewer: PersonViewer;
  sent: BlocksSent;
}

/** Looks at every block before any is written: rights first, then what stands in them. */
export async function planBlocks(tx: Em, context: RoomContext, asked: Asked): Promise<BlocksPlan> {
  const { patientId, sent } = asked;
  const blocks = sentBlocks(sent);
  if (blocks.length === 0) return { problems: [], apply: () => Promise.resolve() };
  const categories = [...new Set(blocks.map((block) => blockCategories[block]))];
  const views = await accessClasses(
    tx,
    context,
    categories.map((category) => ({ id: patientId, category })),
  );
  if (views.some((view) => !view?.isReachable)) return nothing(problem('NOT_FOUND', ['id']));
  const open = new Map((views as ClassView[]).map((view) => [view.category, view]));
  const refused = await refusals(tx, context, { patientId, blocks, open });
  if (refused.length > 0) return nothing(...refused);
  const today = dayInJapan(context.now());
  const wishes = blocks.map((block) => wishOf(block, sent, open.get(blockCategories[block])));
  const problems = wishes.flatMap(({ block, sent: value }) =>
    blockRules[block].problems(value as never, ['input', blockFields[block]], today),
  );
  return problems.length > 0 ? nothing(...problems) : { problems: [], apply: () => apply(tx, context, { asked, wishes, open }) };
}

const nothing = (...problems: RoomProblem[]): BlocksPlan => ({ problems, apply: () => Promise.resolve() });

interface Rights {
  patientId: string;
  blocks: ContentBlock[];
  open: ReadonlyMap<ProfileCategory, ClassView>;
}

/** What may not be changed is told and recorded, with the class it was about (R32). */
async function refusals(tx: Em, context: RoomContext, { patientId, blocks, open }: Rights): Promise<RoomProblem[]> {
  const problems: RoomProblem[] = [];
  for (const block of blocks) {
    const category = blockCategories[block];
    const updating = open.get(category)?.updating;
    if (!updating || updating.allowed) continue;
    problems.push(problem(updating.reason === 'CONSENT_REQUIRED' ? 'CONSENT_REQUIRED' : 'FORBIDDEN', ['input', blockFields[block]]));
    // A class that is not open was recorded as such when it was looked at.
    if (updating.reason !== 'CONSENT_REQUIRED')
      await recordLooks(tx, context, [
        refusal('Patient', patientId, { patientId, categories: [category], outcome: outcomeOf(updating.reason) }),
      ]);
  }
  return problems;
}

/** Of the two hospitals the one that was left out stays. */
function wishOf(block: ContentBlock, sent: BlocksSent, view: ClassView | undefined): Wish {
  const fields: BlockInputs = {
    MEDICAL_HISTORY: sent.medicalHistory ?? [],
    ALLERGIES: sent.allergies ?? [],
    MEDICATIONS: sent.medications ?? [],
    TEST_RESULTS: sent.testResults ?? [],
    CARE_SERVICES: sent.careServices ?? [],
    MEDICAL_INSURANCE: sent.medicalInsurance ?? null,
    LONG_TERM_CARE_INSURANCE: sent.longTermCareInsurance ?? null,
    HOSPITALS: hospitals(sent, view),
    DISASTER: { note: sent.disasterNote ?? null },
  };
  return { block, sent: fields[block] } as Wish;
}

function hospitals({ referringHospital, readmissionHospital }: BlocksSent, view: ClassView | undefined): BlockInputs['HOSPITALS'] {
  const before = contentOf(view ?? null, 'HOSPITALS');
  const kept = (now: Sent<HospitalRef> | null | undefined, was: HospitalRef | null | undefined): Sent<HospitalRef> | null =>
    now === undefined ? (was ?? null) : now;
  return { referring: kept(referringHospital, before?.referring), readmission: kept(readmissionHospital, before?.readmission) };
}

interface Work {
  asked: Asked;
  wishes: Wish[];
  open: ReadonlyMap<ProfileCategory, ClassView>;
}

async function apply(tx: Em, context: RoomContext, { asked: { patientId, viewer, sent }, wishes, open }: Work): Promise<void> {
  for (const { block, sent: value } of wishes) {
    const category = blockCategories[block];
    const seen = sent.blockVersions?.find((each) => each.block === block)?.version ?? 0;
    const content = blockRules[block].normalise(value as never);
    const { userId, labels } = viewer;
    const change = {
      patientId,
      block,
      category,
      version: seen + 1,
      content,
      changedBy: userId,
      changedByName: labels.name,
      at: context.now(),
    };
    if (!(await writeBlock(tx, change))) throw new StaleBlock();
    await tellChange(tx, context, { change, authority: authorityOf(open.get(category)) });
  }
}

export const authorityOf = (view: ClassView | undefined): string => (view?.updating.allowed ? view.updating.authority : 'NONE');

interface Told {
  change: Pick<BlockChange, 'patientId' | 'category' | 'version'>;
  authority: string;
  subject?: { type: string; id: string };
}

/** The line of the record and the word to open screens, beside the change itself. */
export async function tellChange(tx: Em, context: RoomContext, { change, authority, subject }: Told): Promise<void> {
  const { patientId, category, version } = change;
  const roomId = await findRoomOf(tx, patientId);
  await audit(tx, context, {
    authority,
    action: 'UPDATE',
    categories: [category],
    subjectType: subject?.type ?? 'Patient',
    subjectId: subject?.id ?? patientId,
    patientId,
    roomId,
  });
  await emit(tx, 'room.patientUpdated', roomId ? `room-meta:${roomId}` : `patient:${patientId}`, { patientId, roomId, version });
}
