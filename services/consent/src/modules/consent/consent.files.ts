/** Paper and copies of consents by the gateway's door for files. */
import type { FileRoute } from '@heya/service-common/file-server';
import type { ConsentContext } from '../platform/index.ts';
import { printBlank, printConsent } from './consent.form.service.ts';
import { bringPaper, lookAtPaper } from './consent.paper.service.ts';

export const consentFiles: readonly FileRoute<ConsentContext>[] = [
  {
    method: 'PUT',
    path: '/patients/:patientId/papers/:id',
    async answer(context, { parameters: { patientId = '', id = '' }, bytes }) {
      const brought = await bringPaper(context, { id, patientId, bytes });
      if (!('refusal' in brought)) return { status: 200, body: brought };
      const { refusal } = brought;
      if (refusal === 'NOT_FOUND') return { status: 404 };
      return { status: refusal === 'BUSY' ? 503 : 422, body: { code: refusal } };
    },
  },
  {
    method: 'GET',
    path: '/papers/:id/:page',
    async answer(context, { parameters: { id = '', page = '' } }) {
      const picture = /^[1-9]\d?$/.test(page) ? await lookAtPaper(context, id, Number(page)) : null;
      return picture ? { status: 200, body: { type: 'image/webp', bytes: picture } } : { status: 404 };
    },
  },
  {
    method: 'GET',
    path: '/consents/:id/form',
    async answer(context, { parameters: { id = '' } }) {
      const printed = await printConsent(context, id);
      return printed ? pdf(printed.receiptNumber, printed.pdf) : { status: 404 };
    },
  },
  {
    method: 'GET',
    path: '/blank-form',
    async answer(context) {
      const bytes = await printBlank(context);
      return bytes ? pdf('form-3-1', bytes) : { status: 404 };
    },
  },
];

const pdf = (name: string, bytes: Uint8Array) => ({
  status: 200,
  body: { type: 'application/pdf', bytes },
  headers: { 'content-disposition': `inline; filename="${name}.pdf"` },
});
