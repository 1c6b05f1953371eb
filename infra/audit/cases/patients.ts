/** Wrong basics of a patient (R20, R21). */
import { uuidv7 } from '../../local/api/uuid.mjs';
import { type Case, requireTopLevel, requireUserError, type Variables } from '../case.ts';
import { patientRegister } from '../operations.ts';

const basics = (change: Variables): Variables => ({
  input: {
    idempotencyKey: uuidv7(),
    name: '監査 花子',
    nameKana: 'カンサ ハナコ',
    sex: 'FEMALE',
    birthDate: '1940-01-02',
    postalCode: '8400001',
    address: '若葉市本町一丁目',
    phone: '+81952000000',
    ...change,
  },
});
const tomorrow = (): string => new Date(Date.now() + 48 * 3_600_000).toISOString().slice(0, 10);

function mended(
  id: string,
  text: string,
  change: Variables,
  { role = 'doctor', ...expected }: { codes: string[]; field?: string; role?: string },
): Case {
  return { id, text, run: (world) => requireUserError(world, { role, query: patientRegister, variables: basics(change) }, expected) };
}

function refused(id: string, text: string, change: Variables): Case {
  return {
    id,
    text,
    run: (world) => requireTopLevel(world, { role: 'doctor', query: patientRegister, variables: basics(change) }, ['BAD_USER_INPUT']),
  };
}

const myNumberInAddress: Case = {
  id: 'patient-my-number',
  text: 'a My Number in the address, full width with hyphens → refused, kept nowhere',
  async run(world) {
    const written = '１２３４－５６７８－９０１８';
    const variables = basics({ address: `若葉市本町 ${written}` });
    await requireUserError(
      world,
      { role: 'doctor', query: patientRegister, variables },
      { codes: ['MY_NUMBER_NOT_ALLOWED'], field: 'input.address' },
    );
    await world.requireNowhere(written);
  },
};

export const patientCases: Case[] = [
  mended('patient-no-name', 'an empty name → BLANK', { name: '' }, { codes: ['BLANK'], field: 'input.name' }),
  mended(
    'patient-long-name',
    'a name of 300 characters → TOO_LONG',
    { name: '長'.repeat(300) },
    { codes: ['TOO_LONG'], field: 'input.name' },
  ),
  mended('patient-kana', 'kanji where kana belong → INVALID', { nameKana: '監査花子' }, { codes: ['INVALID'], field: 'input.nameKana' }),
  mended(
    'patient-born-tomorrow',
    'born in the future → INVALID',
    { birthDate: tomorrow() },
    { codes: ['INVALID'], field: 'input.birthDate' },
  ),
  mended('patient-born-1800', 'born in 1800 → INVALID', { birthDate: '1800-01-01' }, { codes: ['INVALID'], field: 'input.birthDate' }),
  mended(
    'patient-postal-code',
    'a postal code of letters → INVALID',
    { postalCode: 'ABC-DEFG' },
    { codes: ['INVALID'], field: 'input.postalCode' },
  ),
  myNumberInAddress,
  mended('patient-by-family', 'registered by a family member → FORBIDDEN', {}, { codes: ['FORBIDDEN'], role: 'family' }),
  refused('patient-bad-date', 'a day that no calendar has → BAD_USER_INPUT', { birthDate: '2025-02-30' }),
  refused('patient-bad-phone', 'letters as a phone number → BAD_USER_INPUT', { phone: 'telephone' }),
  refused('patient-no-address', 'a required field left out → BAD_USER_INPUT', { address: undefined }),
];
