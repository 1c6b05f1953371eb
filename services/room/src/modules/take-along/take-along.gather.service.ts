/**
 * Brings the parts of a room together: each subgraph is asked as the person who takes it along, page by page, and gives out what it would
 * show them on a screen, with its lines in the record (infra/decisions/0035).
 */
import type { Viewer } from '@heya/service-common/viewer';
import { Pictures } from './take-along.pictures.ts';
import { accessQuestion, broughtQuestion, consentQuestion, membersQuestion, postsQuestion, roomQuestion } from './take-along.questions.ts';
import type { BroughtPostPart, ConsentPart, LookPart, MemberPart, Parts, PatientPart, PostPart, RoomPart } from './take-along.parts.ts';

/** Asks one subgraph as somebody. @throws SERVICE_UNAVAILABLE */
export type Ask = <T>(question: { query: string; variables: Record<string, unknown>; viewer: Viewer; requestId: string }) => Promise<T>;

export interface Neighbours {
  /** This subgraph itself. */
  room: Ask;
  consent: Ask;
  timeline: Ask;
  /** A file of the timeline's; null where this person may not have it. @throws SERVICE_UNAVAILABLE */
  file(path: string, as: { viewer: Viewer; requestId: string }): Promise<Uint8Array | null>;
}

/** The person may not, or no longer, take the room along. */
export class NotAllowed extends Error {
  override name = 'NotAllowed';
}

/** There is more than one package holds. */
export class TooLarge extends Error {
  override name = 'TooLarge';
}

/** Of the looks the newest; all of them are in the center's own record. */
const mostLooks = 2000;
/** A room has some thousands of posts; all of them are in memory at once. */
const mostPages = 500;

interface Page<T> {
  nodes: T[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

export interface Gathering {
  roomId: string;
  patientId: string;
  viewer: Viewer;
  requestId: string;
  /** @param share from 0 to 1; @throws when it is not wanted any more */
  onProgress(share: number): Promise<void>;
}

/** @throws NotAllowed, TooLarge, SERVICE_UNAVAILABLE */
export async function gather(neighbours: Neighbours, { roomId, patientId, viewer, requestId, onProgress }: Gathering): Promise<Parts> {
  const as = { viewer, requestId };
  const entity = (__typename: 'Room' | 'Patient') => [{ __typename, id: __typename === 'Room' ? roomId : patientId }];
  const found = await neighbours.room<{ room: (Omit<RoomPart, 'memberships' | 'patient'> & { patient: PatientPart }) | null }>({
    query: roomQuestion,
    variables: { id: roomId },
    ...as,
  });
  if (!found.room || found.room.patient.name === null) throw new NotAllowed();
  const memberships = await all<MemberPart>(async (after) => {
    type Answer = { room: { memberships: Page<MemberPart> } | null };
    return (await neighbours.room<Answer>({ query: membersQuestion, variables: { id: roomId, after }, ...as })).room?.memberships ?? null;
  });
  await onProgress(0.2);
  const pictures = new Pictures((path) => neighbours.file(path, as));
  const posts = await all<PostPart>(async (after) => {
    type Answer = { _entities: ({ posts: Page<PostPart> | null } | null)[] };
    const answer = await neighbours.timeline<Answer>({ query: postsQuestion, variables: { r: entity('Room'), after }, ...as });
    const page = answer._entities[0]?.posts ?? null;
    await pictures.take(page?.nodes ?? []);
    return page;
  });
  const brought = await all<BroughtPostPart>(async (after) => {
    type Answer = { room: { broughtPosts: Page<BroughtPostPart> | null } | null };
    return (await neighbours.room<Answer>({ query: broughtQuestion, variables: { id: roomId, after }, ...as })).room?.broughtPosts ?? null;
  });
  if (posts?.isCut || memberships?.isCut || brought?.isCut) throw new TooLarge();
  await onProgress(0.7);
  type Consents = { _entities: ({ consents: ConsentPart[] | null } | null)[] };
  const consents = await neighbours.consent<Consents>({ query: consentQuestion, variables: { r: entity('Patient') }, ...as });
  const looks = await all<LookPart>(async (after) => {
    type Answer = { _entities: ({ accessLog: Page<LookPart> | null } | null)[] };
    const answer = await neighbours.consent<Answer>({ query: accessQuestion, variables: { r: entity('Patient'), after }, ...as });
    return answer._entities[0]?.accessLog ?? null;
  }, mostLooks);
  await onProgress(1);
  return {
    room: { ...found.room, memberships: memberships?.nodes ?? [] },
    posts: [...(posts?.nodes ?? []), ...(brought?.nodes ?? []).map(toPost)],
    files: pictures.taken,
    filesCut: pictures.left > 0,
    consents: consents._entities[0]?.consents ?? null,
    looks: looks?.nodes ?? null,
    looksCut: looks?.isCut ?? false,
  };
}

/** What was brought here goes on with the rest, under the id it had where it was written. */
const toPost = ({
  sourceId,
  sourceRoomId,
  isImportant,
  authorLabel,
  body,
  readings,
  observedAt,
  writtenAt,
  audience,
}: BroughtPostPart): PostPart => ({
  id: sourceId,
  sourceRoomId,
  author: null,
  authorName: authorLabel,
  authorProfessionLabel: null,
  authorFacilityName: null,
  kind: 'NOTE',
  audience,
  importance: isImportant ? 'IMPORTANT' : 'NORMAL',
  body: [body, ...readings].filter(Boolean).join('\n') || null,
  observedAt,
  createdAt: writtenAt,
  parent: null,
  spokenForName: null,
  retraction: null,
  revisions: [],
  visit: null,
  ask: null,
  vitals: null,
});

/** @returns every node up to `most`; null when there is nothing for this person */
async function all<T>(
  read: (after: string | null) => Promise<Page<T> | null>,
  most = Infinity,
): Promise<{ nodes: T[]; isCut: boolean } | null> {
  const nodes: T[] = [];
  let after: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const found: Page<T> | null = await read(after);
    if (!found) return page === 0 ? null : { nodes, isCut: false };
    nodes.push(...found.nodes);
    if (!found.pageInfo.hasNextPage || found.pageInfo.endCursor === null) return { nodes, isCut: false };
    if (nodes.length >= most) return { nodes: nodes.slice(0, most), isCut: true };
    after = found.pageInfo.endCursor;
  }
  return { nodes, isCut: true };
}
