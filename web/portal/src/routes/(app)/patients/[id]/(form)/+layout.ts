import { error } from '@sveltejs/kit';
import { PatientFormPartsDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import { classesOf, partsOf } from '#lib/apply/form-parts.ts';
import type { LayoutLoad } from './$types';

/** What form 4-1 says of the patient's profile, as far as it is asked for. */
export const load: LayoutLoad = async ({ fetch, params, parent, depends, url, untrack }) => {
  depends('heya:profile');
  const { patient } = await parent();
  const parts = partsOf(patient);
  const classes = classesOf(parts);
  if (parts.length === 0) return { parts, classes, profile: null };
  const { patient: profile } = await ask({ fetch, url: untrack(() => new URL(url)) }, PatientFormPartsDocument, {
    id: params.id,
    ...classes,
  });
  if (!profile) error(404);
  return { parts, classes, profile };
};
