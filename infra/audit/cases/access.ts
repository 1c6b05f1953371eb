/** Foreign ids and widened audiences: who is not in the room cannot tell it from one that never was. */
import { uuidv7 } from '../../local/api/uuid.mjs';
import { ask, type Case, require, requireUserError, type Variables } from '../case.ts';
import { postCreate, sessionRevoke } from '../operations.ts';
import type { World } from '../world.ts';

const into = (roomId: string, audience = 'CARE_TEAM'): Variables => ({
  input: { idempotencyKey: uuidv7(), roomId, audience, kind: 'NOTE', body: '監査' },
});

/** @returns the answer with this id taken out, so that two answers can be compared */
async function answerFor(world: World, query: string, id: string): Promise<string> {
  const { status, body } = await ask(world, 'outsider', query, { id });
  return JSON.stringify({ status, body })
    .replaceAll(id, 'ID')
    .replaceAll(/"requestId":"[^"]*"/g, '');
}

function indistinguishable(id: string, text: string, query: string, pick: (world: World) => string): Case {
  return {
    id,
    text,
    async run(world) {
      await world.requireUntouched(async () => {
        const [real, random] = [await answerFor(world, query, pick(world)), await answerFor(world, query, uuidv7())];
        require(real === random, `the answers differ: ${real} and ${random}`);
        require(/null/.test(real), `something came back: ${real}`);
      });
    },
  };
}

const foreignRoomWrite: Case = {
  id: 'post-foreign-room',
  text: 'a post into a room one is not in → the same problem as for a room that does not exist',
  async run(world) {
    const answers = [];
    for (const roomId of [world.roomId, uuidv7()]) {
      await requireUserError(
        world,
        { role: 'outsider', query: postCreate, variables: into(roomId) },
        { codes: ['NOT_FOUND', 'FORBIDDEN'] },
      );
      answers.push(JSON.stringify((await ask(world, 'outsider', postCreate, into(roomId))).body.data));
    }
    require(answers[0] === answers[1], `the answers differ: ${answers.join(' and ')}`);
  },
};

const foreignSession: Case = {
  id: 'session-foreign',
  text: "ending somebody else's session → NOT_FOUND, it lives on",
  async run(world) {
    const sessions = await (
      await world.as('nurse')
    ).ask<{ viewer: { sessions: { id: string }[] } }>('query { viewer { sessions { id } } }');
    const id = sessions.viewer.sessions[0]?.id ?? '';
    await requireUserError(world, { role: 'outsider', query: sessionRevoke, variables: { id } }, { codes: ['NOT_FOUND', 'FORBIDDEN'] });
    require(!(await ask(world, 'nurse', 'query { viewer { id } }')).body.errors, 'the session was ended');
  },
};

function written(id: string, text: string, role: string, audience: string): Case {
  return {
    id,
    text,
    run: (world) =>
      requireUserError(
        world,
        { role, query: postCreate, variables: into(world.roomId, audience) },
        { codes: ['FORBIDDEN', 'AUDIENCE_TOO_WIDE', 'NOT_FOUND'] },
      ),
  };
}

export const accessCases: Case[] = [
  indistinguishable(
    'room-foreign',
    'a room one is not in → null, as for a random id',
    'query ($id: ID!) { room(id: $id) { id roomNumber status } }',
    (world) => world.roomId,
  ),
  indistinguishable(
    'patient-foreign',
    'a patient one does not care for → null, as for a random id',
    'query ($id: ID!) { patient(id: $id) { id name } }',
    (world) => world.patientId,
  ),
  foreignRoomWrite,
  foreignSession,
  written('post-family-care-team', 'a family member writes to the care team alone → FORBIDDEN', 'family', 'CARE_TEAM'),
  written('post-officer', 'a center officer writes into a room → refused', 'clerk', 'EVERYONE'),
];
