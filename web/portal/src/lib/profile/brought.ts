/** What a package would bring into the profile, as people read it, and where an entry came from. */
import type { BroughtStanding, ProfileBlock, ProfileBlocksFragment, RoomImportPreviewQuery } from '@heya/client/generated/graphql';
import { dateTime } from '#lib/format/dates.ts';
import { fromE164 } from '#lib/format/phone.ts';
import { m } from '#paraglide/messages.js';
import { type Contents, entriesOf } from './entries.ts';

export type Preview = NonNullable<NonNullable<RoomImportPreviewQuery['room']>['imports'][number]['preview']>;
type PreviewEntry = Preview['entries'][number];

export interface BroughtChoice {
  id: string;
  title: string;
  details: string;
  standing: BroughtStanding;
  /** What it would do. */
  words: string;
}

/** What of a package is taken in. */
export interface Chosen {
  entries: string[];
  posts: boolean;
  keyCompared: boolean;
}

/** What is new comes in unless it is left out; what touches something that is there is chosen by hand; the rest never comes in. */
export function isTicked({ id, standing }: Pick<PreviewEntry, 'id' | 'standing'>, ticked: Readonly<Record<string, boolean>>): boolean {
  if (standing === 'KNOWN' || standing === 'INVALID') return false;
  return ticked[id] ?? standing === 'NEW';
}

/** Of hospitals the first place refers and the second readmits, whichever is there. */
function at(block: ProfileBlock, contents: Contents, place: number): string[] {
  if (block === 'HOSPITALS') {
    const one = place === 0 ? { referringHospital: contents.referringHospital } : { readmissionHospital: contents.readmissionHospital };
    return textsOf(block, one);
  }
  const entries = textsOf(block, contents);
  // A card of insurance with what stands on it is one.
  return block === 'MEDICAL_INSURANCE' ? entries : entries.slice(place, place + 1);
}

const textsOf = (block: ProfileBlock, contents: Contents): string[] =>
  entriesOf(block, contents).map(({ title, details, phones }) => [title, ...details, ...phones.map(fromE164)].join('・'));

const words: Record<BroughtStanding, (present: string) => string> = {
  NEW: () => m.room_import_new(),
  ALIKE: (present) => m.room_import_alike({ present }),
  REPLACES: (present) => m.room_import_replaces({ present }),
  KNOWN: () => m.room_import_known(),
  INVALID: () => m.room_import_invalid(),
};

const choiceOf = ({ content, present }: Preview, { id, block, place, standing, presentPlace }: PreviewEntry): BroughtChoice => {
  const [title = '', ...more] = at(block, content, place);
  const there = presentPlace === null ? '' : at(block, present, presentPlace).join('、');
  return { id, title, details: more.join('、'), standing, words: words[standing](there) };
};

/** Block by block, as the package has them. */
export const choicesOf = (preview: Preview): [ProfileBlock, BroughtChoice[]][] =>
  [...Map.groupBy(preview.entries, ({ block }) => block)].map(([block, entries]) => [
    block,
    entries.map((entry) => choiceOf(preview, entry)),
  ]);

type Brought = ProfileBlocksFragment['profileBlocks'][number]['broughtAlong'][number];

/** Where an entry was brought from, by whom and when. */
export const broughtNote = ({ roomNumber, districtName, broughtAt, broughtByName }: Brought): string =>
  m.brought_note({ source: sourceWords(roomNumber, districtName), time: dateTime(broughtAt), name: broughtByName });

export const sourceWords = (number: string, district: string | null | undefined): string =>
  district ? m.brought_source_in({ district, number }) : m.brought_source({ number });
