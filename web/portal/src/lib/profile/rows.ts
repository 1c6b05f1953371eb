/** Entries of a form: what they begin with, and what is wrong with them. */
import type { ProfileBlocksFragment } from '@heya/client/generated/graphql';
import { toE164 } from '#lib/format/phone.ts';
import { m } from '#paraglide/messages.js';
import type { Row, Section } from './fields.ts';

/** Values that a person neither types nor sees. */
const unseen = new Set(['providerId', 'providerWas']);

export const isBlank = (given: Row): boolean => Object.entries(given).every(([key, value]) => unseen.has(key) || !value.trim());

/** The rows of each part as the form begins: one blank entry where there is none yet. */
export const rowsOf = (sections: readonly Section[], patient: ProfileBlocksFragment): Row[][] =>
  sections.map(({ read, many, fields }) => {
    const rows = read(patient);
    const blank = (): Row => Object.fromEntries(fields.map(({ key }) => [key, '']));
    return rows.length > 0 || many ? rows.map((each) => ({ ...blank(), ...each })) : [blank()];
  });

/** The name of a field on the page: section, entry, key; problems of the server are laid beside it by the same path. */
export const nameOf = ({ path, many }: Section, index: number, key: string): string =>
  [path, many ? String(index) : '', path === 'allergies' || path === 'disasterNote' ? '' : key].filter(Boolean).join('.');

/** What must be right before anything can be sent; everything else is the server's to judge. */
export function firstProblems(sections: readonly Section[], rows: Row[][]): Record<string, string> {
  const found: Record<string, string> = {};
  sections.forEach((section, part) =>
    rows[part]?.forEach((given, index) => {
      for (const { key, kind, label, required } of section.fields) {
        const name = nameOf(section, index, key);
        if (kind === 'phone' && given[key]?.trim() && !toE164(given[key])) found[name] = m.phone_invalid();
        // A day or a choice that is not there cannot even be sent.
        if (required && (kind === 'day' || kind === 'choice') && !given[key] && !isBlank(given))
          found[name] = m.field_unchosen({ label: label() });
      }
    }),
  );
  return found;
}
