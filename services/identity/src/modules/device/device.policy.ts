/** Who may see, register, approve, stop and use which device (R6). Pure; row-level security holds who may see. */
import { isOfficer, isPerson, type PersonViewer, type UserKind, type Viewer } from '@heya/service-common/viewer';
import { allow, type Decision, deny } from '../../decision.ts';
import { readReason, type IdentityProblem } from '../problem/index.ts';
import type { Device } from './device.entity.ts';
import type { DeviceOwnership, DeviceStatus } from './device-words.ts';

/** Where somebody works today. */
export interface Workplace {
  facilityId: string;
  isAdministrator: boolean;
}

type DecidedDevice = Pick<Device, 'userId' | 'districtId' | 'facilityId' | 'ownership'>;

/**
 * Seen by who registered it, by whom it serves, by the administrators of its facility and by the center. Approved by another person than
 * the one who registered it: who got hold of one sign-in must not be able to let a device of their own in. Stopped by its owner as well.
 */
export function can(
  viewer: Viewer,
  action: 'SEE' | 'APPROVE' | 'REVOKE',
  { device, workplaces }: { device: DecidedDevice; workplaces: readonly Workplace[] },
): Decision {
  if (!isPerson(viewer) || viewer.districtId !== device.districtId) return deny('ABSENT');
  if (viewer.userId === device.userId) return action === 'APPROVE' ? deny('ROLE') : allow('SELF');
  if (isOfficer(viewer)) return allow('CENTER');
  const here = device.facilityId ? workplaces.find(({ facilityId }) => facilityId === device.facilityId) : undefined;
  if (here?.isAdministrator) return allow('FACILITY_ADMIN');
  if (!here || device.ownership !== 'FACILITY') return deny('ABSENT');
  return action === 'SEE' ? allow('STAFF') : deny('ROLE');
}

/** The center allows a personal device; for its own district, and nobody for themselves. */
export function canAllowPersonal(viewer: Viewer, user: { id: string; districtId: string; kind: UserKind } | null): Decision {
  if (!isOfficer(viewer)) return deny('ROLE');
  if (!user || user.districtId !== viewer.districtId) return deny('ABSENT');
  if (user.id === viewer.userId) return deny('ROLE');
  return user.kind === 'PROFESSIONAL' || user.kind === 'CENTER_OFFICER' ? allow('CENTER') : deny('ABSENT');
}

export interface Registration {
  ownership: DeviceOwnership;
  facilityId: string | null;
}

export interface RegistrationFacts {
  workplaces: readonly Workplace[];
  /** Until when the center allows this person a device of their own. */
  personalUntil: Date | null;
  now: Date;
}

type Registered = { facilityId: string | null; status: DeviceStatus; personalUntil: Date | null };

/** @returns as what it is registered, or why not */
export function decideRegistration(
  { kind, facilityId: activeFacilityId }: Pick<PersonViewer, 'kind' | 'facilityId'>,
  { ownership, facilityId }: Registration,
  { workplaces, personalUntil, now }: RegistrationFacts,
): Registered | { problem: IdentityProblem } {
  const works = kind === 'PROFESSIONAL' || kind === 'CENTER_OFFICER';
  const place = facilityId ?? activeFacilityId ?? null;
  if (ownership === 'PATIENT_FAMILY' || !works) {
    if (works) return refused('PERSONAL_DEVICE_NOT_ALLOWED', 'ownership');
    return ownership === 'PATIENT_FAMILY' && !facilityId
      ? { facilityId: null, status: 'APPROVED', personalUntil: null }
      : refused('INVALID', 'ownership');
  }
  if (place ? !workplaces.some((workplace) => workplace.facilityId === place) : kind === 'PROFESSIONAL')
    return refused('NOT_FOUND', 'facilityId');
  if (ownership === 'FACILITY') return { facilityId: place, status: 'PENDING', personalUntil: null };
  if (!personalUntil || personalUntil <= now) return refused('PERSONAL_DEVICE_NOT_ALLOWED', 'ownership');
  return { facilityId: place, status: 'PENDING', personalUntil };
}

const refused = (code: IdentityProblem['code'], field: string): { problem: IdentityProblem } => ({
  problem: { code, field: ['input', field] },
});

const longestLabel = 80;

/** @returns the label in one form, or what is wrong with it */
export function readLabel(typed: string): { text: string } | { problem: IdentityProblem } {
  const field = ['input', 'label'];
  const read = readReason(typed, field);
  if ('problem' in read && read.problem.code !== 'TOO_LONG') return read;
  if ('problem' in read || [...read.text].length > longestLabel)
    return { problem: { code: 'TOO_LONG', field, values: { max: longestLabel } } };
  return /[\t\r\n]/.test(read.text) ? { problem: { code: 'INVALID', field } } : read;
}

/** Whether a sign-in of this person may be bound to the device, and go on with it. What waits for approval may be bound, but not counted on. */
export function serves(
  device: Pick<Device, 'userId' | 'districtId' | 'facilityId' | 'ownership' | 'status' | 'personalUntil'>,
  user: { id: string; districtId: string; kind: UserKind },
  { workplaces, now }: { workplaces: readonly Workplace[]; now: Date },
): boolean {
  if (device.status === 'REVOKED' || device.districtId !== user.districtId) return false;
  if (device.ownership === 'PERSONAL_EXCEPTION' && !(device.personalUntil && device.personalUntil > now)) return false;
  if (device.ownership !== 'FACILITY') return device.userId === user.id;
  if (!device.facilityId) return user.kind === 'CENTER_OFFICER';
  return workplaces.some(({ facilityId }) => facilityId === device.facilityId);
}

export interface Requirement {
  /** The day from which those who work need an approved device; null: nobody does. */
  requiredFrom: string | null;
  isRequired: boolean;
}

/** Patients and families use what they have (R6). */
export function isRequired(kind: UserKind, { requiredFrom, today }: { requiredFrom: string | null; today: string }): Requirement {
  const works = kind === 'PROFESSIONAL' || kind === 'CENTER_OFFICER';
  return works ? { requiredFrom, isRequired: requiredFrom !== null && requiredFrom <= today } : { requiredFrom: null, isRequired: false };
}
