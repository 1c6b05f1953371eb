/** References go through the same loader as queries (threat 2). */
import type { IdentityContext } from '../../context.ts';
import { toApplication } from './id-application.mapper.ts';
import type { IdApplicationType } from './id-application.type.ts';

export async function resolveIdApplication(
  { id }: { id: string },
  { applications, viewer }: IdentityContext,
): Promise<IdApplicationType | null> {
  const found = await applications.load(id);
  return found && toApplication(found, viewer);
}
