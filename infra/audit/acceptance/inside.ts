/** V31, V32: headers that claim to be somebody, and the subgraphs' own ports. */
import { type Case, require } from '../case.ts';
import { viewerId } from '../operations.ts';
import type { World } from '../world.ts';
import { bearer, call, callRaw, codesIn, post, RawSocket } from './wire.ts';

const services = ['identity', 'consent', 'room', 'timeline'];

async function claimedIdentity(world: World): Promise<string> {
  const { authorization } = await bearer(world, 'nurse');
  const somebody = world.userId('doctor');
  const body = JSON.stringify({ query: viewerId });
  const claims: string[][] = [
    ...[
      'x-user-id',
      'x_user_id',
      'x-heya-viewer',
      'x-heya-user',
      'heya-envelope',
      'heya-signature',
      'x-forwarded-user',
      'x-authenticated-user',
    ].map((name) => [name, somebody]),
    ['router-authorization', 'Bearer x'],
    ['x-forwarded-for', '127.0.0.1', 'x-forwarded-host', 'localhost', 'forwarded', 'for=127.0.0.1'],
    ['x-user-id', somebody, 'X-User-Id', world.userId('clerk')],
    ['x-apollo-tracing', '1', 'apollo-federation-include-trace', 'ftv1'],
  ];
  for (const extra of claims) {
    const base = ['authorization', authorization, 'content-type', 'application/json', 'host', new URL(world.urls.gateway).host];
    const { status, text } = await callRaw(world.urls.gateway, { headers: [...base, ...extra], body });
    require(status === 200 &&
      text.includes(world.userId('nurse')) &&
      !text.includes(somebody), `${extra[0]}: HTTP ${status} ${text.slice(0, 100)}`);
    require(!/ftv1|tracing/.test(text), `${extra[0]} brings traces back`);
    const without = await callRaw(world.urls.gateway, { headers: [...base.slice(2), ...extra], body });
    require(without.status === 401, `${extra[0]} without a token: HTTP ${without.status}`);
  }
  const doubled = await callRaw(world.urls.gateway, {
    headers: [
      'authorization',
      authorization,
      'authorization',
      'Bearer x',
      'content-type',
      'application/json',
      'host',
      new URL(world.urls.gateway).host,
    ],
    body,
  });
  require(doubled.status === 401 ||
    doubled.text.includes(world.userId('nurse')), 'a doubled authorization header made somebody else of us');
  return `${claims.length + 1} sets of headers`;
}

const disguises: Record<string, string>[] = [{}, { 'heya-envelope': 'e30', 'heya-signature': 'x' }];

const questions = [
  '{ _service { sdl } }',
  'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Room { id roomNumber } ... on Patient { id name } } }',
  '{ viewer { id } }',
  'mutation { sessionRevokeAllOthers { revokedCount } }',
];

async function subgraphPorts(world: World): Promise<string> {
  const { authorization } = await bearer(world, 'nurse');
  let asked = 0;
  for (const name of services) {
    const port = world.stack.processes().find((process) => process.name === name)?.port;
    for (const headers of [...disguises, { authorization }]) asked += await requireDeaf(world, `http://127.0.0.1:${port}/graphql`, headers);
    const socket = new RawSocket(`ws://127.0.0.1:${port}/graphql`);
    require((await socket.opened) !== 'open', `${name} opens WebSockets`);
  }
  const headers = await bearer(world, 'nurse');
  for (const query of questions.slice(0, 2)) {
    const reply = await post(world, { query, variables: { representations: [{ __typename: 'Room', id: world.roomId }] } }, headers);
    require(reply.status === 400 && codesIn(reply).length > 0, `through the gateway ${query.slice(0, 20)}: HTTP ${reply.status}`);
  }
  return `${asked} questions at ${services.length} ports`;
}

async function requireDeaf(world: World, url: string, headers: Record<string, string>): Promise<number> {
  const variables = {
    representations: [
      { __typename: 'Room', id: world.roomId },
      { __typename: 'Patient', id: world.patientId },
    ],
  };
  for (const query of questions) {
    const reply = await call(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    require(reply.status === 401 || reply.status === 403, `${url} answers HTTP ${reply.status}`);
    require(!/"data":\s*\{/.test(reply.text), `${url} gave data`);
  }
  return questions.length;
}

export const insideCases: Case[] = [
  { id: 'V31', text: 'identity headers of every spelling, doubled ones too → the viewer stays who the token says', run: claimedIdentity },
  { id: 'V32', text: "each subgraph's own port, and _service and _entities through the gateway → nothing", run: subgraphPorts },
];
