/** Rosters as the API shows them. */
import type { RosterState } from './roster.access.ts';
import type { RosterConfirmation } from './roster.entity.ts';
import type { RosterConfirmationType, RosterType } from './roster.type.ts';

export function toRoster(state: RosterState | null): RosterType | null {
  if (!state) return null;
  const { year, dueOn, isOverdue, viewerCanConfirm } = state;
  const history = state.history.map(toConfirmation);
  const confirmation = history.find((each) => each.year === year) ?? null;
  return { year, dueOn, isOverdue, viewerCanConfirm, history, confirmation, version: confirmation?.version ?? 0 };
}

const toConfirmation = ({
  id,
  year,
  version,
  dueOn = null,
  confirmedAt,
  confirmedBy,
  confirmedByName,
  entries,
}: RosterConfirmation): RosterConfirmationType => ({
  ...{ id, year, version, dueOn, confirmedAt, confirmedByName, entries },
  confirmedById: confirmedBy,
});
