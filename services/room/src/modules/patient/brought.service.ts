/** Bringing what a package holds into the profile (R35): by the same rights, rules and history as a change by hand. */
import { problem } from '@heya/service-common/errors';
import { newId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import type { PersonViewer } from '@heya/service-common/viewer';
import { dayInJapan, recordLooks, refusal, type RoomContext, type RoomProblem, ruled } from '../platform/index.ts';
import {
  type BroughtIdentifier,
  type BroughtWish,
  contentsOf,
  keyOf,
  placeIn,
  placesOf,
  type Present,
  standingOf,
  type Stood,
} from './brought.policy.ts';
import { type BroughtOrigin, insertBrought, selectBrought } from './brought.repository.ts';
import { saveContactIn } from './family-contact.service.ts';

import { accessClasses, type ClassView } from './profile.access.ts';
import { blockCategories, type Hospitals, type ProfileBlock, type ProfileCategory } from './profile.block.ts';
import type { ProfileSnapshotType } from './profile.history.type.ts';
import { snapshotOf } from './profile.mapper.ts';
import { selectOpenClasses } from './profile.repository.ts';
import { type BlocksSent, planBlocks } from './profile.update.service.ts';

export interface BroughtEntryLook extends Stood {
  wish: BroughtWish;
  /** In `content`, within its block. */
  place: number;
}

/** What of a package may be seen and taken in under the consent as it is now. */
export interface BroughtLook {
  entries: BroughtEntryLook[];
  /** Classes that are not open, with how much of the package falls to each. */
  closed: { category: ProfileCategory; count: number }[];
  /** What came, and what stands in the same blocks now. */
  content: ProfileSnapshotType;
  present: ProfileSnapshotType;
}

const categoryOf = ({ block }: BroughtWish): ProfileCategory => blockCategories[block];

/** Reads the present blocks of the classes that are open, each recorded by its class. */
export async function lookAtBrought(tx: Em, context: RoomContext, patientId: string, wishes: readonly BroughtWish[]): Promise<BroughtLook> {
  const asked = [...new Set(wishes.map(categoryOf))];
  const open = await selectOpenClasses(tx, patientId, asked);
  const views = (
    await accessClasses(
      tx,
      context,
      open.map((category) => ({ id: patientId, category })),
    )
  ).filter((view): view is ClassView => view !== null && view.updating.allowed);
  const classes = views.map(({ category }) => category);
  const present: Present = {
    blocks: Object.assign({}, ...views.map(({ blocks }) => blocks)) as Present['blocks'],
    contacts: views.flatMap(({ contacts }) => contacts),
  };
  const shown = wishes.filter((wish) => classes.includes(categoryOf(wish)));
  const identifiers = new Set((await selectBrought(tx, patientId)).map((row) => JSON.stringify([row.block, row.system, row.value])));
  const known = { present, identifiers, today: dayInJapan(context.now()) };
  const closed = Map.groupBy(
    wishes.filter((wish) => !classes.includes(categoryOf(wish))),
    categoryOf,
  );
  return {
    entries: shown.map((wish) => ({ wish, place: placeIn(shown, wish), ...standingOf(wish, known) })),
    closed: [...closed].map(([category, { length: count }]) => ({ category, count })),
    content: snapshotOf(contentsOf(shown), classes),
    present: snapshotOf(presentOf(shown, present), classes),
  };
}

function presentOf(shown: readonly BroughtWish[], { blocks, contacts }: Present): Partial<Record<ProfileBlock, unknown>> {
  const wanted = new Set(shown.map(({ block }) => block));
  const contents = [...wanted].flatMap((block) => (blocks[block] ? [[block, blocks[block].content] as const] : []));
  return { ...Object.fromEntries(contents), ...(wanted.has('FAMILY_CONTACTS') && { FAMILY_CONTACTS: contacts }) };
}

export interface Bringing {
  patientId: string;
  viewer: PersonViewer;
  /** What was chosen of the package. */
  wishes: readonly BroughtWish[];
  origin: BroughtOrigin;
  /** Who the patient was there. */
  patientIdentifiers: readonly BroughtIdentifier[];
}

export interface Brought {
  problems: RoomProblem[];
  /** Something may have been written before the problem was met: it has to be undone. */
  isBegun: boolean;
  /** How many entries came in, by their class. */
  counts: { category: ProfileCategory; count: number }[];
}

/** Takes in what was chosen, whole or not at all; what is known already is left as it is. @throws {StaleBlock} */
export async function bringEntries(tx: Em, context: RoomContext, bringing: Bringing): Promise<Brought> {
  const { patientId, viewer, wishes, origin } = bringing;
  const { entries, closed } = await lookAtBrought(tx, context, patientId, wishes);
  if (closed.length > 0) {
    const categories = closed.map(({ category }) => category);
    await recordLooks(tx, context, [refusal('Patient', patientId, { patientId, categories, outcome: 'DENIED_CONSENT' })]);
    return refused(problem('CONSENT_REQUIRED', ['entries']));
  }
  if (entries.some(({ standing }) => standing === 'INVALID')) return refused(problem('INVALID', ['entries']));
  const coming = entries.filter(({ standing }) => standing !== 'KNOWN').map(({ wish }) => wish);
  const problems = await write(tx, context, { patientId, viewer, wishes: coming });
  if (problems.length > 0) return { problems, isBegun: true, counts: [] };
  const userName = viewer.labels.name;
  await insertBrought(tx, { patientId, userId: viewer.userId, userName, at: context.now(), origin }, [
    { block: 'BASICS', category: blockCategories.BASICS, entryKey: '', identifiers: bringing.patientIdentifiers },
    ...coming.map((wish) => ({
      block: wish.block,
      category: categoryOf(wish),
      entryKey: keyOf(wish.block, wish.entry),
      identifiers: wish.identifiers,
    })),
  ]);
  const counts = [...Map.groupBy(coming, categoryOf)].map(([category, { length: count }]) => ({ category, count }));
  return { problems: [], isBegun: true, counts };
}

const refused = (...problems: RoomProblem[]): Brought => ({ problems, isBegun: false, counts: [] });

type Writing = Pick<Bringing, 'patientId' | 'viewer' | 'wishes'>;

async function write(tx: Em, context: RoomContext, { patientId, viewer, wishes }: Writing): Promise<RoomProblem[]> {
  const views = (
    await accessClasses(
      tx,
      context,
      [...new Set(wishes.map(categoryOf))].map((category) => ({ id: patientId, category })),
    )
  ).filter((view) => view !== null);
  const present: Present = {
    blocks: Object.assign({}, ...views.map(({ blocks }) => blocks)) as Present['blocks'],
    contacts: views.flatMap(({ contacts }) => contacts),
  };
  const versions = views.flatMap(({ blocks }) => Object.entries(blocks).map(([block, state]) => ({ block, version: state.version })));
  const sent = sentOf(wishes, present);
  const plan = await planBlocks(tx, context, {
    patientId,
    viewer,
    sent: { ...sent, blockVersions: versions as NonNullable<BlocksSent['blockVersions']> },
  });
  // Each entry was looked at by itself: what is left is a list that grew too long.
  if (plan.problems.some(({ code }) => code === 'INVALID')) return [ruled('INVALID', 'IMPORT_TOO_MANY', ['entries'])];
  if (plan.problems.length > 0) return plan.problems.map(({ code }) => problem(code, ['entries']));
  await plan.apply();
  return bringContacts(tx, context, { patientId, wishes, present });
}

/** The blocks as they will be: lists grow, of the rest what came takes the place of what was. */
function sentOf(wishes: readonly BroughtWish[], present: Present): BlocksSent {
  const contents = contentsOf(wishes);
  const grown = <B extends 'MEDICAL_HISTORY' | 'ALLERGIES' | 'MEDICATIONS' | 'TEST_RESULTS' | 'CARE_SERVICES'>(block: B) =>
    contents[block] && ([...placesOf(block, present), ...(contents[block] as unknown[])] as never);
  const hospitals = contents.HOSPITALS as Hospitals | undefined;
  return {
    medicalHistory: grown('MEDICAL_HISTORY'),
    allergies: grown('ALLERGIES'),
    medications: grown('MEDICATIONS'),
    testResults: grown('TEST_RESULTS'),
    careServices: grown('CARE_SERVICES'),
    medicalInsurance: contents.MEDICAL_INSURANCE as BlocksSent['medicalInsurance'],
    longTermCareInsurance: contents.LONG_TERM_CARE_INSURANCE as BlocksSent['longTermCareInsurance'],
    referringHospital: hospitals?.referring ?? undefined,
    readmissionHospital: hospitals?.readmission ?? undefined,
    disasterNote: (contents.DISASTER as { note: string } | undefined)?.note,
  };
}

interface Contacts {
  patientId: string;
  wishes: readonly BroughtWish[];
  present: Present;
}

/** A place in the order of an emergency that is taken stays with who has it. */
async function bringContacts(tx: Em, context: RoomContext, { patientId, wishes, present }: Contacts): Promise<RoomProblem[]> {
  const taken = new Set(present.contacts.map(({ emergencyOrder }) => emergencyOrder));
  for (const wish of wishes) {
    if (wish.block !== 'FAMILY_CONTACTS') continue;
    const emergencyOrder = taken.has(wish.entry.emergencyOrder) ? null : wish.entry.emergencyOrder;
    taken.add(emergencyOrder);
    const { problems } = await saveContactIn(tx, context, { ...wish.entry, emergencyOrder, patientId, idempotencyKey: newId() });
    if (problems.length > 0) return problems.map(({ code }) => problem(code, ['entries']));
  }
  return [];
}
