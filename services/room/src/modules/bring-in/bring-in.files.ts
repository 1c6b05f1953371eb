/** A package by the gateway's door for files: looked through at once, kept sealed until it is decided what comes in. */
import type { FileRoute } from '@heya/service-common/file-server';
import { type RoomContext, userErrors } from '../platform/index.ts';
import { faultSentences } from './bring-in.policy.ts';
import { bringPackage, faultSentence } from './bring-in.bring.service.ts';

type Refused = Extract<Awaited<ReturnType<typeof bringPackage>>, { refused: unknown }>['refused'];
const isFault = (refused: Refused): refused is keyof typeof faultSentences => Object.hasOwn(faultSentences, refused);

export const bringInFiles: readonly FileRoute<RoomContext>[] = [
  {
    method: 'PUT',
    path: '/rooms/:roomId/imports/:id',
    async answer(context, { parameters: { roomId = '', id = '' }, bytes }) {
      const outcome = await bringPackage(context, { id, roomId, zip: bytes });
      if (!('refused' in outcome)) return { status: 200, body: outcome };
      const { refused } = outcome;
      if (refused === 'NOT_FOUND') return { status: 404 };
      const message = isFault(refused)
        ? faultSentence(refused, context.locale)
        : userErrors([{ code: refused }], context.locale)[0]?.message;
      return { status: 422, body: { code: refused, message } };
    },
  },
];
