import type { Viewer } from '@heya/service-common/viewer';
import type { ClosureReason } from '../application/index.ts';
import { referTo } from '../foreign/index.ts';
import { certificateHash } from './purge.certificate.policy.ts';
import type { RoomPurgeType } from './purge.type.ts';
import { factsOf } from './retention.access.ts';
import { can } from './retention.policy.ts';
import type { HoldRow, RetentionRow } from './retention.repository.ts';
import type { LegalHoldType, RoomRetentionType } from './retention.type.ts';

type Purge = NonNullable<RetentionRow['purge']>;

const timeOf = (at: Date | string | null): Date | null => (at === null ? null : new Date(at));

export function toRetention(row: RetentionRow, viewer: Viewer): RoomRetentionType {
  const may = (action: Parameters<typeof can>[1]): boolean => can(viewer, action, factsOf(row)).allowed;
  // Why, and by whom, is between the officers.
  const holds = row.holds.map((hold) => toHold(hold, may('READ_REASONS')));
  return {
    roomId: row.room_id,
    roomNumber: row.room_number,
    status: row.closed_at === null ? 'CLOSING' : row.purge?.begun_at ? 'PURGED' : 'CLOSED',
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
    viewerCanPurge: may('PURGE'),
    purge: row.purge && toPurge(row, row.purge),
  };
}

function toPurge(row: RetentionRow, purge: Purge): RoomPurgeType {
  const said = [
    [purge.first_by, purge.first_by_name, purge.first_at],
    [purge.second_by, purge.second_by_name, purge.second_at],
  ] as const;
  return {
    confirmations: said.flatMap(([by, name, at]) =>
      by && name && at ? [{ officer: referTo(by), officerName: name, at: new Date(at) }] : [],
    ),
    begunAt: timeOf(purge.begun_at),
    certificate: purge.finished_at
      ? {
          erasedAt: new Date(purge.finished_at),
          parts: purge.parts.map(({ erased_at, ...part }) => ({ ...part, erasedAt: new Date(erased_at) })),
          sha256: certificateHash(row, purge),
        }
      : null,
  };
}

function toHold(hold: HoldRow, withReasons: boolean): LegalHoldType {
  const shown = <T>(value: T): T | null => (withReasons ? value : null);
  return {
    id: hold.id,
    reason: shown(hold.reason),
    setBy: shown(referTo(hold.set_by)),
    setByName: shown(hold.set_by_name),
    setAt: new Date(hold.set_at),
    liftReason: shown(hold.lift_reason),
    liftedBy: shown(referTo(hold.lifted_by)),
    liftedByName: shown(hold.lifted_by_name),
    liftedAt: timeOf(hold.lifted_at),
  };
}
