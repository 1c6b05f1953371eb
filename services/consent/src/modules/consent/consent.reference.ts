import type { ConsentContext } from '../platform/index.ts';
import { consentLoaders } from './consent.access.ts';
import { toConsent } from './consent.mapper.ts';
import type { ConsentType } from './consent.type.ts';

export async function resolveConsent({ id }: { id: string }, context: ConsentContext): Promise<ConsentType | null> {
  const row = await consentLoaders(context).byId.load(id);
  return row && toConsent(row, context);
}
