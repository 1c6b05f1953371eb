/** The board as it stands while reports come in: the order of the server (services/timeline, safety-report.policy.ts), kept here between its answers. */
import type { SafetyPlaceViewFragment, SafetyStatus } from '@heya/client/generated/graphql';

type Place = Pick<SafetyPlaceViewFragment, 'status' | 'powerEndsAt'> & { patient: { id: string } | null };

/** The worst first. */
export const severity: readonly SafetyStatus[] = [
  'NOT_CONFIRMED',
  'UNREACHABLE',
  'NEEDS_RESCUE',
  'SEVERELY_INJURED',
  'DECEASED',
  'SLIGHTLY_INJURED',
  'SAFE',
];

const isUnaccounted = (status: SafetyStatus): boolean => status === 'NOT_CONFIRMED' || status === 'UNREACHABLE';
const endOf = ({ powerEndsAt }: Place): number => (powerEndsAt ? Date.parse(powerEndsAt) : Number.MAX_SAFE_INTEGER);
const idOf = ({ patient }: Place): string => patient?.id ?? '';

export const compare = (a: Place, b: Place): number =>
  Number(isUnaccounted(b.status)) - Number(isUnaccounted(a.status)) ||
  endOf(a) - endOf(b) ||
  severity.indexOf(a.status) - severity.indexOf(b.status) ||
  (idOf(a) < idOf(b) ? -1 : 1);

/** @returns the board with what has come in since */
export function boardWith<T extends Place>(places: readonly T[], arrived: readonly T[]): T[] {
  const byPatient = new Map(places.map((place) => [idOf(place), place]));
  for (const place of arrived) if (byPatient.has(idOf(place))) byPatient.set(idOf(place), place);
  return [...byPatient.values()].sort(compare);
}

/** @returns how many stand how, the worst first */
export const tally = (places: readonly { status: SafetyStatus }[]): { status: SafetyStatus; count: number }[] =>
  severity.map((status) => ({ status, count: places.filter((place) => place.status === status).length }));

/** @returns whole minutes until the power runs out; 0 when it has */
export const minutesLeft = (endsAt: string, now: number): number => Math.max(0, Math.floor((Date.parse(endsAt) - now) / 60_000));
