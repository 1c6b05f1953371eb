import { redirect } from '@sveltejs/kit';
import { enrolment, issuerOrigin } from '#lib/server/oidc.ts';
import type { RequestHandler } from './$types';

/** The address on the letter with the enrolment code: one that people know; the pages are those of the sign-in. */
export const GET: RequestHandler = () => redirect(303, enrolment, { external: [issuerOrigin] });
