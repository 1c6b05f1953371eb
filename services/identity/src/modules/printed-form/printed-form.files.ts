/** The form of an application by the gateway's door for files: to print, and page by page to look at beside its fields. */
import type { FileRoute } from '@heya/service-common/file-server';
import type { IdentityContext } from '../../context.ts';
import { printApplication, showPage } from './printed-form.service.ts';

export const printedFormFiles: readonly FileRoute<IdentityContext>[] = [
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
  {
    method: 'GET',
    path: '/applications/:id/form/:page',
    async answer(context, { parameters: { id = '', page = '' } }) {
      const shown = /^[1-9]\d?$/.test(page) ? await showPage(context, id, Number(page)) : null;
      if (!shown) return { status: 404 };
      return { status: 200, body: { type: 'image/webp', bytes: shown.picture }, headers: { 'heya-pages': String(shown.pages) } };
    },
  },
];
