/** References to people: nothing is looked up here, their fields ask for themselves. */
import type { RequestContext } from '@heya/service-common/request';

interface Reference {
  id: string;
}

export const resolveUser = ({ id }: Reference): Reference => ({ id });

/** Nobody is the viewer but the viewer. */
export function resolveViewer({ id }: Reference, { viewer }: RequestContext): Reference | null {
  return viewer.type === 'person' && viewer.userId === id ? { id } : null;
}
