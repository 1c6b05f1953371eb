import { enrolment } from '#lib/server/oidc.ts';
import type { PageServerLoad } from './$types';

/** Where whoever is new goes on: the page of the first sign-in. */
export const load: PageServerLoad = () => ({ enrolment });
