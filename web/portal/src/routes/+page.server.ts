import { redirect } from '@sveltejs/kit';
import { safeReturn } from '#lib/return-to.ts';
import type { PageServerLoad } from './$types';

const problems = ['ended', 'elsewhere', 'again', 'unavailable', 'idle'] as const;

export const load: PageServerLoad = ({ locals, url }) => {
  const returnTo = safeReturn(url.searchParams.get('returnTo'));
  if (locals.locked) redirect(303, `/locked?returnTo=${encodeURIComponent(returnTo)}`);
  if (locals.unproved && !url.searchParams.has('problem')) redirect(303, `/device?returnTo=${encodeURIComponent(returnTo)}`);
  if (locals.session && !url.searchParams.has('problem')) redirect(303, '/home');
  // The sign-in server hands back as `state` why somebody was signed out.
  const asked = url.searchParams.get('problem') ?? url.searchParams.get('state');
  return { problem: problems.find((known) => known === asked) ?? null, returnTo };
};
