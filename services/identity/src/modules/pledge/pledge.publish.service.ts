/** A district replaces a wording (R1): published once, never changed, and asked for from its day on. */
import { createHash } from 'node:crypto';
import { audit } from '@heya/service-common/audit';
import type { IdentityContext } from '../../context.ts';
import type { IdentityProblem } from '../problem/index.ts';
import { requirePerson } from '../session/index.ts';
import { isUuid, tokyoDay } from '../user/index.ts';
import { forbid } from './pledge.access.ts';
import type { PledgeTextPublishInput } from './pledge.inputs.ts';
import { can } from './pledge.policy.ts';
import { findText, insertText, listTexts } from './pledge.repository.ts';
import type { PledgeClause, PledgeForm, PledgeText } from './pledge-text.entity.ts';
import { problemsOfText, tidyClauses } from './pledge-text.policy.ts';

export interface PublishResult {
  pledgeText: PledgeText | null;
  replayed?: boolean;
  problems: IdentityProblem[];
}

/** SHA-256 of what is read: form, version and each promise in both languages. */
export const hashOfText = (form: PledgeForm, version: string, clauses: readonly PledgeClause[]): string =>
  createHash('sha256')
    .update(JSON.stringify([form, version, clauses.map(({ id, ja, en }) => [id, ja, en])]))
    .digest('hex');

export async function publishText(context: IdentityContext, input: PledgeTextPublishInput): Promise<PublishResult> {
  const { userId, districtId } = requirePerson(context);
  const decision = can(context.viewer, 'PUBLISH');
  if (!decision.allowed) return forbid(context, 'PledgeText');
  const now = context.now();
  const problems = problemsOfText(input, tokyoDay(now));
  if (!isUuid(input.idempotencyKey)) problems.push({ code: 'INVALID', field: ['input', 'idempotencyKey'] });
  if (problems.length > 0) return { pledgeText: null, problems };
  const text = textOf(input, { districtId, publishedBy: userId, publishedAt: now });
  return context.write(async (tx) => {
    const known = await findText(tx, text.id);
    if (known) return replay(known, text);
    const taken = (await listTexts(tx, districtId, text.form)).some(({ version }) => version === text.version);
    if (taken || !(await insertText(tx, text)))
      return { pledgeText: null, problems: [{ code: 'ALREADY_EXISTS', field: ['input', 'version'] }] };
    await audit(tx, context, {
      authority: decision.authority,
      action: 'CREATE',
      categories: [],
      subjectType: 'PledgeText',
      subjectId: text.id,
    });
    return { pledgeText: text, problems: [] };
  });
}

function textOf(input: PledgeTextPublishInput, by: Pick<PledgeText, 'districtId' | 'publishedBy' | 'publishedAt'>): PledgeText {
  const { idempotencyKey: id, validFrom, blocksFrom = null } = input;
  const form = input.form as PledgeForm;
  const version = input.version.normalize('NFKC').trim();
  const clauses = tidyClauses(input.clauses);
  return { id: id.toLowerCase(), ...by, form, version, clauses, sha256: hashOfText(form, version, clauses), validFrom, blocksFrom };
}

function replay(known: PledgeText, text: PledgeText): PublishResult {
  const isSame =
    known.districtId === text.districtId &&
    known.sha256 === text.sha256 &&
    known.validFrom === text.validFrom &&
    (known.blocksFrom ?? null) === (text.blocksFrom ?? null);
  return isSame
    ? { pledgeText: known, replayed: true, problems: [] }
    : { pledgeText: null, problems: [{ code: 'INVALID', field: ['input', 'idempotencyKey'] }] };
}
