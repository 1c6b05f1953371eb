/** Nobody is the viewer but the viewer. */
import type { IdentityContext } from '../../context.ts';

export const resolveViewer = ({ id }: { id: string }, { viewer }: IdentityContext): { id: string } | null =>
  viewer.type === 'person' && viewer.userId === id ? { id } : null;
