/** Which rooms of the district a page shows: kept in its address, so that it can be left and come back to. */
import type { RoomFilter, RoomStatus } from '@heya/client/generated/graphql';
import { m } from '#paraglide/messages.js';

const yearMs = 365 * 86_400_000;

/** What the chips offer, in their order. */
export const views = {
  all: { label: m.center_rooms_all, filter: () => ({}) },
  active: { label: m.room_active, filter: () => inState('ACTIVE') },
  steward: { label: m.center_rooms_no_steward, filter: () => ({ stewardMissing: true }) },
  check: { label: m.center_rooms_check_late, filter: () => ({ weeklyCheckOverdue: true }) },
  waiting: { label: m.center_rooms_waiting, filter: () => ({ invitationWaiting: true }) },
  unused: { label: m.room_dormant, filter: (today) => ({ inactiveSince: yearBefore(today), statuses: ['ACTIVE', 'DORMANT'] }) },
  closing: { label: m.room_closing, filter: () => inState('CLOSING') },
  closed: { label: m.room_closed, filter: () => inState('CLOSED', 'PURGED') },
} satisfies Record<string, { label: () => string; filter: (today: string) => RoomFilter }>;
export type View = keyof typeof views;

const inState = (...statuses: RoomStatus[]): RoomFilter => ({ statuses });
const yearBefore = (today: string): string => new Date(Date.parse(today) - yearMs).toISOString().slice(0, 10);

export interface RoomQuestion {
  view: View;
  text: string;
  facility: string;
}

const isView = (text: string | null): text is View => text !== null && Object.hasOwn(views, text);

export function readRoomQuestion(params: URLSearchParams): RoomQuestion {
  const view = params.get('show');
  return {
    view: isView(view) ? view : 'all',
    text: params.get('q')?.trim().slice(0, 40) ?? '',
    facility: params.get('facility')?.slice(0, 40) ?? '',
  };
}

/** A number has a digit; anything else names a facility. */
export const asksForFacility = ({ text }: RoomQuestion): boolean => text !== '' && !/\p{Nd}/u.test(text);

/** @param today YYYY-MM-DD in Japan */
export function toRoomFilter(question: RoomQuestion, today: string): RoomFilter {
  return {
    ...views[question.view].filter(today),
    ...(question.text && !asksForFacility(question) ? { query: question.text } : {}),
    ...(question.facility ? { facilityId: question.facility } : {}),
  };
}

/** @returns the address of the same list, narrowed otherwise */
export function roomsHref(question: RoomQuestion, change: Partial<RoomQuestion>): string {
  const { view, text, facility } = { ...question, ...change };
  const given = Object.entries({ show: view === 'all' ? '' : view, q: text, facility }).filter(([, value]) => value);
  return given.length ? `/center/rooms?${new URLSearchParams(given)}` : '/center/rooms';
}
