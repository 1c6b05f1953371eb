/** The only way to what was scanned: for officers, within their district; absent and forbidden are one answer (R13, R32). */
import { audit } from '@heya/service-common/audit';
import { codedError } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import { isPerson, type PersonViewer } from '@heya/service-common/viewer';
import type { IdentityContext } from '../../context.ts';
import { recordRefusal } from '../../refusal.ts';
import type { ScanPage } from './scan.entity.ts';
import { can } from './scan.policy.ts';
import { findPicture } from './scan.repository.ts';

/** @throws FORBIDDEN for who is no officer at all, UNAUTHENTICATED for nobody; written down before it is said */
export async function requireOfficer(context: IdentityContext): Promise<PersonViewer> {
  const { viewer } = context;
  if (isPerson(viewer) && can(viewer, null).allowed) return viewer;
  await context.asService((tx) => recordRefusal(tx, context, { subjectType: 'Scan' }));
  throw codedError(isPerson(viewer) ? 'FORBIDDEN' : 'UNAUTHENTICATED');
}

/** @returns the picture (WebP), once the look is in the record; null when there is none that the viewer may see */
export function lookAtPage(context: IdentityContext, id: string): Promise<Uint8Array | null> {
  return context.asService(async (tx) => {
    const page = isId(id) ? await findPicture(tx, id) : null;
    const decision = page && can(context.viewer, page);
    if (!page?.sealed || !decision?.allowed) {
      await recordRefusal(tx, context, { subjectType: 'ScanPage' });
      return null;
    }
    const { authority } = decision;
    await audit(tx, context, { authority, action: 'VIEW', categories: [], subjectType: 'ScanPage', subjectId: page.id });
    return context.dataKeys.open(tx, page, placeOf(page), Buffer.from(page.sealed));
  });
}

/** Each page has a data key of its own: one can be destroyed without the others (threat 29). */
export const placeOf = ({ id }: Pick<ScanPage, 'id'>) => ({ rowId: id, column: 'scan_page.sealed' });
