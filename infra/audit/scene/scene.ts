/** What the access cases look at: a room, another one, one whose consent was withdrawn, one that is closed, and somebody who has left. */
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { uuidv7 } from '../../local/api/uuid.mjs';
import { type Cast, openRoom } from '../../local/demo/journey.mjs';
import { askTake, consentWithdraw, postPin, roomMarkRead } from '../operations.ts';
import { askAboutRoom, closeRoom, leaveCertificate } from './ended-room.ts';
import { endMembership } from './ended-membership.ts';
import { type Marks, marksOf, roomScript } from './scripts.ts';

export interface SceneRoom {
  id: string;
  roomNumber: string;
  patientId: string;
  consentId: string;
  applicationId: string;
  /** A membership that is nobody's of the principals'. */
  membershipId: string;
  posts: { forTeam: string; forEveryone: string };
  marks: Marks;
}

export interface Scene {
  room: SceneRoom;
  /** outsider's and secondNurse's; the center asks about it (R17). */
  other: SceneRoom;
  /** Like room, and then its consent was withdrawn. */
  withdrawn: SceneRoom;
  /** Like room, and then it was closed and is held (R16). */
  closed: SceneRoom;
}

const roomIds = 'query ($id: ID!) { room(id: $id) { memberships { nodes { id user { id } } } posts(last: 20) { nodes { id audience } } } }';
/** In every room, and no principal. */
const bystanderRole = 'secondNurse';
const applications = 'query { viewer { roomApplications { id room { id } } } }';

const marks = {
  room: marksOf('甲', 'コウ'),
  other: marksOf('乙', 'オツ'),
  withdrawn: marksOf('丙', 'ヘイ'),
  closed: marksOf('戊', 'ボ'),
  plain: marksOf('丁', 'テイ'),
};
const family = [
  { role: 'family', as: 'FAMILY' },
  { role: 'patient', as: 'PATIENT' },
];

const common = { applicant: 'doctor', steward: 'careManager', others: family };

/** Where wrong inputs are sent: apart, so that what is stored there on the way changes nothing of the scene. */
export const openPlainRoom = (cast: Cast): Promise<SceneRoom> =>
  open(cast, { ...common, marks: marks.plain, careTeam: ['doctor', 'nurse', 'careManager', 'secondNurse'], alsoWrites: 'nurse' });

/** @param roomDatabase superuser of the room service's database */
export async function buildScene(cast: Cast, roomDatabase: pg.Client): Promise<Scene> {
  const room = await open(cast, { ...common, marks: marks.room, careTeam: ['doctor', 'nurse', 'careManager', 'secondNurse', 'helper'] });
  const other = await open(cast, {
    marks: marks.other,
    applicant: 'outsider',
    steward: 'outsider',
    careTeam: ['outsider', 'secondNurse'],
  });
  const withdrawn = await open(cast, { ...common, marks: marks.withdrawn, careTeam: ['doctor', 'nurse', 'careManager', 'secondNurse'] });
  await withdrawConsent(cast, withdrawn.consentId);
  const closed = await open(cast, { ...common, marks: marks.closed, careTeam: ['doctor', 'nurse', 'careManager', 'secondNurse'] });
  const officers = { officerId: cast.account('clerk').userId, secondOfficerId: cast.account('approver').userId };
  await closeRoom(roomDatabase, closed.id, officers);
  await askAboutRoom(roomDatabase, other.id);
  await leaveCertificate(roomDatabase, room.id, officers);
  await endMembership(roomDatabase, room.id, cast.account('helper').userId);
  await untilGone(cast, 'helper', room.id);
  return { room, other, withdrawn, closed };
}

async function open(cast: Cast, parts: Parameters<typeof roomScript>[0]): Promise<SceneRoom> {
  const opened = await openRoom(cast, roomScript(parts));
  const seen = (await cast.ask(parts.applicant, roomIds, { id: opened.id })) as Seen;
  const { viewer } = (await cast.ask(parts.applicant, applications, {})) as Applied;
  const bystander = cast.account(bystanderRole).userId;
  const postFor = (audience: string): string => seen.room.posts.nodes.find((post) => post.audience === audience)?.id ?? '';
  const posts = { forTeam: postFor('CARE_TEAM'), forEveryone: postFor('EVERYONE') };
  // The post that the cases ask for: somebody has read it.
  await cast.change(bystanderRole, roomMarkRead, { roomId: opened.id, upToPostId: posts.forEveryone });
  // What it asks has been taken on, and the other stands at the top of the room (R22, R23).
  await cast.change(bystanderRole, askTake, { postId: posts.forTeam });
  await cast.change(bystanderRole, postPin, { id: posts.forEveryone });
  return {
    ...opened,
    marks: parts.marks,
    applicationId: viewer.roomApplications.find(({ room }) => room?.id === opened.id)?.id ?? '',
    membershipId: seen.room.memberships.nodes.find(({ user }) => user.id === bystander)?.id ?? '',
    posts,
  };
}

interface Seen {
  room: { memberships: { nodes: { id: string; user: { id: string } }[] }; posts: { nodes: { id: string; audience: string }[] } };
}
interface Applied {
  viewer: { roomApplications: { id: string; room: { id: string } | null }[] };
}

async function withdrawConsent(cast: Cast, id: string): Promise<void> {
  const { consent } = (await cast.ask('doctor', 'query ($id: ID!) { consent(id: $id) { version } }', { id })) as {
    consent: { version: number };
  };
  const input = {
    idempotencyKey: uuidv7(),
    expectedVersion: consent.version,
    withdrawnBy: 'PATIENT',
    withdrawnByName: marks.withdrawn.giverName,
  };
  await cast.change('doctor', consentWithdraw, { id, input });
}

/** The outbox carries it to those who answer for posts too. */
async function untilGone(cast: Cast, role: string, id: string): Promise<void> {
  for (let looks = 0; looks < 100; looks += 1) {
    const { room } = (await cast.ask(role, 'query ($id: ID!) { room(id: $id) { id posts(last: 1) { nodes { id } } } }', { id })) as {
      room: object | null;
    };
    if (!room) return;
    await pause(100);
  }
  throw new Error(`${role} still sees the room`);
}
