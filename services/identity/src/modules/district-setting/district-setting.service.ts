/** The settings of a district: what holds now, and changing it (R8). */
import { createHash } from 'node:crypto';
import { audit } from '@heya/service-common/audit';
import { codedError } from '@heya/service-common/errors';
import type { Em } from '@heya/service-common/orm';
import { emit } from '@heya/service-common/outbox';
import type { PersonViewer } from '@heya/service-common/viewer';
import type { IdentityContext } from '../../context.ts';
import { recordRefusal } from '../../refusal.ts';
import type { IdentityProblem } from '../problem/index.ts';
import { requirePerson } from '../session/index.ts';
import { isUuid } from '../user/index.ts';
import type { DistrictSetting } from './district-setting.entity.ts';
import { defaultOf, parseSetting, type SettingKey, settingKeys, type SettingValues } from './district-setting.keys.ts';
import { can } from './district-setting.policy.ts';
import { findChange, insertChange, listChanges, newestVersion, settingInEffect } from './district-setting.repository.ts';

/**
 * @param tx of the service, or of anybody who belongs to the district
 * @returns what the district has set, or the default; a value that a newer Heya no longer allows counts as not set
 */
export async function readSetting<Key extends SettingKey>(
  tx: Em,
  districtId: string,
  key: Key,
  now = new Date(),
): Promise<SettingValues[Key]> {
  const row = await settingInEffect(tx, districtId, { key, now });
  return (row && parseSetting(key, row.value)) ?? defaultOf(key);
}

/** One key: what holds now, and how it came to that. */
export interface SettingState {
  key: SettingKey;
  value: unknown;
  isDefault: boolean;
  /** Of the newest change, also of one that is still to come; 0 before the first. */
  version: number;
  /** Newest first. */
  history: DistrictSetting[];
}

/** @throws FORBIDDEN for everybody but officers */
export async function listSettings(context: IdentityContext): Promise<SettingState[]> {
  const { districtId } = await requireOfficer(context, 'SEE');
  return context.read((tx) => statesOf(tx, districtId, context.now()));
}

async function statesOf(tx: Em, districtId: string, now: Date): Promise<SettingState[]> {
  const byKey = Map.groupBy(await listChanges(tx, districtId), ({ key }) => key);
  return settingKeys.map((key) => {
    const history = (byKey.get(key) ?? []).toSorted((one, other) => other.version - one.version);
    const inEffect = history.find(({ validFrom }) => validFrom <= now);
    const value = inEffect && parseSetting(key, inEffect.value);
    return { key, value: value ?? defaultOf(key), isDefault: value === undefined, version: history[0]?.version ?? 0, history };
  });
}

export interface SettingChange {
  id: string;
  key: SettingKey;
  value: unknown;
  /** Absent: at once. */
  validFrom?: Date | null | undefined;
  expectedVersion: number;
}

export interface SettingResult {
  setting: SettingState | null;
  replayed: boolean;
  problems: IdentityProblem[];
}

export async function changeSetting(context: IdentityContext, change: SettingChange): Promise<SettingResult> {
  const officer = await requireOfficer(context, 'CHANGE');
  const now = context.now();
  const problems = problemsOf(change, now);
  if (problems.length > 0) return { setting: null, replayed: false, problems };
  return context.write(async (tx) => {
    const outcome = await store(tx, change, { officer, now });
    if (outcome === 'STORED') await tellChange(tx, officer.districtId, { ...change, validFrom: change.validFrom ?? now });
    if (outcome === 'STORED')
      await audit(tx, context, {
        authority: 'CENTER',
        action: 'UPDATE',
        categories: [],
        subjectType: 'DistrictSetting',
        subjectId: change.id,
      });
    // Whoever was too late sees what holds now (api.md 8), which may have begun a moment after they asked.
    const setting = (await statesOf(tx, officer.districtId, context.now())).find(({ key }) => key === change.key) ?? null;
    return { setting, replayed: outcome === 'REPLAYED', problems: typeof outcome === 'string' ? [] : [outcome] };
  });
}

/** Others go by it too, e.g. who may apply for a room. */
const tellChange = (
  tx: Em,
  districtId: string,
  { key, value, validFrom, expectedVersion }: SettingChange & { validFrom: Date },
): Promise<void> =>
  emit(tx, 'identity.districtSettingChanged', `district:${districtId}`, {
    ...{ districtId, key, value },
    version: expectedVersion + 1,
    validFrom: validFrom.toISOString(),
  });

function problemsOf({ id, key, value, validFrom }: SettingChange, now: Date): IdentityProblem[] {
  return [
    ...(isUuid(id) ? [] : [{ code: 'INVALID' as const, field: ['input', 'idempotencyKey'] }]),
    ...(parseSetting(key, value) === undefined ? [{ code: 'INVALID' as const, field: ['input', 'value'] }] : []),
    ...(validFrom && validFrom < now ? [{ code: 'INVALID' as const, field: ['input', 'validFrom'] }] : []),
  ];
}

async function store(
  tx: Em,
  { id, key, value, validFrom, expectedVersion }: SettingChange,
  { officer, now }: { officer: PersonViewer; now: Date },
): Promise<'STORED' | 'REPLAYED' | IdentityProblem> {
  const { districtId, userId: changedBy } = officer;
  const body = JSON.stringify([districtId, key, value, validFrom?.toISOString() ?? null, expectedVersion]);
  const bodyHash = createHash('sha256').update(body).digest('hex');
  const known = await findChange(tx, id);
  if (known) return known.bodyHash === bodyHash ? 'REPLAYED' : { code: 'INVALID', field: ['input', 'idempotencyKey'] };
  const version = expectedVersion + 1;
  const row = { id, districtId, key, value, version, validFrom: validFrom ?? now, changedBy, changedAt: now, bodyHash };
  const isNewest = (await newestVersion(tx, districtId, key)) === expectedVersion;
  return isNewest && (await insertChange(tx, row)) ? 'STORED' : { code: 'STALE_VERSION', field: ['input', 'expectedVersion'] };
}

async function requireOfficer(context: IdentityContext, action: 'SEE' | 'CHANGE'): Promise<PersonViewer> {
  const viewer = requirePerson(context);
  if (can(viewer, action).allowed) return viewer;
  await context.asService((tx) => recordRefusal(tx, context, { subjectType: 'DistrictSetting' }));
  throw codedError('FORBIDDEN');
}
