/** V36: the scanner of this case speaks clamd's own protocol; the timeline is told of it, and told to forget it at the end. */
import { setTimeout as pause } from 'node:timers/promises';
import { eicar, openClamd } from '../../clamd/clamd.ts';
import { uuidv7 } from '../../local/api/uuid.mjs';
import { drawSignature } from '../../local/demo/signature.mjs';
import { type Case, require } from '../case.ts';
import type { World } from '../world.ts';
import { announced } from './photos.ts';

const send = `mutation ($input: PostCreateInput!) { postCreate(input: $input) { post { id attachments { url } } userErrors { code } } }`;
interface Sent {
  postCreate: { post: { attachments: { url: string }[] } | null; userErrors: { code: string }[] };
}

/** The job looks every minute. */
const patienceMs = 150_000;

const post = async (world: World, uploadId: string): Promise<Sent['postCreate']> => {
  const input = { idempotencyKey: uuidv7(), roomId: world.roomId, audience: 'CARE_TEAM', uploads: [{ uploadId }] };
  return (await (await world.as('doctor')).ask<Sent>(send, { input })).postCreate;
};

async function keptApart(world: World): Promise<void> {
  const doctor = await world.as('doctor');
  const infected = Buffer.concat([drawSignature(), Buffer.from(eicar)]);
  const { id, putUrl } = await announced(world, infected, 'image/png');
  const answer = await doctor.file(putUrl, infected);
  const told = JSON.parse(Buffer.from(answer.bytes).toString()) as { code?: string; message?: string };
  require(answer.status === 422 && told.code === 'FILE_QUARANTINED', `a virus: ${answer.status} ${told.code}`);
  require(told.message?.includes('ウイルス'), 'the sender is not told in plain words');
  const { userErrors } = await post(world, id);
  require(userErrors[0]?.code === 'UPLOAD_NOT_READY', `it could be sent: ${userErrors[0]?.code}`);
}

/** @returns seconds until it was taken up */
async function waits(world: World, begin: () => Promise<void>): Promise<number> {
  const doctor = await world.as('doctor');
  const bytes = drawSignature();
  const { id, putUrl } = await announced(world, bytes, 'image/png');
  const answer = await doctor.file(putUrl, bytes);
  require(answer.status === 202, `with nobody to ask it was answered with ${answer.status}`);
  const early = await post(world, id);
  require(early.userErrors[0]?.code === 'UPLOAD_NOT_READY', `unchecked it could be sent: ${early.userErrors[0]?.code}`);
  await begin();
  const began = performance.now();
  for (;;) {
    const { post: made } = await post(world, id);
    const url = made?.attachments[0]?.url;
    if (url) {
      require((await doctor.file(url)).status === 200, 'it is not served');
      return Math.round((performance.now() - began) / 1000);
    }
    require(performance.now() - began < patienceMs, 'it was not taken up again');
    await pause(1000);
  }
}

async function viruses(world: World): Promise<string> {
  const clamd = await openClamd();
  try {
    await world.stack.restart('timeline', { CLAMD_URL: clamd.url });
    await keptApart(world);
    await clamd.stop();
    const seconds = await waits(world, () => clamd.start());
    return `taken up ${seconds} s after the scanner was back`;
  } finally {
    await clamd.stop().catch(() => undefined);
    await world.stack.restart('timeline', { CLAMD_URL: '' });
  }
}

export const virusCases: Case[] = [
  {
    id: 'V36',
    text: 'EICAR in a picture → kept apart, its sender told; scanner stopped → waits unseen, taken up when it is back',
    run: viruses,
  },
];
