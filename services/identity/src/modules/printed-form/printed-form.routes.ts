/** `/oidc/account/forms/<id>`: the PDF of one application, by the browser's sign-in. Absent and forbidden are one answer. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { accountPath, type AccountParts, guard } from '../account/index.ts';
import { type PrintedForm, printApplication } from './printed-form.service.ts';

export function printedFormRoutes(app: FastifyInstance, parts: AccountParts): void {
  const print = guard(
    parts,
    async ({ context }, { request, reply }) => {
      const printed = await printApplication(context, (request.params as { id: string }).id);
      return printed ? sendPdf(reply, printed, parts.portalUrl) : reply.code(404).header('cache-control', 'no-store').send();
    },
    { needsProof: false },
  );
  app.get(`${accountPath}/forms/:id`, print);
}

/** The portal shows it beside the fields; nobody else frames it, and no cache keeps it. */
const sendPdf = (reply: FastifyReply, { receiptNumber, pdf }: PrintedForm, portalUrl: string): FastifyReply =>
  reply
    .headers({
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${receiptNumber}.pdf"`,
      'content-security-policy': `frame-ancestors ${new URL(portalUrl).origin}`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
    .send(Buffer.from(pdf));
