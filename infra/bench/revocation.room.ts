/** The room of a round, and how its consent ends. */
import { readFileSync } from 'node:fs';
import { uuidv7 } from '../local/api/uuid.mjs';
import type { Cast, openRoom } from '../local/demo/journey.mjs';
import { monotonicMs } from './figures.ts';

/** The demo room: eight members. */
export const room = JSON.parse(readFileSync(new URL('../local/demo/room.json', import.meta.url), 'utf8')) as Parameters<typeof openRoom>[1];
export const everybody = room.members.map(({ role }) => role);

const consent = 'query ($id: ID!) { consent(id: $id) { version } }';
const end = `mutation ($id: ID!, $input: ConsentWithdrawInput!) { consentWithdraw(id: $id, input: $input) { consent { id status } userErrors { code message field } } }`;

/** By the steward. @returns when it was sent, and when its acknowledgement came (ms of the shared clock) */
export async function withdraw(cast: Cast, consentId: string): Promise<{ sentAt: number; ackAt: number }> {
  const steward = await cast.as('careManager');
  const found = await steward.ask(consent, { id: consentId });
  const { version } = found.consent as { version: number };
  const input = {
    idempotencyKey: uuidv7(),
    withdrawnBy: 'PATIENT',
    withdrawnByName: '森野 栄一',
    reason: '計測のため',
    expectedVersion: version,
  };
  const sentAt = monotonicMs();
  await steward.change(end, { id: consentId, input });
  return { sentAt, ackAt: monotonicMs() };
}
