/** References whose fields each ask for themselves: nothing is looked up here. */
import type { RequestContext } from '@heya/service-common/request';

interface Reference {
  id: string;
}

export const resolveBare = ({ id }: Reference): Reference => ({ id });

/** Nobody is the viewer but the viewer. */
export function resolveViewer({ id }: Reference, { viewer }: RequestContext): Reference | null {
  return viewer.type === 'person' && viewer.userId === id ? { id } : null;
}
