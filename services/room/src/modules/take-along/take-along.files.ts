/** The package by the gateway's door for files: once. */
import type { FileRoute } from '@heya/service-common/file-server';
import type { RoomContext } from '../platform/index.ts';
import { fetchExport } from './take-along.service.ts';

export const takeAlongFiles: readonly FileRoute<RoomContext>[] = [
  {
    method: 'GET',
    path: '/exports/:id/:secret',
    async answer(context, { parameters: { id = '', secret = '' } }) {
      const fetched = await fetchExport(context, id, secret);
      if (!fetched) return { status: 404 };
      return {
        status: 200,
        body: { type: 'application/zip', bytes: fetched.zip },
        headers: { 'content-disposition': `attachment; filename="${fetched.name}.zip"` },
      };
    },
  },
];
