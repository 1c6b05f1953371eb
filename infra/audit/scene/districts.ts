/** More people than the demo has: some whose sign-ins the cases use up, and a second district with people of its own. */
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { uuidv7 } from '../../local/api/uuid.mjs';
import { loadDistrict } from '../../local/demo/load.mjs';
import { writePrivate } from '../../local/setup/secrets.mjs';
import type { DemoAccount, Stack } from '../../local/stack.mjs';

const spareRoles = Array.from({ length: 16 }, (_, index) => `spare${index + 1}`);
/** Whatever a spreadsheet takes for the beginning of a formula (V39), as somebody's name. */
const formulas = ['=1+1', '+1', '-1', '@SUM(1)', '\t1', '\r1', '＝1+1', '＋1', '－1', '＠1'];
const formulaRole = (index: number): string => `formula${index + 1}`;
export const formulaRoles = formulas.map((_, index) => formulaRole(index));

interface Person {
  role: string;
  displayName?: string;
  kind: 'PROFESSIONAL' | 'CENTER_OFFICER';
  profession: string;
  facilityId: string;
}

interface DistrictFile {
  district: { id: string; name: string };
  facilities: object[];
  people: object[];
}

const nurseOf = (facilityId: string): Omit<Person, 'role'> => ({ kind: 'PROFESSIONAL', profession: 'NURSE', facilityId });

/** Loads both files with identity's own command. @returns accounts like those of the demo, by the roles named here */
export async function loadMorePeople(stack: Stack): Promise<DemoAccount[]> {
  const nurse = stack.demo?.accounts.find(({ role }) => role === 'nurse');
  if (!stack.demo || !nurse?.facilityId) throw new Error('The demo district is missing.');
  const { facilityId } = nurse;
  const spare = await load(stack, { district: stack.demo.district, facilities: [] }, [
    ...spareRoles.map((role): Person => ({ ...nurseOf(facilityId), role })),
    ...formulas.map((displayName, index): Person => ({ ...nurseOf(facilityId), role: formulaRole(index), displayName })),
  ]);
  return [...spare, ...(await loadForeignDistrict(stack))];
}

function loadForeignDistrict(stack: Stack): Promise<DemoAccount[]> {
  const [clinic, center] = [uuidv7(), uuidv7()];
  const facility = (id: string, kind: string, institutionCode: string) => ({
    id,
    kind,
    institutionCode,
    name: `異地区${kind}`,
    municipality: '常葉市',
  });
  const facilities = [facility(clinic, 'CLINIC', '4118200019'), facility(center, 'HOME_CARE_SUPPORT_CENTER', '4198200070')];
  const people: Person[] = [
    { role: 'foreignOfficer', kind: 'CENTER_OFFICER', profession: 'CLERK', facilityId: center },
    { role: 'foreignDoctor', kind: 'PROFESSIONAL', profession: 'PHYSICIAN', facilityId: clinic },
  ];
  return load(stack, { district: { id: uuidv7(), name: '常葉市地区' }, facilities }, people);
}

async function load(stack: Stack, base: Omit<DistrictFile, 'people'>, people: readonly Person[]): Promise<DemoAccount[]> {
  const made = people.map(makePerson);
  const file = join(stack.dir, `district-${base.district.id}-${made.length}.json`);
  writePrivate(file, { ...base, people: made.map(({ loaded }) => loaded) });
  await loadDistrict(stack, file);
  return made.map(({ account }) => account);
}

function makePerson({ role, kind, profession, facilityId, displayName = `監査 ${role}` }: Person): {
  account: DemoAccount;
  loaded: object;
} {
  const [id, password, totpSecret] = [
    uuidv7(),
    pick('abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789', 18),
    pick('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 32),
  ];
  // Somebody may have been loaded into this folder before, so names are made anew.
  const accountName = `${role.toLowerCase()}-${id.slice(-6)}`;
  return {
    account: { role, userName: accountName, password, totpSecret, userId: id, displayName, facilityId, room: null },
    loaded: { id, kind, accountName, displayName, password, totpSecret, professions: [profession], facilityId },
  };
}

const pick = (letters: string, length: number): string => Array.from({ length }, () => letters[randomInt(letters.length)]).join('');
