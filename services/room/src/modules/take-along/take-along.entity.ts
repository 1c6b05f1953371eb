/** A room that is taken along (R35): who asked for it, how far it is, and its sealed bytes until they are fetched. */
import { defineEntity, p } from '@mikro-orm/core';

/** WAITING → GATHERING → WRITING → READY → TAKEN; EXPIRED, CANCELLED and FAILED are ends too. */
export type ExportState = 'WAITING' | 'GATHERING' | 'WRITING' | 'READY' | 'TAKEN' | 'EXPIRED' | 'CANCELLED' | 'FAILED';
export type ExportPurpose = 'MOVE' | 'CLOSING_COPY' | 'OWN_COPY' | 'LEGAL';
export type ExportFault = 'NOT_ALLOWED' | 'UNAVAILABLE' | 'TOO_LARGE';

export const roomExport = defineEntity({
  name: 'RoomExport',
  rowLevelSecurity: 'force',
  properties: {
    id: p.uuid().primary(),
    roomId: p.uuid(),
    districtId: p.uuid(),
    patientId: p.uuid(),
    roomNumber: p.text(),
    askedBy: p.uuid(),
    askedByName: p.text(),
    purpose: p.text().$type<ExportPurpose>(),
    reason: p.text(),
    state: p.text().$type<ExportState>(),
    /** Parts in a hundred. */
    progress: p.smallint(),
    fault: p.text().$type<ExportFault>().nullable(),
    attempts: p.smallint(),
    /** As whom it is read, sealed with the room's key; null once it is made. */
    asker: p.blob().nullable(),
    /** Under which state of the consent it was read. */
    consentEpoch: p.integer().nullable(),
    askedAt: p.datetime(3),
    /** The last sign of life of who makes it. */
    startedAt: p.datetime(3).nullable(),
    readyAt: p.datetime(3).nullable(),
    expiresAt: p.datetime(3).nullable(),
    endedAt: p.datetime(3).nullable(),
    /** Of the package as it is fetched. */
    sha256: p.text().nullable(),
    bytes: p.integer().nullable(),
    /** Thumbprint of the key that signed the manifest. */
    signingKey: p.text().nullable(),
    /** Of the link that opens it once. */
    linkHash: p.text().nullable(),
    linkUntil: p.datetime(3).nullable(),
  },
  indexes: [
    { name: 'room_export_room', properties: ['roomId'] },
    {
      name: 'room_export_open',
      expression: `create index room_export_open on room_export (asked_at) where state in ('WAITING', 'GATHERING', 'WRITING', 'READY')`,
    },
    {
      name: 'room_export_one_under_way',
      expression: `create unique index room_export_one_under_way on room_export (room_id, asked_by) where state in ('WAITING', 'GATHERING', 'WRITING')`,
    },
  ],
});

/** The package in pieces, each sealed with the room's key; gone once it is fetched, called off or too old. */
export const roomExportPiece = defineEntity({
  name: 'RoomExportPiece',
  rowLevelSecurity: 'force',
  properties: { exportId: p.uuid().primary(), place: p.smallint().primary(), sealed: p.blob() },
});

/** Signs manifests: one in use a district, ES256. */
export const exportKey = defineEntity({
  name: 'ExportKey',
  rowLevelSecurity: 'force',
  properties: {
    /** Thumbprint of the public key (RFC 7638). */
    kid: p.text().primary(),
    districtId: p.uuid().unique(),
    publicJwk: p.json(),
    /** Private key, sealed with the district's data key. */
    sealed: p.blob(),
    createdAt: p.datetime(3),
  },
});
