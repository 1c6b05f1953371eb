/** Which parts a form needs (form 2-1: district, contents, pledge; form 2-2: the change alone). Pure. */
import { formProblem, type FormProblem } from './form-problem.errors.ts';
import type { IdForm } from './id-application.entity.ts';
import type { PledgeFields, SubmitFields } from './id-application.submit.service.ts';

export interface Sent {
  idempotencyKey: string;
  form: IdForm;
  districtId?: string | null;
  issue?: SubmitFields['issue'] | null;
  pledge?: PledgeFields | null;
}

/** @returns form 2-1 with all its parts, or which are missing */
export function readParts({ idempotencyKey, form, districtId, issue, pledge }: Sent): {
  fields: SubmitFields | null;
  problems: FormProblem[];
} {
  const missing = (name: string): FormProblem => formProblem('BLANK', ['input', name]);
  if (form === 'FORM_2_2') return { fields: null, problems: [missing('change')] };
  if (districtId && issue && pledge) return { fields: { idempotencyKey, form, districtId, issue, pledge }, problems: [] };
  return {
    fields: null,
    problems: [
      ...(districtId ? [] : [missing('districtId')]),
      ...(issue ? [] : [missing('issue')]),
      ...(pledge ? [] : [missing('pledge')]),
    ],
  };
}
