/** Registering, approving and stopping devices (R6); each act with its line in the record. */
import { audit, auditAll } from '@heya/service-common/audit';
import { codedError } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import type { IdentityContext } from '../../context.ts';
import type { Decision } from '../../decision.ts';
import { recordRefusal } from '../../refusal.ts';
import { type IdentityProblem, readReason } from '../problem/index.ts';
import { noticeSecurity, requirePerson } from '../session/index.ts';
import { lockUser } from '../user/index.ts';
import { findDeviceForViewer, workplacesOfViewer } from './device.access.ts';
import type { Device, DeviceKey } from './device.entity.ts';
import { readKey, thumbprintOf } from './device.key.ts';
import { can, decideRegistration, readLabel } from './device.policy.ts';
import * as repository from './device.repository.ts';
import type { DeviceOwnership, DevicePlatform, DeviceStatus } from './device-words.ts';

export interface DeviceResult {
  device: Device | null;
  problems: IdentityProblem[];
  replayed?: boolean;
}

export interface RegisterInput {
  idempotencyKey: string;
  label: string;
  platform: DevicePlatform;
  ownership: DeviceOwnership;
  facilityId?: string | null;
  securitySoftwareAttested: boolean;
  publicKey: { x: string; y: string };
}

/** So many a person may have at once, waiting or in use. */
const mostDevices = 20;

const problem = (code: IdentityProblem['code'], ...field: string[]): DeviceResult => ({ device: null, problems: [{ code, field }] });

export async function registerDevice(context: IdentityContext, input: RegisterInput): Promise<DeviceResult> {
  const viewer = requirePerson(context);
  if (viewer.kind === 'SYSTEM') return refuse(context, { allowed: false, reason: 'ROLE' });
  if (!isId(input.idempotencyKey)) return problem('INVALID', 'input', 'idempotencyKey');
  const label = readLabel(input.label);
  const key = readKey(input.publicKey);
  const problems = [
    ...('problem' in label ? [label.problem] : []),
    ...(key ? [] : [{ code: 'INVALID' as const, field: ['input', 'publicKey'] }]),
  ];
  if ('problem' in label || !key) return { device: null, problems };
  const workplaces = await workplacesOfViewer(context);
  return context.asService((tx) => register(tx, context, { ...input, label: label.text, key, workplaces }));
}

type Registering = Omit<RegisterInput, 'publicKey'> & {
  key: DeviceKey;
  workplaces: Parameters<typeof decideRegistration>[2]['workplaces'];
};

async function register(tx: Em, context: IdentityContext, { key, workplaces, ...input }: Registering): Promise<DeviceResult> {
  const viewer = requirePerson(context);
  // Two registrations of one person wait for one another.
  await lockUser(tx, viewer.userId);
  const earlier = await repository.findDevice(tx, input.idempotencyKey);
  if (earlier) return replay(earlier, { ...input, key, userId: viewer.userId });
  const now = context.now();
  const personalUntil = (await repository.findAllowance(tx, viewer.userId))?.until ?? null;
  const { ownership, facilityId = null } = input;
  const decided = decideRegistration(viewer, { ownership, facilityId }, { workplaces, personalUntil, now });
  if ('problem' in decided) {
    await recordRefusal(tx, context, { subjectType: 'Device' });
    return { device: null, problems: [decided.problem] };
  }
  const thumbprint = thumbprintOf(key);
  if (await repository.findByThumbprint(tx, thumbprint)) return problem('ALREADY_EXISTS', 'input', 'publicKey');
  if ((await repository.countInUse(tx, viewer.userId)) >= mostDevices) return problem('INVALID_STATE', 'input');
  const device: Device = {
    id: input.idempotencyKey.toLowerCase(),
    districtId: viewer.districtId,
    userId: viewer.userId,
    label: input.label,
    platform: input.platform,
    ownership,
    securitySoftwareAttested: input.securitySoftwareAttested,
    publicKey: key,
    thumbprint,
    ...decided,
    registeredAt: now,
    approvedBy: null,
    approvedAt: decided.status === 'APPROVED' ? now : null,
    revokedBy: null,
    revokedAt: null,
    revokeReason: null,
    lastSeenAt: null,
  };
  await repository.insertDevice(tx, device);
  await noticeSecurity(tx, device.userId, 'NEW_DEVICE');
  await audit(tx, context, { authority: 'SELF', action: 'CREATE', categories: [], subjectType: 'Device', subjectId: device.id });
  return { device, problems: [] };
}

/** The same request again changes nothing. */
function replay(earlier: Device, asked: Omit<Registering, 'workplaces'> & { userId: string }): DeviceResult {
  const same =
    earlier.userId === asked.userId &&
    earlier.label === asked.label &&
    earlier.platform === asked.platform &&
    earlier.ownership === asked.ownership &&
    earlier.securitySoftwareAttested === asked.securitySoftwareAttested &&
    (!asked.facilityId || earlier.facilityId === asked.facilityId) &&
    earlier.thumbprint === thumbprintOf(asked.key);
  return same ? { device: earlier, problems: [], replayed: true } : problem('INVALID', 'input', 'idempotencyKey');
}

export function approveDevice(context: IdentityContext, id: string): Promise<DeviceResult> {
  const { userId: approvedBy } = requirePerson(context);
  return decide(context, id, 'APPROVE', (tx, { device, authority }) =>
    change(tx, context, { device, authority }, { from: ['PENDING'], to: { status: 'APPROVED', approvedBy, approvedAt: context.now() } }),
  );
}

/** Its sign-ins end in the same transaction, their streams within a second. */
export async function revokeDevice(context: IdentityContext, id: string, reason: string): Promise<DeviceResult> {
  const { userId: revokedBy } = requirePerson(context);
  const read = readReason(reason, ['reason']);
  const result = await decide(context, id, 'REVOKE', async (tx, { device, authority }) => {
    if ('problem' in read) return { device, problems: [read.problem] };
    const revocation = { status: 'REVOKED', revokedBy, revokedAt: context.now(), revokeReason: read.text } as const;
    const revoked = await change(tx, context, { device, authority }, { from: ['PENDING', 'APPROVED'], to: revocation });
    if (revoked.problems.length > 0) return revoked;
    const ended = await context.sessions.endByDevice(tx, id, 'DEVICE_REVOKED');
    await auditAll(
      tx,
      context,
      ended.map((subjectId) => ({ authority, action: 'UPDATE', categories: [], subjectType: 'Session', subjectId })),
    );
    return revoked;
  });
  if (result.problems.length === 0) await context.settle();
  return result;
}

interface Found {
  device: Device;
  authority: string;
}

/** First whether the viewer may; then the work, written down. */
async function decide(
  context: IdentityContext,
  id: string,
  action: 'APPROVE' | 'REVOKE',
  work: (tx: Em, found: Found) => Promise<DeviceResult>,
): Promise<DeviceResult> {
  const device = await findDeviceForViewer(context, id);
  const workplaces = await workplacesOfViewer(context);
  const decision: Decision = device ? can(context.viewer, action, { device, workplaces }) : { allowed: false, reason: 'ABSENT' };
  if (!device || !decision.allowed) return refuse(context, decision, device?.id);
  return context.asService((tx) => work(tx, { device, authority: decision.authority }));
}

async function change(
  tx: Em,
  context: IdentityContext,
  { device, authority }: Found,
  { from, to }: { from: readonly DeviceStatus[]; to: Partial<Device> },
): Promise<DeviceResult> {
  if (!(await repository.moveDevice(tx, device.id, from, to))) {
    return { device: await repository.findDevice(tx, device.id), problems: [{ code: 'INVALID_STATE', field: ['id'] }] };
  }
  await audit(tx, context, { authority, action: 'UPDATE', categories: [], subjectType: 'Device', subjectId: device.id });
  return { device: { ...device, ...to }, problems: [] };
}

async function refuse(context: IdentityContext, decision: Decision, subjectId?: string): Promise<DeviceResult> {
  await context.asService((tx) => recordRefusal(tx, context, { subjectType: 'Device', ...(subjectId && { subjectId }) }));
  if (!decision.allowed && decision.reason === 'ROLE') throw codedError('FORBIDDEN');
  return problem('NOT_FOUND', 'id');
}
