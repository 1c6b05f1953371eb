/** The letter that is handed over: the code goes back to where it came from, and nothing of it is kept. */
import { audit } from '@heya/service-common/audit';
import { isId } from '@heya/service-common/id';
import type { RoomContext } from '../platform/index.ts';
import { about, recordRefusal } from './family-invitation.access.ts';
import { hashOfCode } from './family-invitation.code.ts';
import { isCodeOf, selectById } from './family-invitation.repository.ts';
import type { FamilyLetterType } from './family-invitation.type.ts';

/** @returns null unless the code is that of an open invitation whose room the viewer looks after */
export async function printLetter(context: RoomContext, id: string, code: string): Promise<FamilyLetterType | null> {
  if (!isId(id)) return null;
  const row = await context.write(async (tx) => {
    const found = await selectById(tx, id);
    if (!found?.manages || !found.is_open || !(await isCodeOf(tx, id, hashOfCode(code)))) {
      await recordRefusal(tx, context, id);
      return null;
    }
    await audit(tx, context, { ...about(found), authority: 'MEMBERSHIP', action: 'PRINT' });
    return found;
  });
  if (!row) return null;
  const { district_id: districtId, name, room_number: roomNumber, invited_by_name: invitedByName, expires_at: expiresAt } = row;
  const letter = { districtId, name, roomNumber, invitedByName, code, expiresAt: new Date(expiresAt).toISOString() };
  return { fileName: 'invitation.pdf', base64: await context.identity.printLetter(letter, context) };
}
