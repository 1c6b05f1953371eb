/** A pledge's wording while an officer writes it, and where a version stands in time. */
import type { PledgeTextViewFragment } from '@heya/client/generated/graphql';
import { m } from '#paraglide/messages.js';

export type PledgeForm = 'FORM_1_1' | 'FORM_1_2';

/** From the address; anything else is the form that people sign. */
export const pledgeFormOf = (text: string | null): PledgeForm => (text === 'FORM_1_1' ? 'FORM_1_1' : 'FORM_1_2');

export const pledgeFormName = (form: PledgeForm): string => (form === 'FORM_1_1' ? m.pledge_form_1_1() : m.pledge_form_1_2());

export interface Clause {
  id: string;
  ja: string;
  en: string;
}

export interface Wording {
  version: string;
  clauses: Clause[];
  /** YYYY-MM-DD */
  validFrom: string;
  /** Empty: it never blocks. */
  blocksFrom: string;
}

/** A new version begins with the one in force: what stays the same keeps its name. */
export const wordingFrom = (text: Pick<PledgeTextViewFragment, 'clauses'> | undefined): Wording => ({
  version: '',
  clauses: (text?.clauses ?? []).map(({ id, ja, en }) => ({ id, ja, en })),
  validFrom: '',
  blocksFrom: '',
});

/** A name that no clause has: `item-7`. */
export function newClause(clauses: readonly Clause[]): Clause {
  let number = clauses.length + 1;
  while (clauses.some(({ id }) => id === `item-${number}`)) number += 1;
  return { id: `item-${number}`, ja: '', en: '' };
}

/** @returns the list with one clause a place up (-1) or down (1); the same where there is no such place */
export function moved(clauses: readonly Clause[], index: number, by: -1 | 1): Clause[] {
  const to = index + by;
  const clause = clauses[index];
  if (!clause || to < 0 || to >= clauses.length) return [...clauses];
  return clauses.toSpliced(index, 1).toSpliced(to, 0, clause);
}

export type Faults = Record<string, string>;

/** What is missing, by the field's id on the page. @param today YYYY-MM-DD */
export function wordingFaults({ version, clauses, validFrom, blocksFrom }: Wording, today: string): Faults {
  const blanks = clauses.flatMap(({ ja, en }, index): [string, string][] => [
    ...(ja.trim() ? [] : [blank(index, 'ja')]),
    ...(en.trim() ? [] : [blank(index, 'en')]),
  ]);
  return {
    ...(version.trim() ? {} : { version: m.field_blank({ label: m.pledge_version_label() }) }),
    ...(clauses.length ? {} : { clauses: m.pledge_no_clauses() }),
    ...Object.fromEntries<string>(blanks),
    ...(validFrom >= today ? {} : { validFrom: m.pledge_day_past() }),
    ...(blocksFrom && blocksFrom < validFrom ? { blocksFrom: m.pledge_day_order() } : {}),
  };
}

const blank = (index: number, language: 'ja' | 'en'): [string, string] => [
  `clauses.${index}.${language}`,
  m.pledge_clause_blank({ number: index + 1, language: language === 'ja' ? m.pledge_ja() : m.pledge_en() }),
];

export type Place = 'COMING' | 'IN_FORCE' | 'EARLIER';

/** @param texts as the API gives them, oldest first; coming ones too @param today YYYY-MM-DD @returns newest first */
export function placesOf<T extends Pick<PledgeTextViewFragment, 'validFrom'>>(
  texts: readonly T[],
  today: string,
): { text: T; place: Place }[] {
  const inForce = texts.findLastIndex(({ validFrom }) => validFrom <= today);
  return texts
    .map((text, index) => ({ text, place: text.validFrom > today ? 'COMING' : index === inForce ? 'IN_FORCE' : 'EARLIER' }) as const)
    .toReversed();
}

/** What became of each clause against the version before. */
export function changesOf(before: readonly Clause[], now: readonly Clause[]): { added: number; changed: number; removed: number } {
  const known = new Map(before.map((clause) => [clause.id, clause]));
  const kept = now.flatMap((clause) => known.get(clause.id) ?? []);
  return {
    added: now.length - kept.length,
    changed: now.filter(({ id, ja, en }) => known.has(id) && (known.get(id)?.ja !== ja.trim() || known.get(id)?.en !== en.trim())).length,
    removed: before.length - kept.length,
  };
}

/** What somebody hands in with their signature. */
export interface Signed {
  acceptedClauses: string[];
  signerName: string;
  /** PNG in Base64. */
  image: string;
}
