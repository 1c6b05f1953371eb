import type { Viewer } from '@heya/service-common/viewer';
import type { ClosureReason } from '../application/index.ts';
import { stub } from '../stub/index.ts';
import { factsOf } from './retention.access.ts';
import { can } from './retention.policy.ts';
import type { HoldRow, RetentionRow } from './retention.repository.ts';
import type { LegalHoldType, RoomRetentionType } from './retention.type.ts';

const timeOf = (at: Date | string | null): Date | null => (at === null ? null : new Date(at));

export function toRetention(row: RetentionRow, viewer: Viewer): RoomRetentionType {
  const may = (action: Parameters<typeof can>[1]): boolean => can(viewer, action, factsOf(row)).allowed;
  // Why, and by whom, is between the officers.
  const holds = row.holds.map((hold) => toHold(hold, may('READ_REASONS')));
  return {
    roomId: row.room_id,
    roomNumber: row.room_number,
    status: row.closed_at === null ? 'CLOSING' : 'CLOSED',
    closureReason: row.closure_reason as ClosureReason | null,
    startedAt: new Date(row.started_at),
    closesAt: new Date(row.closes_at),
    closedAt: timeOf(row.closed_at),
    recordClass: row.record_class,
    years: row.years,
    holdEndsOn: row.hold_ends_on,
    legalHold: holds.find(({ liftedAt }) => liftedAt === null) ?? null,
    legalHolds: holds,
    version: row.version,
    viewerCanHold: may('HOLD'),
    viewerCanLift: may('LIFT'),
  };
}

function toHold(hold: HoldRow, withReasons: boolean): LegalHoldType {
  const shown = <T>(value: T): T | null => (withReasons ? value : null);
  return {
    id: hold.id,
    reason: shown(hold.reason),
    setBy: shown(stub(hold.set_by)),
    setByName: shown(hold.set_by_name),
    setAt: new Date(hold.set_at),
    liftReason: shown(hold.lift_reason),
    liftedBy: shown(stub(hold.lifted_by)),
    liftedByName: shown(hold.lifted_by_name),
    liftedAt: timeOf(hold.lifted_at),
  };
}
