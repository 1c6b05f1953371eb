/** The monthly proof by the gateway's door for files. */
import type { FileRoute } from '@heya/service-common/file-server';
import type { RoomContext } from '../platform/index.ts';
import type { Neighbours } from '../take-along/index.ts';
import { printProof } from './fee-proof.service.ts';

export const feeProofFiles = (neighbours: Neighbours): readonly FileRoute<RoomContext>[] => [
  {
    method: 'GET',
    path: '/rooms/:roomId/fee-proof/:month',
    async answer(context, { parameters: { roomId = '', month = '' } }) {
      const bytes = await printProof(context, neighbours, { roomId, month });
      if (!bytes) return { status: 404 };
      const headers = { 'content-disposition': `inline; filename="fee-proof-${month}.pdf"` };
      return { status: 200, body: { type: 'application/pdf', bytes }, headers };
    },
  },
];
