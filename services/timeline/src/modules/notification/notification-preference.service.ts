/** How one wants to be told. */
import { type UserErrorShape } from '@heya/service-common/errors';
import type { Em } from '@heya/service-common/orm';
import { requirePerson, type TimelineRequest } from '../access/index.ts';
import { type ErrorCode, inWords, type PostProblem } from '../post/index.ts';
import { channelsOf, type Channels, notificationKinds, type NotificationKind } from './notification.policy.ts';
import { type PreferenceDraft, preferenceProblems, preferenceWords } from './notification-preference.policy.ts';
import { findBelonging, findPreferences, saveMutes, savePreferences } from './notification-preference.repository.ts';

export interface Preferences {
  quietHoursFrom: string | null;
  quietHoursTo: string | null;
  digestAt: string | null;
  channels: ({ kind: NotificationKind } & Channels)[];
  mutedRoomIds: string[];
}

/** Of every kind, whether chosen or as it is for everybody. */
export async function preferencesOf(context: TimelineRequest): Promise<Preferences> {
  requirePerson(context);
  const { channels, quietFrom, quietTo, digestAt, mutedRoomIds } = await context.read(findPreferences);
  return {
    quietHoursFrom: quietFrom,
    quietHoursTo: quietTo,
    digestAt,
    channels: notificationKinds.map((kind) => ({ kind, ...channelsOf(channels, kind) })),
    mutedRoomIds,
  };
}

export interface PreferencesUpdated {
  viewer: { id: string } | null;
  userErrors: UserErrorShape<ErrorCode>[];
}

export async function updatePreferences(context: TimelineRequest, draft: PreferenceDraft): Promise<PreferencesUpdated> {
  const { userId } = requirePerson(context);
  const problems = await context.write((tx) => save(tx, userId, draft));
  return { viewer: problems.length === 0 ? { id: userId } : null, userErrors: inWords(context, problems, preferenceWords) };
}

async function save(tx: Em, userId: string, draft: PreferenceDraft): Promise<PostProblem[]> {
  const { channels, quietHoursFrom, quietHoursTo, mutedRoomIds } = draft;
  const problems = preferenceProblems(draft, await findBelonging(tx, mutedRoomIds ?? []));
  if (problems.length > 0) return problems;
  const earlier = await findPreferences(tx);
  const chosen = Object.fromEntries((channels ?? []).map(({ kind, push, email, inApp }) => [kind, { push, email, inApp }]));
  await savePreferences(tx, userId, {
    channels: { ...earlier.channels, ...chosen },
    quietFrom: quietHoursFrom === undefined ? earlier.quietFrom : quietHoursFrom,
    quietTo: quietHoursTo === undefined ? earlier.quietTo : quietHoursTo,
    digestAt: draft.digestAt === undefined ? earlier.digestAt : draft.digestAt,
  });
  if (mutedRoomIds) await saveMutes(tx, userId, mutedRoomIds);
  return [];
}
