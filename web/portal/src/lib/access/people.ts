import { m } from '#paraglide/messages.js';

interface Named {
  actor: { id: string } | null;
  actorName: string;
}

/** Choices of a person: everybody, then each one once, by the name that comes last. */
export function peopleOf(entries: readonly Named[]): { value: string; label: string }[] {
  const named = entries.flatMap(({ actor, actorName }) => (actor ? [[actor.id, actorName] as const] : []));
  return [{ value: '', label: m.access_everybody() }, ...Array.from(new Map(named), ([value, label]) => ({ value, label }))];
}
