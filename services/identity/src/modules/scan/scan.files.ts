/** Scans by the gateway's door for files: bringing one, and looking at a page. */
import type { FileAnswer, FileRoute } from '@heya/service-common/file-server';
import type { IdentityContext } from '../../context.ts';
import { lookAtPage } from './scan.access.ts';
import { takeIn, type UploadOutcome } from './scan.upload.service.ts';
import { refusalWords } from './scan.words.ts';

export const scanFiles: readonly FileRoute<IdentityContext>[] = [
  {
    method: 'PUT',
    path: '/scans/:id',
    answer: async (context, { parameters: { id = '' }, bytes }) => told(await takeIn(context, { id, bytes }), context),
  },
  {
    method: 'GET',
    path: '/scan-pages/:id',
    async answer(context, { parameters: { id = '' } }) {
      const picture = await lookAtPage(context, id);
      return picture ? { status: 200, body: { type: 'image/webp', bytes: picture } } : { status: 404 };
    },
  },
];

function told(outcome: UploadOutcome, { locale }: IdentityContext): FileAnswer {
  if ('refusal' in outcome) {
    const { refusal } = outcome;
    return { status: refusal === 'BUSY' ? 503 : 422, body: { code: refusal, message: refusalWords(refusal, locale) } };
  }
  const { scan, pages, replayed } = outcome;
  const lies = pages.map(({ id, number, receiptNumbers, taskId = null, discardedAt = null }) => ({
    ...{ id, number, receiptNumbers, taskId },
    isDiscarded: discardedAt !== null,
  }));
  return { status: 200, body: { id: scan.id, replayed, pages: lies } };
}
