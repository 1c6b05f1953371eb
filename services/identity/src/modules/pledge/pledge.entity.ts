/** A pledge on the handling of personal information (R1): by whom, to which wording, when. Never changed but to revoke it. */
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { SubmissionChannel } from '../form/index.ts';
import { PledgeText } from './pledge-text.entity.ts';
import type { PledgeForm } from './pledge-text.entity.ts';

export const Pledge = defineEntity({
  name: 'Pledge',
  properties: {
    id: p.uuid().primary(),
    districtId: p.uuid(),
    form: p.string().$type<PledgeForm>(),
    textId: () => p.manyToOne(PledgeText).mapToPk().fieldName('text_id').deleteRule('restrict'),
    /** Of the wording as it was read. */
    textSha256: p.string().length(64),
    acceptedClauses: p.array(),
    /** Null until an application that came with it has led to a facility. */
    facilityId: p.uuid().nullable(),
    /** Null for somebody without an ID: the head of a facility that applies. */
    signerUserId: p.uuid().nullable(),
    signerName: p.string().length(80),
    /** Day in Japan; for paper the day written on it. */
    signedOn: p.date(),
    acceptedAt: p.datetime(),
    channel: p.string().$type<SubmissionChannel>(),
    /** The officer who put in what was signed on paper. */
    registeredBy: p.uuid().nullable(),
    /** Of what was sent, to tell a repetition from another pledge (api.md 8). */
    bodyHash: p.string().length(64),
    revokedAt: p.datetime().nullable(),
  },
  indexes: [
    { name: 'pledge_signer', properties: ['signerUserId', 'form'] },
    { name: 'pledge_facility', properties: ['facilityId', 'form'] },
  ],
});
export type Pledge = InferEntity<typeof Pledge>;

/** The drawn signature, sealed with a data key of the pledge's own (threat 29). */
export const PledgeSignature = defineEntity({
  name: 'PledgeSignature',
  properties: {
    pledgeId: () => p.oneToOne(Pledge).mapToPk().owner().primary().fieldName('pledge_id').deleteRule('restrict').updateRule('no action'),
    contentType: p.string(),
    /** Of the picture before it was sealed. */
    sha256: p.string().length(64),
    sealed: p.blob(),
  },
});
export type PledgeSignature = InferEntity<typeof PledgeSignature>;
