/** A filed form by the gateway's door for files, to be printed. */
import type { FileRoute } from '@heya/service-common/file-server';
import type { RoomContext } from '../platform/index.ts';
import { printApplication } from './application.print.service.ts';

export const applicationFiles: readonly FileRoute<RoomContext>[] = [
  {
    method: 'GET',
    path: '/applications/:id/form',
    async answer(context, { parameters: { id = '' } }) {
      const printed = await printApplication(context, id);
      if (!printed) return { status: 404 };
      const headers = { 'content-disposition': `inline; filename="${printed.receiptNumber}.pdf"` };
      return { status: 200, body: { type: 'application/pdf', bytes: printed.pdf }, headers };
    },
  },
];
