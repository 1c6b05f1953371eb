/** What happens while everybody listens: one event at least of each kind that the schema knows and Heya sends. */
import { setTimeout as pause } from 'node:timers/promises';
import { uuidv7 } from '../../local/api/uuid.mjs';
import { consentForm, everythingShown } from '../forms.ts';
import { errors, postCreate, roomMarkRead } from '../operations.ts';
import { endMembership } from '../scene/ended-membership.ts';
import type { World } from '../world.ts';
import type { Facts } from './facts.ts';
import type { Listener } from './streams.ts';

const amend = `mutation ($id: ID!, $input: ConsentCategoriesUpdateInput!) { consentCategoriesUpdate(id: $id, input: $input) { consent { id } ${errors} } }`;
const claim = `mutation ($id: ID!) { reviewTaskClaim(id: $id) { ${errors} } }`;
const release = `mutation ($id: ID!) { reviewTaskRelease(id: $id) { ${errors} } }`;

const heardBy: Record<string, string[]> = {
  applicant: ['Subscription.roomEvent', 'Subscription.roomChanged', 'Subscription.consentChanged', 'Subscription.notificationEvent'],
  officer: ['Subscription.reviewTaskChanged'],
};

export async function letThingsHappen(world: World, { room, taskId }: Facts): Promise<void> {
  const [doctor, nurse] = [await world.as('doctor'), await world.as('nurse')];
  for (const [audience, body] of [
    ['CARE_TEAM', room.marks.forTeam],
    ['EVERYONE', room.marks.forEveryone],
  ]) {
    const input = { idempotencyKey: uuidv7(), roomId: room.id, audience, kind: 'NOTE', body };
    const { post } = await doctor.change<{ post: { id: string } }>(postCreate, { input });
    await nurse.change(roomMarkRead, { roomId: room.id, upToPostId: post.id });
  }
  // Of what is important everybody in the room but its writer is told.
  const important = { roomId: room.id, audience: 'EVERYONE', kind: 'NOTE', importance: 'IMPORTANT', body: room.marks.forEveryone };
  await nurse.change(postCreate, { input: { idempotencyKey: uuidv7(), ...important } });
  await world.storage.within('heya_room', (client) => endMembership(client, room.id, world.userId('secondNurse')));
  const { consent } = await doctor.ask<{ consent: { version: number } }>('query ($id: ID!) { consent(id: $id) { version } }', {
    id: room.consentId,
  });
  const { signature, giverName } = await consentForm(world, room.patientId, { giverName: room.marks.giverName });
  const input = { expectedVersion: consent.version, categories: everythingShown(), giverName, signature };
  await doctor.change(amend, { id: room.consentId, input });
  for (const step of [claim, release]) await (await world.as('clerk')).change(step, { id: taskId });
}

/** Until those who must hear have heard; then a moment more for what others must not. */
export async function untilHeard(listeners: readonly Listener[]): Promise<void> {
  const isHeard = (): boolean =>
    listeners.every((listener) => (heardBy[listener.principal] ?? []).every((route) => listener.hasHeard(route)));
  for (let looks = 0; looks < 60 && !isHeard(); looks += 1) await pause(100);
  await pause(500);
}
