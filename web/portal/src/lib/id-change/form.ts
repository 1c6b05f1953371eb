/** Form 2-2 as it is typed, and as the server takes and gives it. */
import type { FiledChangeFragment, IdChangeInput, IdChangeKind } from '@heya/client/generated/graphql';
import { readInstitutionCode } from '#lib/id-application/reading.ts';

export type Step = 'kind' | 'person' | 'what' | 'when' | 'check';

export interface ChangeEntry {
  step: Step;
  kind: IdChangeKind | '';
  userId: string;
  /** NAME: the new name; CONTACT: the new address of mail. */
  after: string;
  afterKana: string;
  title: string;
  toFacilityId: string;
  toFacilityName: string;
  toInstitutionCode: string;
  /** YYYY-MM-DD and HH:MM in Japan. */
  day: string;
  time: string;
  /** Seat → who follows; empty: the center decides. */
  successors: Record<string, string>;
  reason: string;
  /** The key of one filing and what was sent with it (api.md 8). */
  sent: { key: string; text: string };
}

export const blankChange = (): ChangeEntry => ({
  step: 'kind',
  kind: '',
  userId: '',
  after: '',
  afterKana: '',
  title: '',
  toFacilityId: '',
  toFacilityName: '',
  toInstitutionCode: '',
  day: '',
  time: '',
  successors: {},
  reason: '',
  sent: { key: '', text: '' },
});

/** After these somebody is at the facility no more, and whoever is a steward needs a successor (R7). */
export const endsPlace = (kind: ChangeEntry['kind']): boolean => kind === 'TRANSFER' || kind === 'LEAVE' || kind === 'RETIRE';

const nothingToSay: readonly ChangeEntry['kind'][] = ['RETURN', 'REISSUE'];

/** @param seats how many rooms the person is steward of */
export function stepsOf(kind: ChangeEntry['kind'], seats: number): Step[] {
  const says = kind === 'LEAVE' || kind === 'RETIRE' ? seats > 0 : !nothingToSay.includes(kind);
  return ['kind', 'person', ...(says ? (['what'] as const) : []), ...(kind === 'REISSUE' ? [] : (['when'] as const)), 'check'];
}

const orNull = (text: string): string | null => text.trim() || null;

export function toChange(entry: ChangeEntry & { kind: IdChangeKind }, facilityId: string): IdChangeInput {
  const { kind, userId, reason } = entry;
  const isOf = (...kinds: IdChangeKind[]): boolean => kinds.includes(kind);
  return {
    ...{ kind, userId, facilityId, reason: orNull(reason) },
    after: isOf('NAME', 'CONTACT') ? orNull(entry.after) : null,
    afterKana: isOf('NAME') ? orNull(entry.afterKana) : null,
    title: isOf('CONTACT', 'TRANSFER') ? orNull(entry.title) : null,
    toFacilityId: isOf('TRANSFER') ? orNull(entry.toFacilityId) : null,
    toInstitutionCode: isOf('TRANSFER') && !entry.toFacilityId ? orNull(readInstitutionCode(entry.toInstitutionCode)) : null,
    effectiveAt: isOf('REISSUE') ? null : `${entry.day}T${entry.time}`,
    successors: endsPlace(kind)
      ? Object.entries(entry.successors).flatMap(([seatId, successor]) => (successor ? [{ seatId, userId: successor }] : []))
      : [],
  };
}

export type FiledDetails = Exclude<FiledChangeFragment['change'], Record<PropertyKey, never>>;

/** @returns what form 2-2 says; nothing for another form */
export const asChange = <T extends object>(details: T): Exclude<T, Record<PropertyKey, never>> | undefined =>
  'kind' in details ? (details as Exclude<T, Record<PropertyKey, never>>) : undefined;

/** What was filed, to be mended. */
export function fromDetails(details: FiledDetails): ChangeEntry {
  const after = (item: FiledDetails['changes'][number]['item']): string => details.changes.find((each) => each.item === item)?.after ?? '';
  const { kind, user, toFacility, seats } = details;
  const [day = '', time = ''] = details.effectiveAt ? minuteInJapan(new Date(details.effectiveAt)) : [];
  return {
    ...blankChange(),
    ...{ step: 'check', kind, day, time },
    userId: user?.id ?? '',
    after: kind === 'CONTACT' ? after('EMAIL') : after('NAME'),
    afterKana: after('NAME_KANA'),
    title: after('TITLE'),
    toFacilityId: toFacility?.id ?? '',
    toFacilityName: details.toFacilityName ?? '',
    toInstitutionCode: details.toInstitutionCode ?? '',
    successors: Object.fromEntries(seats.map(({ id, successor }) => [id, successor?.id ?? ''])),
    reason: details.reason ?? '',
  };
}

/** @returns YYYY-MM-DD and HH:MM */
export function minuteInJapan(date: Date): [day: string, time: string] {
  const [day = '', time = ''] = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Tokyo' })
    .format(date)
    .split(' ');
  return [day, time];
}
