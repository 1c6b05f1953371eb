/** The only way to how an ID is used: for the person and those who answer for them, each look with its line in the record (R32). */
import { type AuditFacts, auditAll } from '@heya/service-common/audit';
import type { Em } from '@heya/service-common/orm';
import { isPerson } from '@heya/service-common/viewer';
import DataLoader from 'dataloader';
import type { IdentityContext } from '../../context.ts';
import { type Device, devicesInUse } from '../device/index.ts';
import { openSuspensionsOf, toSuspension } from '../suspension/index.ts';
import { accountsOf, type AccountRow } from './staff.repository.ts';
import type { SecondFactor, UserAccountType } from './staff.type.ts';

/** For one operation, and for one viewer. */
const loaders = new WeakMap<IdentityContext, DataLoader<string, UserAccountType | null>>();

/** @returns null for everybody else */
export function accountOf(context: IdentityContext, userId: string): Promise<UserAccountType | null> {
  const known = loaders.get(context) ?? new DataLoader<string, UserAccountType | null>((ids) => accounts(context, ids));
  loaders.set(context, known);
  return known.load(userId);
}

async function accounts(context: IdentityContext, ids: readonly string[]): Promise<(UserAccountType | null)[]> {
  const found = await context.loaders.administered.loadMany(ids);
  const rights = new Map(found.flatMap((each) => ('user' in each ? [[each.user.id, each.authority] as const] : [])));
  const { viewer } = context;
  if (isPerson(viewer) && ids.includes(viewer.userId)) rights.set(viewer.userId, 'SELF');
  const devices = await devicesInUse(context, [...rights.keys()]);
  return context.asService(async (tx) => {
    const accountsById = await read(tx, [...rights.keys()], devices);
    await auditAll(
      tx,
      context,
      ids.map((id): AuditFacts => {
        const authority = rights.get(id);
        const about = { categories: [], subjectType: 'User', subjectId: id };
        return authority
          ? { ...about, authority, action: 'VIEW' }
          : { ...about, authority: 'NONE', action: 'DENIED', outcome: 'DENIED_ROLE' };
      }),
    );
    return ids.map((id) => accountsById.get(id) ?? null);
  });
}

async function read(tx: Em, ids: readonly string[], devices: readonly Device[]): Promise<Map<string, UserAccountType>> {
  if (ids.length === 0) return new Map();
  const suspensions = await openSuspensionsOf(tx, ids);
  const rows = await accountsOf(tx, ids);
  return new Map(
    rows.map((row) => {
      const suspension = suspensions.find(({ userId }) => userId === row.id);
      const account = {
        lastSignInAt: toDate(row.last_sign_in_at),
        secondFactor: factorOf(row),
        codeExpiresAt: toDate(row.code_expires_at),
        devices: devices.filter(({ userId }) => userId === row.id),
        suspension: suspension ? toSuspension(suspension) : null,
      };
      return [row.id, account];
    }),
  );
}

const toDate = (time: Date | string | null): Date | null => (time === null ? null : new Date(time));

const factorOf = ({ has_passkey, has_app }: AccountRow): SecondFactor => (has_passkey ? 'PASSKEY' : has_app ? 'APP' : 'NONE');
