/** The record of who looked, told as a person would: day by day, one visit at a time (R33). Pure. */
import type { AccessLineFragment } from '@heya/client/generated/graphql';

export type AccessEntry = AccessLineFragment;

/** What one person did without a pause. */
export interface Visit {
  /** Of its newest entry. */
  id: string;
  entry: AccessEntry;
  startedAt: string;
  endedAt: string;
  /** Newest first; the same thing done again is said once. */
  deeds: AccessEntry[];
}

export interface VisitDay {
  /** YYYY-MM-DD in Japan. */
  day: string;
  visits: Visit[];
}

const pauseMs = 5 * 60_000;

/** @param entries newest first, as they come */
export function visitsByDay(entries: readonly AccessEntry[], dayOf: (iso: string) => string): VisitDay[] {
  const days: VisitDay[] = [];
  for (const entry of entries) {
    const day = dayOf(entry.at);
    if (days.at(-1)?.day !== day) days.push({ day, visits: [] });
    addTo(days.at(-1)!.visits, entry);
  }
  return days;
}

/** People look at the same time: an entry belongs to its person's visit, though others' stand between. */
function addTo(visits: Visit[], entry: AccessEntry): void {
  const visit = visits.findLast((each) => continues(each, entry));
  if (!visit) {
    visits.push({ id: entry.id, entry, startedAt: entry.at, endedAt: entry.at, deeds: [entry] });
    return;
  }
  visit.startedAt = entry.at;
  if (!visit.deeds.some((deed) => isSame(deed, entry))) visit.deeds.push(entry);
}

function continues(visit: Visit, entry: AccessEntry): boolean {
  const pause = new Date(visit.startedAt).getTime() - new Date(entry.at).getTime();
  return who(visit.entry) === who(entry) && visit.entry.authorityLabel === entry.authorityLabel && pause <= pauseMs;
}

/** Names alone are not people, and what runs by itself has no id. */
const who = (entry: AccessEntry): string => entry.actor?.id ?? entry.actorName;

const isSame = (a: AccessEntry, b: AccessEntry): boolean =>
  a.action === b.action && a.outcome === b.outcome && a.category === b.category && a.subjectLabel === b.subjectLabel;
