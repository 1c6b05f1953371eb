/** Photos by the gateway's door for files. */
import type { FileRoute } from '@heya/service-common/file-server';
import { photoVariants } from '@heya/forms/photo';
import type { TimelineRequest } from '../access/index.ts';
import { inWords } from '../post/index.ts';
import type { DocumentKind } from '../attachment/index.ts';
import type { SealedPictures, ShownVariant } from './photo.objects.ts';
import { lookAtPhoto } from './photo.service.ts';
import { bringPhoto } from './photo.bring.service.ts';

/** A document is told by its kind: what it was called where it came from is never asked (V37). */
const names: Readonly<Record<DocumentKind, string>> = { OPINION: '意見書', INSTRUCTION: '指示書', OTHER: '書類' };

function variantOf(size: string): ShownVariant | undefined {
  const page = /^page-([1-9][0-9]?)$/.exec(size)?.[1];
  return page ? `PAGE_${Number(page)}` : photoVariants.find((name) => name.toLowerCase().replace('_', '-') === size);
}

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
      const variant = variantOf(size);
      const found = variant ? await lookAtPhoto(context, pictures, { id, variant, pass }) : null;
      if (!found) return { status: 404 };
      const { bytes, document } = found;
      if (!document)
        return { status: 200, body: { type: 'image/jpeg', bytes }, headers: { 'content-disposition': 'inline; filename="photo.jpg"' } };
      const name = `attachment; filename="document.pdf"; filename*=UTF-8''${encodeURIComponent(names[document])}.pdf`;
      return { status: 200, body: { type: 'application/pdf', bytes }, headers: { 'content-disposition': name } };
    },
  },
];
