/** What is said of people by their place in the list, e.g. `applicants.1.nameKana`, while people are taken off that list. */
import type { Faults } from './check.ts';
import { personOf } from './labels.ts';

/**
 * Each text goes with its person, known by the id; whoever was taken off takes theirs along.
 * @param before as the texts count people; all have an id
 */
export function followPeople(texts: Faults, before: readonly { id: string }[], now: readonly { id: string }[]): Faults {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([path, text]) => {
      const from = personOf(path);
      if (from === undefined) return [[path, text]];
      const to = now.findIndex(({ id }) => id !== '' && id === before[from]?.id);
      return to < 0 ? [] : [[['applicants', to, ...path.split('.').slice(2)].join('.'), text]];
    }),
  );
}

/** Once somebody was taken off, nobody knows whom a place in the list meant. */
export const withoutPeople = (texts: Faults): Faults =>
  Object.fromEntries(Object.entries(texts).filter(([path]) => personOf(path) === undefined));
