import { OIDC_ISSUER } from '$app/env/private';
import type { PageServerLoad } from './$types';

/** Passkeys, the authenticator and the password are kept where people sign in. */
export const load: PageServerLoad = () => ({ securityUrl: new URL('/account/security', OIDC_ISSUER).href });
