/** What was filed about the viewer themselves (R7: the person concerned is told). */
import { isPerson } from '@heya/service-common/viewer';
import type { IdentityContext } from '../../context.ts';
import { changesAbout } from '../id-change/index.ts';
import type { IdApplication } from './id-application.entity.ts';

export async function ownChanges(context: IdentityContext): Promise<IdApplication[]> {
  const { viewer } = context;
  if (!isPerson(viewer)) return [];
  const ids = await context.asService((tx) => changesAbout(tx, viewer.userId));
  const found = await context.applications.loadMany(ids);
  return found.filter((row): row is IdApplication => row !== null && !(row instanceof Error));
}
