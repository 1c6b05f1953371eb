/** The center's own sentences for returning, rejecting and looking into rooms; the model ones are offered until there is one of its own for that decision. */
import { audit } from '@heya/service-common/audit';
import { codedError } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
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
  const read = readTemplate(input, { officer: await requireOfficer(context), now: context.now() });
  return 'row' in read ? context.asService((tx) => keep(tx, context, read.row)) : { template: null, problems: read.problems };
}

/** The one before is taken away in the same transaction; whoever replaces what is not there any more is told. */
export async function replaceTemplate(context: IdentityContext, id: string, input: TemplateFields): Promise<TemplateOutcome> {
  const officer = await requireOfficer(context);
  const read = readTemplate(input, { officer, now: context.now() });
  if (!('row' in read)) return { template: null, problems: read.problems };
  return context.asService(async (tx) => {
    const isRepeated = (await findTemplate(tx, read.row.id)) !== null;
    return isRepeated || (await takeAway(tx, context, id, officer))
      ? keep(tx, context, read.row)
      : { template: null, problems: [{ code: 'NOT_FOUND', field: ['id'] }] };
  });
}

function readTemplate(
  input: TemplateFields,
  { officer, now }: { officer: PersonViewer; now: Date },
): { row: ReasonTemplate } | { problems: IdentityProblem[] } {
  const label = readReason(input.label, ['input', 'label']);
  const text = readReason(input.text, ['input', 'text']);
  if (!isId(input.idempotencyKey)) return { problems: [{ code: 'INVALID', field: ['input', 'idempotencyKey'] }] };
  if ('problem' in label || 'problem' in text)
    return { problems: [label, text].flatMap((read) => ('problem' in read ? [read.problem] : [])) };
  if ([...label.text].length > longestLabel)
    return { problems: [{ code: 'TOO_LONG', field: ['input', 'label'], values: { max: longestLabel } }] };
  return {
    row: {
      id: input.idempotencyKey.toLowerCase(),
      districtId: officer.districtId,
      decision: input.decision,
      label: label.text,
      text: text.text,
      createdBy: officer.userId,
      createdAt: now,
      removedAt: null,
      removedBy: null,
    },
  };
}

async function keep(tx: Em, context: IdentityContext, row: ReasonTemplate): Promise<TemplateOutcome> {
  const known = await findTemplate(tx, row.id);
  if (known) {
    const isSame = known.districtId === row.districtId && known.label === row.label && known.text === row.text;
    return isSame
      ? { template: known, problems: [] }
      : { template: null, problems: [{ code: 'INVALID', field: ['input', 'idempotencyKey'] }] };
  }
  await insertTemplate(tx, row);
  await record(tx, context, 'CREATE', row.id);
  return { template: row, problems: [] };
}

export async function dropTemplate(context: IdentityContext, id: string): Promise<TemplateOutcome> {
  const officer = await requireOfficer(context);
  return context.asService(async (tx) =>
    (await takeAway(tx, context, id, officer))
      ? { template: await findTemplate(tx, id), problems: [] }
      : { template: null, problems: [{ code: 'NOT_FOUND', field: ['id'] }] },
  );
}

async function takeAway(tx: Em, context: IdentityContext, id: string, { districtId, userId }: PersonViewer): Promise<boolean> {
  const removed = isId(id) && (await removeTemplate(tx, { id, districtId }, { removedAt: context.now(), removedBy: userId }));
  if (removed) await record(tx, context, 'RETRACT', id);
  else await recordRefusal(tx, context, { subjectType: 'ReasonTemplate' });
  return removed;
}

const record = (tx: Em, context: IdentityContext, action: 'CREATE' | 'RETRACT', subjectId: string): Promise<void> =>
  audit(tx, context, { authority: 'REVIEW', action, categories: [], subjectType: 'ReasonTemplate', subjectId });
