/** Rows as the API shows them. */
import type { ExportRow } from './take-along.repository.ts';
import type { RoomExportType } from './take-along.type.ts';

const moment = (value: Date | string | null): Date | null => (value === null ? null : new Date(value));

export const toRoomExport = (row: ExportRow, url?: string): RoomExportType => ({
  id: row.id,
  state: row.state === 'READY' && row.has_expired ? 'EXPIRED' : row.state,
  progress: row.progress,
  fault: row.fault,
  purpose: row.purpose,
  reason: row.reason,
  url: url ?? null,
  sha256: row.sha256,
  bytes: row.bytes,
  signingKey: row.signing_key,
  createdAt: new Date(row.asked_at),
  readyAt: moment(row.ready_at),
  expiresAt: moment(row.expires_at),
  endedAt: moment(row.ended_at),
});
