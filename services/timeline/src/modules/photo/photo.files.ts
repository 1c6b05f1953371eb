/** Photos by the gateway's door for files. */
import type { FileRoute } from '@heya/service-common/file-server';
import { photoVariants } from '@heya/forms/photo';
import type { TimelineRequest } from '../access/index.ts';
import { inWords } from '../post/index.ts';
import type { SealedPictures } from './photo.objects.ts';
import { lookAtPhoto } from './photo.service.ts';
import { bringPhoto } from './photo.bring.service.ts';

export const photoFiles = (pictures: SealedPictures): readonly FileRoute<TimelineRequest>[] => [
  {
    method: 'PUT',
    path: '/uploads/:id/:pass',
    async answer(context, { parameters: { id = '', pass = '' }, bytes }) {
      const brought = await bringPhoto(context, pictures, { id, pass, bytes });
      if (!brought) return { status: 404 };
      if (!brought.problem) return { status: brought.isPending ? 202 : 200, body: { id } };
      const [error] = inWords(context, [brought.problem]);
      return { status: 422, body: { code: error?.code, message: error?.message } };
    },
  },
  {
    method: 'GET',
    path: '/photos/:id/:size/:pass',
    async answer(context, { parameters: { id = '', size = '', pass = '' } }) {
      const variant = photoVariants.find((name) => name.toLowerCase().replace('_', '-') === size);
      const picture = variant ? await lookAtPhoto(context, pictures, { id, variant, pass }) : null;
      if (!picture) return { status: 404 };
      return {
        status: 200,
        body: { type: 'image/jpeg', bytes: picture },
        headers: { 'content-disposition': 'inline; filename="photo.jpg"' },
      };
    },
  },
];
