/** Wrong consents 3-1 (R8–R10). */
import { uuidv7 } from '../../local/api/uuid.mjs';
import { drawSignature } from '../../local/demo/signature.mjs';
import { type Case, requireUserError, type Variables } from '../case.ts';
import { ago, answers, consentForm } from '../forms.ts';
import { consentSubmit, consentWithdraw } from '../operations.ts';

function mended(
  id: string,
  text: string,
  change: Variables,
  { role = 'doctor', ...expected }: { codes: string[]; field?: string; role?: string },
): Case {
  return {
    id,
    text,
    run: async (world) =>
      requireUserError(
        world,
        { role, query: consentSubmit, variables: { input: await consentForm(world, world.third.patientId, change) } },
        expected,
      ),
  };
}

const png = (bytes: Buffer): Variables => ({ signature: { contentType: 'image/png', base64: bytes.toString('base64') } });
const withdrawByOutsider: Case = {
  id: 'consent-withdraw-foreign',
  text: 'withdrawn by somebody who has nothing to do with it → NOT_FOUND',
  run: (world) => {
    const variables = {
      id: world.second.consentId,
      input: { idempotencyKey: uuidv7(), withdrawnBy: 'PATIENT', withdrawnByName: '監査 太郎', reason: '監査', expectedVersion: 1 },
    };
    return requireUserError(world, { role: 'outsider', query: consentWithdraw, variables }, { codes: ['NOT_FOUND'] });
  },
};

export const consentCases: Case[] = [
  mended('consent-no-giver', "without the giver's name → BLANK", { giverName: '' }, { codes: ['BLANK'], field: 'input.giverName' }),
  mended('consent-no-picture', 'an empty signature → refused', png(Buffer.alloc(0)), {
    codes: ['BLANK', 'INVALID'],
    field: 'input.signature',
  }),
  mended('consent-not-a-picture', 'a text that calls itself PNG → INVALID', png(Buffer.from('<script>alert(1)</script>')), {
    codes: ['INVALID'],
    field: 'input.signature',
  }),
  mended('consent-large-picture', 'a signature of 45 KB → refused', png(Buffer.concat([drawSignature(), Buffer.alloc(45_000, 1)])), {
    codes: ['TOO_LONG', 'INVALID'],
    field: 'input.signature',
  }),
  mended(
    'consent-signed-tomorrow',
    'signed in the future → INVALID',
    { signedAt: ago(-1440) },
    { codes: ['INVALID'], field: 'input.signedAt' },
  ),
  mended(
    'consent-mandatory',
    'without a mandatory category → CATEGORY_MANDATORY',
    { categories: answers(['DEMOGRAPHICS']) },
    { codes: ['CATEGORY_MANDATORY'], field: 'input.categories' },
  ),
  mended(
    'consent-unanswered',
    'with a class left unanswered → INVALID',
    { categories: answers().slice(0, -1) },
    { codes: ['INVALID'], field: 'input.categories' },
  ),
  mended(
    'consent-proxy-silent',
    'signed by a proxy without a reason → PROXY_REASON_REQUIRED',
    { giver: 'FAMILY_PROXY', proxyRelation: '長女' },
    { codes: ['PROXY_REASON_REQUIRED'], field: 'input.proxyReason' },
  ),
  mended(
    'consent-text',
    'a wording that never was → INVALID',
    { textVersion: '1999-01' },
    { codes: ['INVALID', 'NOT_FOUND'], field: 'input.textVersion' },
  ),
  mended('consent-foreign-patient', 'for a patient somebody else registered → NOT_FOUND', {}, { codes: ['NOT_FOUND'], role: 'outsider' }),
  mended('consent-unknown-patient', 'for a patient that does not exist → NOT_FOUND', { patientId: uuidv7() }, { codes: ['NOT_FOUND'] }),
  withdrawByOutsider,
];
