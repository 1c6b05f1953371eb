/** The center lets a person use a device of their own until a date (R6). */
import { audit } from '@heya/service-common/audit';
import { codedError } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import type { IdentityContext } from '../../context.ts';
import { recordRefusal } from '../../refusal.ts';
import { readSetting } from '../district-setting/index.ts';
import { type IdentityProblem, readReason } from '../problem/index.ts';
import { requirePerson } from '../session/index.ts';
import { lockUser } from '../user/index.ts';
import type { PersonalDeviceAllowance } from './device.entity.ts';
import { canAllowPersonal } from './device.policy.ts';
import { findAllowanceById, insertAllowance } from './device.repository.ts';

export interface AllowanceResult {
  allowance: PersonalDeviceAllowance | null;
  problems: IdentityProblem[];
  replayed?: boolean;
}

export interface AllowInput {
  idempotencyKey: string;
  until: Date;
  reason: string;
}

const dayMs = 24 * 3_600_000;

const problem = (code: IdentityProblem['code'], ...field: string[]): AllowanceResult => ({ allowance: null, problems: [{ code, field }] });

export async function allowPersonalDevice(
  context: IdentityContext,
  userId: string,
  { idempotencyKey, until, reason }: AllowInput,
): Promise<AllowanceResult> {
  const { userId: allowedBy, districtId } = requirePerson(context);
  const decision = canAllowPersonal(context.viewer, await context.loaders.user.load(userId));
  if (!decision.allowed) {
    await context.asService((tx) => recordRefusal(tx, context, { subjectType: 'PersonalDeviceAllowance' }));
    if (decision.reason === 'ROLE') throw codedError('FORBIDDEN');
    return problem('NOT_FOUND', 'userId');
  }
  if (!isId(idempotencyKey)) return problem('INVALID', 'input', 'idempotencyKey');
  const read = readReason(reason, ['input', 'reason']);
  if ('problem' in read) return { allowance: null, problems: [read.problem] };
  const now = context.now();
  const allowance = { id: idempotencyKey.toLowerCase(), userId, districtId, until, reason: read.text, allowedBy, allowedAt: now };
  return context.asService(async (tx) => {
    await lockUser(tx, userId);
    const earlier = await findAllowanceById(tx, allowance.id);
    if (earlier) return replay(earlier, allowance);
    const refused = await checkRule(tx, allowance);
    if (refused) return refused;
    await insertAllowance(tx, allowance);
    const about = { categories: [], subjectType: 'PersonalDeviceAllowance', subjectId: allowance.id };
    await audit(tx, context, { authority: decision.authority, action: 'CREATE', ...about });
    return { allowance, problems: [] };
  });
}

/** What the district allows at all, and for how long; taking an exception back needs neither. */
async function checkRule(tx: Em, { districtId, until, allowedAt }: PersonalDeviceAllowance): Promise<AllowanceResult | undefined> {
  if (until <= allowedAt) return undefined;
  if (!(await readSetting(tx, districtId, 'personalDevicesAllowed', allowedAt))) return problem('PERSONAL_DEVICE_NOT_ALLOWED', 'input');
  const longest = await readSetting(tx, districtId, 'personalDeviceDays', allowedAt);
  return until.getTime() - allowedAt.getTime() > longest * dayMs ? problem('INVALID', 'input', 'until') : undefined;
}

function replay(earlier: PersonalDeviceAllowance, asked: PersonalDeviceAllowance): AllowanceResult {
  const same =
    earlier.userId === asked.userId &&
    earlier.allowedBy === asked.allowedBy &&
    earlier.reason === asked.reason &&
    earlier.until.getTime() === asked.until.getTime();
  return same ? { allowance: earlier, problems: [], replayed: true } : problem('INVALID', 'input', 'idempotencyKey');
}
