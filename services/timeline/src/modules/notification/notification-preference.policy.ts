/** How one wants to be told, as it is sent. Pure. */
import { type Problem, problem } from '@heya/service-common/errors';
import { alwaysInApp, type Channels, type NotificationKind } from './notification.policy.ts';

export interface ChosenChannel extends Channels {
  kind: NotificationKind;
}

/** Left out: as it was. */
export interface PreferenceDraft {
  quietHoursFrom?: string | null;
  quietHoursTo?: string | null;
  digestAt?: string | null;
  channels?: readonly ChosenChannel[] | null;
  mutedRoomIds?: readonly string[] | null;
}

const minute = /^([01]\d|2[0-3]):[0-5]\d$/;
const mostRooms = 1000;

type Found = Problem<'INVALID' | 'NOT_FOUND' | 'TOO_LONG'>;

/** @param belonging the rooms of `mutedRoomIds` in which they take part; others are as none */
export function preferenceProblems(draft: PreferenceDraft, belonging: ReadonlySet<string>): Found[] {
  const { quietHoursFrom: from, quietHoursTo: to, channels, mutedRoomIds: muted } = draft;
  const isWhole = (from ?? null) === null ? (to ?? null) === null : (to ?? null) !== null;
  return [
    ...(['quietHoursFrom', 'quietHoursTo'] as const)
      .filter((name) => draft[name] && !minute.test(draft[name]))
      .map((name) => problem('INVALID' as const, ['input', name], { quiet: 1 })),
    ...(isWhole ? [] : [problem('INVALID' as const, ['input', from ? 'quietHoursTo' : 'quietHoursFrom'], { quiet: 1 })]),
    ...(draft.digestAt && !minute.test(draft.digestAt) ? [problem('INVALID' as const, ['input', 'digestAt'], { time: 1 })] : []),
    // The same minute would be a whole day or none.
    ...(from && from === to ? [problem('INVALID' as const, ['input', 'quietHoursTo'], { quiet: 1 })] : []),
    ...(channels ?? []).flatMap(({ kind, inApp }, index) =>
      !inApp && alwaysInApp.has(kind) ? [problem('INVALID' as const, ['input', 'channels', String(index), 'inApp'], { always: 1 })] : [],
    ),
    ...((muted?.length ?? 0) > mostRooms ? [problem('TOO_LONG' as const, ['input', 'mutedRoomIds'], { max: mostRooms })] : []),
    ...(muted ?? []).flatMap((id, index) =>
      belonging.has(id.toLowerCase()) ? [] : [problem('NOT_FOUND' as const, ['input', 'mutedRoomIds', String(index)])],
    ),
  ];
}

export const preferenceWords = ({ values }: Problem): Partial<Record<'INVALID', { ja: string; en: string }>> => {
  if (values?.quiet)
    return {
      INVALID: {
        ja: '始まりと終わりを、22:00のように入力してください。同じ時刻にはできません。',
        en: 'Please enter both beginning and end, such as 22:00, and not the same.',
      },
    };
  if (values?.time) return { INVALID: { ja: '07:30のように入力してください。', en: 'Please enter a time such as 07:30.' } };
  return values?.always ? { INVALID: { ja: 'このお知らせは、一覧から外せません。', en: 'These notifications stay in the list.' } } : {};
};
