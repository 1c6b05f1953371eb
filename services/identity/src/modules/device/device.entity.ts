/** A browser on one device, known by a key that cannot leave it (R6). */
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { Facility } from '../facility/index.ts';
import { User } from '../user/index.ts';
import type { DeviceOwnership, DevicePlatform, DeviceStatus } from './device-words.ts';

/** The public half of an ECDSA P-256 key (RFC 7518, 6.2.1). */
export interface DeviceKey {
  kty: 'EC';
  crv: 'P-256';
  x: string;
  y: string;
}

export const Device = defineEntity({
  name: 'Device',
  properties: {
    id: p.uuid().primary(),
    districtId: p.uuid(),
    /** Who registered it. A facility's device serves all its staff, any other this person alone. */
    userId: () => p.manyToOne(User).mapToPk().fieldName('user_id').deleteRule('cascade').index(),
    /** Null: the center's, or a person's own. */
    facilityId: () => p.manyToOne(Facility).mapToPk().fieldName('facility_id').nullable().deleteRule('restrict').index(),
    label: p.string().length(80),
    platform: p.string().length(20).$type<DevicePlatform>(),
    ownership: p.string().length(20).$type<DeviceOwnership>(),
    securitySoftwareAttested: p.boolean(),
    publicKey: p.json().$type<DeviceKey>(),
    /** RFC 7638 thumbprint of the key: one key is one device. */
    thumbprint: p.string().length(43).unique(),
    status: p.string().length(10).$type<DeviceStatus>(),
    registeredAt: p.datetime(),
    approvedBy: p.uuid().nullable(),
    approvedAt: p.datetime().nullable(),
    revokedBy: p.uuid().nullable(),
    revokedAt: p.datetime().nullable(),
    revokeReason: p.text().nullable(),
    /** A personal one that the center allowed counts until then. */
    personalUntil: p.datetime().nullable(),
    lastSeenAt: p.datetime().nullable(),
  },
});
export type Device = InferEntity<typeof Device>;

/** An officer allowed a person a device of their own, until a date. The newest one counts. */
export const PersonalDeviceAllowance = defineEntity({
  name: 'PersonalDeviceAllowance',
  properties: {
    id: p.uuid().primary(),
    userId: () => p.manyToOne(User).mapToPk().fieldName('user_id').deleteRule('cascade').index(),
    districtId: p.uuid(),
    until: p.datetime(),
    reason: p.text(),
    allowedBy: p.uuid(),
    allowedAt: p.datetime(),
  },
});
export type PersonalDeviceAllowance = InferEntity<typeof PersonalDeviceAllowance>;
