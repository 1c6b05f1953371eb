/** The wording of the pledges 1-1 and 1-2 as data: per district and version. The zero district holds the model wording. */
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** 1-1 is the facility's, 1-2 each person's. */
export type PledgeForm = 'FORM_1_1' | 'FORM_1_2';
export const isPledgeForm = (form: string): form is PledgeForm => form === 'FORM_1_1' || form === 'FORM_1_2';

/** One promise, accepted for itself. */
export interface PledgeClause {
  /** Short and lasting, e.g. `own-id`: the same promise keeps it from version to version. */
  id: string;
  ja: string;
  en: string;
}

export const PledgeText = defineEntity({
  name: 'PledgeText',
  properties: {
    id: p.uuid().primary(),
    districtId: p.uuid(),
    form: p.string().$type<PledgeForm>(),
    version: p.string().length(40),
    clauses: p.json().$type<PledgeClause[]>(),
    /** SHA-256 of form, version and clauses, hexadecimal. */
    sha256: p.string().length(64),
    /** First day, in Japan, on which it is asked for. */
    validFrom: p.date(),
    /** From this day, in Japan, nobody goes on who accepted an earlier one only; null: never. */
    blocksFrom: p.date().nullable(),
    publishedAt: p.datetime(),
    /** Null: came with Heya. */
    publishedBy: p.uuid().nullable(),
  },
  uniques: [{ name: 'pledge_text_version', properties: ['districtId', 'form', 'version'] }],
});
export type PledgeText = InferEntity<typeof PledgeText>;
