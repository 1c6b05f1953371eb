/** Which posts of a room: each condition stands behind room and audience, and is served by an index of theirs (plans.int.spec). */
import { isId } from '@heya/service-common/id';
import { type Audience, idArray } from '../access/index.ts';

export interface PostConditions {
  roomId?: string | null;
  kinds?: readonly string[] | null;
  importance?: readonly string[] | null;
  audience?: Audience | null;
  authorIds?: readonly string[] | null;
  /** Of whoever wrote it, as they take part or took part in the room. */
  professions?: readonly string[] | null;
  /** Of when it tells, not of when it arrived. */
  from?: Date | null;
  to?: Date | null;
  /** Whom it names, alone or as one of a group. */
  names?: { userId: string; groups: readonly string[] } | null;
  /** With one that the viewer may see. */
  hasPhoto?: boolean | null;
  /** Without a receipt of this person. */
  unreadBy?: string | null;
}

type Part = readonly [sql: string, ...values: unknown[]];

/** What a page is asked for, as pieces of the statement that reads the room `v` along each of its audiences `a`. */
export interface Filter {
  /** Follows `v` and `a`: writers or kinds one by one, `x.one`, so that each is walked along its index and no other post is touched. */
  fan: string;
  fanValues: unknown[];
  /** Follows `post p`. */
  sql: string;
  values: unknown[];
}

export const filterOf = (conditions: PostConditions): Filter => toFilter(conditions, ...fanOf(conditions));

/** For posts `p` of rooms `v` that something else has found already: nothing is gone through. */
export const filterOfFound = (conditions: PostConditions): Pick<Filter, 'sql' | 'values'> =>
  toFilter(conditions, undefined, [...(conditions.authorIds ? [byThese(conditions.authorIds)] : []), ...professionParts(conditions)]);

function toFilter(conditions: PostConditions, fan: Fan | undefined, rest: readonly Part[]): Filter {
  const { roomId, kinds, importance, audience, from, to, hasPhoto, unreadBy } = conditions;
  const parts: Part[] = [
    ...(fan ? [[`p.${fan.column} = x.one`] as const] : []),
    ...(kinds && fan?.column !== 'kind' ? [['p.kind = any(?::text[])', idArray(kinds)] as const] : []),
    ...rest,
    ...(roomId ? [['p.room_id = ?::uuid', asRoomId(roomId)] as const] : []),
    ...(importance ? importanceParts(importance) : []),
    ...(audience ? [['p.audience = ?', audience] as const] : []),
    ...(from ? [['p.observed_at >= ?::timestamptz', from] as const] : []),
    ...(to ? [['p.observed_at < ?::timestamptz', to] as const] : []),
    ...nameParts(conditions),
    ...(hasPhoto ? [[photographed] as const] : []),
    ...(hasPhoto === false ? [[`not ${photographed}`] as const] : []),
    ...(unreadBy ? [[unread, unreadBy, unreadBy] as const] : []),
  ];
  const values = parts.flatMap(([, ...given]) => given);
  return { fan: fan?.sql ?? '', fanValues: fan?.values ?? [], sql: parts.map(([sql]) => ` and ${sql}`).join(''), values };
}

interface Fan {
  column: 'author_id' | 'kind';
  sql: string;
  values: unknown[];
}

const each = (list: string): string => `cross join lateral (select distinct one from ${list}) x`;
/** Those who take part or took part in the room with a profession. */
const ofProfession = `room_member w where w.room_id = v.room_id and w.profession = any(?::text[])`;

/** @returns what is gone through one by one, and what of the writers is left to compare */
function fanOf({ authorIds, professions, kinds }: PostConditions): [Fan | undefined, Part[]] {
  const ofThese = professions ? `{${professions.join(',')}}` : '';
  if (authorIds) {
    const sql = each('unnest(?::uuid[]) one');
    return [{ column: 'author_id', sql, values: [idArray(authorIds.filter(isId))] }, professionParts({ professions })];
  }
  if (professions) return [{ column: 'author_id', sql: each(`(select w.user_id as one from ${ofProfession}) m`), values: [ofThese] }, []];
  if (kinds) return [{ column: 'kind', sql: each('unnest(?::text[]) one'), values: [idArray(kinds)] }, []];
  return [undefined, []];
}

const byThese = (authorIds: readonly string[]): Part => ['p.author_id = any(?::uuid[])', idArray(authorIds.filter(isId))];
const professionParts = ({ professions }: PostConditions): Part[] =>
  professions ? [[`p.author_id = any(array(select w.user_id from ${ofProfession}))`, `{${professions.join(',')}}`]] : [];

/** Nobody's room stands for what is no id. */
const asRoomId = (roomId: string): string => (isId(roomId) ? roomId : '00000000-0000-0000-0000-000000000000');

/** Found first, as far as they may be seen: one of the body needs its own consent (R25). */
const photographed = `p.id = any(array(select t.post_id from attachment t where t.room_id = v.room_id))`;

/** What is raised has an index of its own, which is found by these very words. */
function importanceParts(importance: readonly string[]): Part[] {
  const raised: Part[] = importance.includes('NORMAL') ? [] : [["p.importance <> 'NORMAL'"]];
  return [...raised, ['p.importance = any(?::text[])', idArray(importance)]];
}

/** In the words as they stand now; found first, since they are few, and then looked up. */
const named = `p.id = any(array(select n.post_id from post_mention n where n.room_id = v.room_id
  and (n.user_id = ? or n."group" = any(?::text[]) or (n."group" = 'STEWARD'
    and exists (select 1 from room_member m where m.room_id = n.room_id and m.user_id = ? and m.is_steward)))
  and not exists (select 1 from post_revision r where r.post_id = n.post_id and r.version > n.version)))`;

const nameParts = ({ names }: PostConditions): Part[] =>
  names ? [[named, names.userId, `{${names.groups.join(',')}}`, names.userId]] : [];

/** `v`, not `p`: looked up once, then a bound of the index. */
const unread = `p.seq > coalesce((select g.up_to_seq from reading_position g where g.room_id = v.room_id and g.user_id = ?), 0)
  and not exists (select 1 from read_receipt r where r.post_id = p.id and r.user_id = ?)`;
