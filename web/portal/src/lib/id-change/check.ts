/** What must be there before a step is left; everything else is the server's to judge. Paths are those below `input.change`. */
import type { ProblemFragment } from '@heya/client/generated/graphql';
import { codeFault, type Faults } from '#lib/id-application/check.ts';
import { m } from '#paraglide/messages.js';
import type { ChangeEntry, Step } from './form.ts';

const blank = (label: string): string => m.field_blank({ label });

export function stepFaults(step: Step, entry: ChangeEntry): Faults {
  switch (step) {
    case 'kind':
      return entry.kind ? {} : { kind: m.field_unchosen({ label: m.change_kind() }) };
    case 'person':
      return entry.userId ? {} : { userId: m.field_unchosen({ label: m.change_person() }) };
    case 'what':
      return contentFaults(entry);
    case 'when':
      return {
        ...(entry.day ? {} : { effectiveAt: blank(m.change_day()) }),
        ...(entry.day && !entry.time ? { effectiveAt: blank(m.change_time()) } : {}),
      };
    case 'check':
      return {};
  }
}

function contentFaults(entry: ChangeEntry): Faults {
  const isBlank = (text: string): boolean => !text.trim();
  if (entry.kind === 'NAME')
    return {
      ...(isBlank(entry.after) && { after: blank(m.change_name()) }),
      ...(isBlank(entry.afterKana) && { afterKana: blank(m.change_kana()) }),
    };
  if (entry.kind === 'CONTACT') return isBlank(entry.after) && isBlank(entry.title) ? { after: m.change_contact_blank() } : {};
  if (entry.kind !== 'TRANSFER' || entry.toFacilityId) return {};
  const fault = codeFault(entry.toInstitutionCode, { whole: true });
  return isBlank(entry.toInstitutionCode) ? { toInstitutionCode: m.change_target_blank() } : fault ? { toInstitutionCode: fault } : {};
}

/** @returns `after`, `successors.0`…; what is about the whole is '' */
export const changePath = (field: readonly string[] | null | undefined): string =>
  (field ?? []).filter((part) => part !== 'input' && part !== 'change').join('.');

export const toChangeFaults = (errors: readonly ProblemFragment[]): Faults =>
  Object.fromEntries([...errors].reverse().map(({ field, message }) => [changePath(field), message]));

const places: Record<string, Step> = {
  kind: 'kind',
  userId: 'person',
  after: 'what',
  afterKana: 'what',
  title: 'what',
  toFacilityId: 'what',
  toInstitutionCode: 'what',
  successors: 'what',
  effectiveAt: 'when',
  reason: 'check',
};

/** Where what is wrong is mended. */
export const stepOf = (path: string): Step | undefined => places[path.split('.')[0] ?? ''];
