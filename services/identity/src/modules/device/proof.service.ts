/** What the device of a sign-in has to say when new tokens are asked for (R6). */
import { audit, type AuditFacts } from '@heya/service-common/audit';
import { newId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { readSetting } from '../district-setting/index.ts';
import type { Session, SessionService } from '../session/index.ts';
import { tokyoDay, type User } from '../user/index.ts';
import type { Device } from './device.entity.ts';
import { isProofGood, readProof } from './device.key.ts';
import { isRequired, type Requirement, serves } from './device.policy.ts';
import * as repository from './device.repository.ts';

export type ProofOutcome =
  /** Not bound to a device, and none spoke. */
  | 'UNBOUND'
  | 'PROVED'
  /** The sign-in goes on when its device proves itself. */
  | 'NEEDED'
  /** The device may no longer be used: the sign-in has ended. */
  | 'OVER';

export interface AskedProof {
  session: Session;
  user: User;
  /** As it came with the request. */
  text: unknown;
  refreshToken: string;
  now: Date;
}

/** The first good proof binds the sign-in; from then on nothing but that device's key renews it. */
export async function proveDevice(tx: Em, sessions: SessionService, asked: AskedProof): Promise<ProofOutcome> {
  const { session, user, text, now } = asked;
  const deviceId = session.deviceId ?? null;
  if (text === undefined && !deviceId) return 'UNBOUND';
  const proof = readProof(text);
  const named = deviceId ?? proof?.deviceId;
  if (named) await repository.holdDevice(tx, named);
  const device = named ? await repository.findDevice(tx, named) : null;
  const workplaces = await repository.workplacesOf(tx, user.id, tokyoDay(now));
  const isUsable = device !== null && serves(device, user, { workplaces, now });
  if (deviceId && !isUsable) {
    await sessions.end(tx, session.id, 'DEVICE_REVOKED');
    await record(tx, asked, { authority: 'NONE', action: 'UPDATE' });
    return 'OVER';
  }
  if (!device || !isUsable || !proof || proof.deviceId !== device.id || !isProofGood(device.publicKey, proof, asked)) {
    // A copied cookie speaks without the key: that is worth a line.
    if (proof) await record(tx, asked, { authority: 'NONE', action: 'DENIED', outcome: 'DENIED_DEVICE' });
    return 'NEEDED';
  }
  if (!deviceId) {
    await sessions.bindDevice(tx, session.id, device.id);
    await record(tx, asked, { authority: 'SELF', action: 'UPDATE' });
  }
  await repository.recordSeen(tx, device.id, now);
  return 'PROVED';
}

/** What became of a sign-in by its device (R32). */
function record(tx: Em, { session, user }: AskedProof, facts: Pick<AuditFacts, 'authority' | 'action' | 'outcome'>): Promise<void> {
  const about = { categories: [], subjectType: 'Session', subjectId: session.id, districtId: user.districtId };
  return audit(tx, { viewer: { type: 'service', name: 'identity' }, requestId: newId() }, { ...facts, ...about });
}

export interface Standing extends Requirement {
  device: Device | null;
  isSatisfied: boolean;
}

/** What the district asks of this person's sign-in, and whether it has that. */
export async function deviceStanding(
  tx: Em,
  { user, deviceId, now }: { user: Pick<User, 'kind' | 'districtId'>; deviceId: string | null | undefined; now: Date },
): Promise<Standing> {
  const requiredFrom = await readSetting(tx, user.districtId, 'deviceRequiredFrom', now);
  const device = deviceId ? await repository.findDevice(tx, deviceId) : null;
  const requirement = isRequired(user.kind, { requiredFrom, today: tokyoDay(now) });
  return { ...requirement, device, isSatisfied: device?.status === 'APPROVED' || !requirement.isRequired };
}

/** How the record names the device (R32): browser and system, and which registered device. */
export const deviceName = (label: string | null | undefined, deviceId: string | null | undefined): string | undefined =>
  [label, deviceId && `#${deviceId}`].filter(Boolean).join(' ') || undefined;
