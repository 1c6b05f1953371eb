/** The center's own sentences for returning and rejecting; the model ones are offered until there is one of its own for that decision. */
import { audit } from '@heya/service-common/audit';
import { codedError } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import { isOfficer, type PersonViewer } from '@heya/service-common/viewer';
import type { IdentityContext } from '../../context.ts';
import { recordRefusal } from '../../refusal.ts';
import { type IdentityProblem, readReason } from '../problem/index.ts';
import type { ReasonTemplate, TemplateDecision } from './reason-template.entity.ts';
import { modelTemplates, type OfferedTemplate } from './reason-template.policy.ts';
import { findTemplate, insertTemplate, listTemplates, removeTemplate } from './reason-template.repository.ts';

export interface TemplateFields {
  idempotencyKey: string;
  decision: TemplateDecision;
  label: string;
  text: string;
}

export interface TemplateOutcome {
  template: OfferedTemplate | null;
  problems: IdentityProblem[];
}

const longestLabel = 40;

/** @throws FORBIDDEN */
async function requireOfficer(context: IdentityContext): Promise<PersonViewer> {
  if (isOfficer(context.viewer)) return context.viewer;
  await context.asService((tx) => recordRefusal(tx, context, { subjectType: 'ReasonTemplate' }));
  throw codedError('FORBIDDEN');
}

export async function offeredTemplates(context: IdentityContext): Promise<OfferedTemplate[]> {
  const { districtId } = await requireOfficer(context);
  const own = await context.read((tx) => listTemplates(tx, districtId));
  return [...own, ...modelTemplates(context.locale).filter(({ decision }) => !own.some((template) => template.decision === decision))];
}

export async function createTemplate(context: IdentityContext, input: TemplateFields): Promise<TemplateOutcome> {
  const { districtId, userId } = await requireOfficer(context);
  const label = readReason(input.label, ['input', 'label']);
  const text = readReason(input.text, ['input', 'text']);
  if (!isId(input.idempotencyKey)) return { template: null, problems: [{ code: 'INVALID', field: ['input', 'idempotencyKey'] }] };
  if ('problem' in label || 'problem' in text)
    return { template: null, problems: [label, text].flatMap((read) => ('problem' in read ? [read.problem] : [])) };
  if ([...label.text].length > longestLabel)
    return { template: null, problems: [{ code: 'TOO_LONG', field: ['input', 'label'], values: { max: longestLabel } }] };
  const row: ReasonTemplate = {
    id: input.idempotencyKey.toLowerCase(),
    districtId,
    decision: input.decision,
    label: label.text,
    text: text.text,
    createdBy: userId,
    createdAt: context.now(),
    removedAt: null,
    removedBy: null,
  };
  return context.asService(async (tx) => {
    const known = await findTemplate(tx, row.id);
    if (known) {
      const isSame = known.districtId === districtId && known.label === row.label && known.text === row.text;
      return isSame
        ? { template: known, problems: [] }
        : { template: null, problems: [{ code: 'INVALID', field: ['input', 'idempotencyKey'] }] };
    }
    await insertTemplate(tx, row);
    await record(tx, context, 'CREATE', row.id);
    return { template: row, problems: [] };
  });
}

export async function dropTemplate(context: IdentityContext, id: string): Promise<TemplateOutcome> {
  const { districtId, userId } = await requireOfficer(context);
  return context.asService(async (tx) => {
    const removed = isId(id) && (await removeTemplate(tx, { id, districtId }, { removedAt: context.now(), removedBy: userId }));
    if (!removed) return { template: null, problems: [{ code: 'NOT_FOUND', field: ['id'] }] };
    await record(tx, context, 'RETRACT', id);
    return { template: await findTemplate(tx, id), problems: [] };
  });
}

const record = (
  tx: Parameters<typeof audit>[0],
  context: IdentityContext,
  action: 'CREATE' | 'RETRACT',
  subjectId: string,
): Promise<void> => audit(tx, context, { authority: 'REVIEW', action, categories: [], subjectType: 'ReasonTemplate', subjectId });
