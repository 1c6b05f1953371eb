/** How what a package holds stands to what is there already (R35): new, known, alike, or not to be kept. Pure. */
import { createHash } from 'node:crypto';
import type { RoomProblem } from '../platform/index.ts';
import { contactProblems } from './family-contact.policy.ts';
import type {
  BlockContents,
  CareService,
  Condition,
  FamilyContactFields,
  HospitalRef,
  LongTermCareInsurance,
  MedicalInsurance,
  Medication,
  ProfileBlock,
  TestResult,
} from './profile.block.ts';
import { blockRules } from './profile.rule.policy.ts';

/** A FHIR Identifier. */
export interface BroughtIdentifier {
  system: string;
  value: string;
}

export type HospitalPlace = 'referring' | 'readmission';

/** One entry of each block. */
export interface BlockEntry {
  MEDICAL_HISTORY: Condition;
  ALLERGIES: string;
  MEDICATIONS: Medication;
  TEST_RESULTS: TestResult;
  CARE_SERVICES: CareService;
  MEDICAL_INSURANCE: MedicalInsurance;
  LONG_TERM_CARE_INSURANCE: LongTermCareInsurance;
  HOSPITALS: { place: HospitalPlace; hospital: HospitalRef };
  DISASTER: string;
  FAMILY_CONTACTS: FamilyContactFields;
}
export type BroughtBlock = keyof BlockEntry;

/** What a package would bring into the profile. */
export type BroughtWish = {
  [B in BroughtBlock]: {
    /** By which it is chosen; the same in every package of one room. */
    id: string;
    block: B;
    entry: BlockEntry[B];
    identifiers: BroughtIdentifier[];
  };
}[BroughtBlock];

/** What stands in a block now. */
export interface Present {
  blocks: Partial<Record<ProfileBlock, { content: unknown }>>;
  contacts: readonly FamilyContactFields[];
}

/** Blocks that grow by what is brought; of the others there is one. */
export const listBlocks = ['MEDICAL_HISTORY', 'ALLERGIES', 'MEDICATIONS', 'TEST_RESULTS', 'CARE_SERVICES', 'FAMILY_CONTACTS'] as const;
const isList = (block: BroughtBlock): boolean => (listBlocks as readonly string[]).includes(block);
const hospitalPlaces = ['referring', 'readmission'] as const;

/** @returns the entries of a block by their place; null where there is none */
export function placesOf<B extends BroughtBlock>(block: B, { blocks, contacts }: Present): (BlockEntry[B] | null)[] {
  if (block === 'FAMILY_CONTACTS') return contacts as BlockEntry[B][];
  const content = blocks[block]?.content as BlockContents[keyof BlockContents] | undefined;
  if (content === undefined || content === null) return [];
  if (Array.isArray(content)) return content as BlockEntry[B][];
  if (block === 'DISASTER') return [(content as BlockContents['DISASTER']).note] as (BlockEntry[B] | null)[];
  if (block !== 'HOSPITALS') return [content as BlockEntry[B]];
  return hospitalPlaces.map((place) => {
    const hospital = (content as BlockContents['HOSPITALS'])[place];
    return hospital && { place, hospital };
  }) as (BlockEntry[B] | null)[];
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u3000]/gu, '');

/** Block → what an entry is, and what it is about; what is merely said beside may change. */
const identities: { [B in BroughtBlock]: (entry: BlockEntry[B]) => { is: (string | null)[]; about: string } } = {
  MEDICAL_HISTORY: ({ name, icd10, since }) => ({ is: [name, icd10, since], about: name }),
  ALLERGIES: (text) => ({ is: [text], about: text }),
  MEDICATIONS: ({ name, yjCode, dosage, since }) => ({ is: [name, yjCode, dosage, since], about: name }),
  TEST_RESULTS: ({ name, value, unit, date }) => ({ is: [name, value, unit, date], about: `${name} ${date}` }),
  CARE_SERVICES: ({ kind, providerName, schedule }) => ({ is: [kind, providerName, schedule], about: kind }),
  MEDICAL_INSURANCE: ({ insurerNumber, symbol, number, branchNumber, validUntil }) => ({
    is: [insurerNumber, symbol, number, branchNumber, validUntil],
    about: '',
  }),
  LONG_TERM_CARE_INSURANCE: ({ insurerNumber, insuredNumber, careLevel, validUntil }) => ({
    is: [insurerNumber, insuredNumber, careLevel, validUntil],
    about: '',
  }),
  HOSPITALS: ({ place, hospital: { name } }) => ({ is: [place, name], about: place }),
  DISASTER: (note) => ({ is: [note], about: '' }),
  FAMILY_CONTACTS: ({ name, relationship }) => ({ is: [name, relationship], about: name }),
};

/** @returns a digest by which the entry is found again */
export function keyOf<B extends BroughtBlock>(block: B, entry: BlockEntry[B]): string {
  const parts = identities[block](entry).is.map((part) => (part === null ? null : plain(part)));
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

const aboutOf = <B extends BroughtBlock>(block: B, entry: BlockEntry[B]): string => plain(identities[block](entry).about);

/** NEW comes in beside the rest, ALIKE too if it is wished, REPLACES takes the place of what is there; KNOWN is there, INVALID cannot be kept. */
export type BroughtStanding = 'NEW' | 'ALIKE' | 'REPLACES' | 'KNOWN' | 'INVALID';

export interface Stood {
  standing: BroughtStanding;
  /** Of what it is like, in the block as it stands; null for what is new. */
  presentPlace: number | null;
}

interface Known {
  present: Present;
  /** Identifiers that have come in before, as `nameOf` writes them. */
  identifiers: ReadonlySet<string>;
  /** ISO calendar day. */
  today: string;
}

export const nameOf = (block: BroughtBlock, { system, value }: BroughtIdentifier): string => JSON.stringify([block, system, value]);

export function standingOf(wish: BroughtWish, { present, identifiers, today }: Known): Stood {
  const { block, entry } = wish;
  const key = keyOf(block, entry);
  const places = placesOf(block, present);
  const same = places.findIndex((each) => each !== null && keyOf(block, each) === key);
  if (same >= 0) return { standing: 'KNOWN', presentPlace: same };
  // Of what there is only one, a newer one bears the same name.
  if (isList(block) && wish.identifiers.some((identifier) => identifiers.has(nameOf(block, identifier))))
    return { standing: 'KNOWN', presentPlace: null };
  if (entryProblems(wish, today).length > 0) return { standing: 'INVALID', presentPlace: null };
  const alike = places.findIndex((each) => each !== null && aboutOf(block, each) === aboutOf(block, entry));
  if (alike < 0) return { standing: 'NEW', presentPlace: null };
  return { standing: isList(block) ? 'ALIKE' : 'REPLACES', presentPlace: alike };
}

/** What stands against keeping an entry, by the rules of its block (R20, R21). */
export function entryProblems(wish: BroughtWish, today: string): RoomProblem[] {
  if (wish.block === 'FAMILY_CONTACTS') return contactProblems(wish.entry);
  return blockRules[wish.block].problems(sentOf(wish) as never, [], today);
}

function sentOf(wish: Exclude<BroughtWish, { block: 'FAMILY_CONTACTS' }>): unknown {
  if (wish.block === 'DISASTER') return { note: wish.entry };
  if (wish.block === 'HOSPITALS') return { referring: null, readmission: null, [wish.entry.place]: wish.entry.hospital };
  return isList(wish.block) ? [wish.entry] : wish.entry;
}

/** @returns the entries of a package as the blocks they would make, each block in the order of its entries */
export function contentsOf(wishes: readonly BroughtWish[]): Partial<Record<ProfileBlock, unknown>> {
  const contents: Partial<Record<ProfileBlock, unknown>> = {};
  for (const [block, group] of Map.groupBy(wishes, (wish) => wish.block)) {
    const entries = group.map(({ entry }) => entry);
    if (isList(block)) contents[block] = entries;
    else if (block === 'DISASTER') contents[block] = { note: entries[0] };
    else if (block === 'HOSPITALS') contents[block] = hospitalsOf(entries as BlockEntry['HOSPITALS'][]);
    else contents[block] = entries[0];
  }
  return contents;
}

function hospitalsOf(entries: readonly BlockEntry['HOSPITALS'][]): BlockContents['HOSPITALS'] {
  const at = (wanted: HospitalPlace): HospitalRef | null => entries.find(({ place }) => place === wanted)?.hospital ?? null;
  return { referring: at('referring'), readmission: at('readmission') };
}

/** @returns where an entry stands in what `contentsOf` made of the same wishes */
export function placeIn(wishes: readonly BroughtWish[], wish: BroughtWish): number {
  if (wish.block === 'HOSPITALS') return hospitalPlaces.indexOf(wish.entry.place);
  return isList(wish.block) ? wishes.filter(({ block }) => block === wish.block).indexOf(wish) : 0;
}
