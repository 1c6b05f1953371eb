import { redirect } from '@sveltejs/kit';
import { safeReturn } from '#lib/return-to.ts';
import type { PageServerLoad } from './$types';

const problems = ['ended', 'elsewhere', 'again', 'unavailable'] as const;

export const load: PageServerLoad = ({ locals, url }) => {
  if (locals.session && !url.searchParams.has('problem')) redirect(303, '/home');
  const asked = url.searchParams.get('problem');
  return {
    problem: problems.find((known) => known === asked) ?? null,
    returnTo: safeReturn(url.searchParams.get('returnTo')),
  };
};
