import { error } from '@sveltejs/kit';
import { BlankFormDocument } from '@heya/client/generated/graphql';
import { request, RequestError } from '@heya/client/request';
import { ENVELOPE_KEY, GATEWAY_URL } from '$app/env/private';
import { formOf } from '#lib/format/forms.ts';
import { askAsStranger } from '#lib/server/strangers.ts';
import { getLocale } from '#paraglide/runtime.js';
import type { RequestHandler } from './$types';

const key = Buffer.from(ENVELOPE_KEY, 'hex');

/** A form to be written by hand, as a PDF of its own address: browsers show and print it as they like, without a script. */
export const GET: RequestHandler = async ({ params, url, getClientAddress }) => {
  const form = formOf(params.form);
  const districtId = url.searchParams.get('district') ?? '';
  if (!form || !districtId) error(404);
  const ask = (_: string, { body }: RequestInit) =>
    askAsStranger(GATEWAY_URL, key, { body: body as string, address: getClientAddress(), locale: getLocale() });
  const answer = await request(ask, BlankFormDocument, { districtId, form }).catch((problem: unknown) => {
    if (problem instanceof RequestError) error(problem.code === 'RATE_LIMITED' ? 429 : 503, problem.code);
    throw problem;
  });
  if (!answer.blankForm) error(404);
  const { fileName, base64 } = answer.blankForm;
  return new Response(Buffer.from(base64, 'base64'), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${fileName}"`,
      // Browsers show a PDF by a page of their own, which may load nothing under the policy of all other answers.
      'content-security-policy': "frame-ancestors 'none'",
    },
  });
};
