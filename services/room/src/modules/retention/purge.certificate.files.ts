/** The certificate of erasure by the gateway's door for files. */
import type { FileRoute } from '@heya/service-common/file-server';
import type { RoomContext } from '../platform/index.ts';
import { printCertificate } from './purge.certificate.service.ts';

export const certificateFiles: readonly FileRoute<RoomContext>[] = [
  {
    method: 'GET',
    path: '/erasures/:roomId/certificate',
    async answer(context, { parameters: { roomId = '' } }) {
      const bytes = await printCertificate(context, roomId);
      if (!bytes) return { status: 404 };
      const headers = { 'content-disposition': `inline; filename="erasure-${roomId}.pdf"` };
      return { status: 200, body: { type: 'application/pdf', bytes }, headers };
    },
  },
];
