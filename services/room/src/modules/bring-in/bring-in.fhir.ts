/** The resources of a bundle that are read, as far as they are: everything else of a bundle is passed over. */
import { z } from 'zod';
import { systems } from '../take-along/index.ts';

const text = z.string().max(10_000);
const day = z.iso.date();
const phone = z.string().regex(/^\+[1-9]\d{6,14}$/);
const coding = z.object({ system: text.optional(), code: text.optional() });
const concept = z.object({ text: text.optional(), coding: z.array(coding).optional() });
const identifiers = z
  .array(z.object({ system: text, value: text }))
  .max(50)
  .default([]);
const reference = z.object({ reference: text.optional(), display: text.optional() });
const notes = z.array(z.object({ text })).default([]);
const telecom = z.array(z.object({ system: z.enum(['phone', 'fax']), value: phone })).default([]);
const span = z.object({ start: text.optional(), end: text.optional() }).default({});
const extensions = z
  .array(
    z.object({
      url: text,
      valueString: text.optional(),
      valuePositiveInt: z.int().optional(),
      valueBoolean: z.boolean().optional(),
      valueIdentifier: z.object({ system: text, value: text }).optional(),
    }),
  )
  .default([]);
const share = z.array(z.object({ valueQuantity: z.object({ value: z.number() }) })).default([]);
const base = { id: z.string().max(64), identifier: identifiers };

export const shapes = {
  Patient: z.object({
    ...base,
    name: z.array(z.object({ text, extension: z.array(z.object({ valueCode: text.optional() })).default([]) })),
    birthDate: day,
    contact: z
      .array(
        z.object({
          id: text.optional(),
          extension: extensions,
          relationship: z.array(concept).default([]),
          name: z.object({ text }),
          telecom,
        }),
      )
      .default([]),
  }),
  Organization: z.object({ ...base, name: text, telecom }),
  CareTeam: z.object({ ...base, participant: z.array(z.object({ role: z.array(concept).default([]), member: reference })).default([]) }),
  Coverage: z.object({
    ...base,
    type: z.object({ text }),
    extension: extensions,
    subscriberId: text.optional(),
    dependent: text.optional(),
    period: span,
    payor: z.array(reference).default([]),
    class: z.array(z.object({ value: text })).default([]),
    costToBeneficiary: share,
  }),
  Condition: z.object({ ...base, code: concept, onsetDateTime: day.optional(), abatementDateTime: day.optional(), note: notes }),
  AllergyIntolerance: z.object({ ...base, code: concept }),
  MedicationStatement: z.object({ ...base, medicationCodeableConcept: concept, effectivePeriod: span, dosage: notes }),
  Observation: z.object({
    ...base,
    category: z.array(concept).default([]),
    code: concept,
    effectiveDateTime: text,
    valueQuantity: z.object({ value: z.number(), unit: text.optional() }).optional(),
    valueString: text.optional(),
    valueInteger: z.int().optional(),
    valueBoolean: z.boolean().optional(),
    valueCodeableConcept: concept.optional(),
    note: notes,
  }),
  CarePlan: z.object({
    ...base,
    activity: z
      .array(
        z.object({
          id: text.optional(),
          extension: extensions,
          detail: z.object({
            code: concept,
            scheduledString: text.optional(),
            description: text.optional(),
            performer: z.array(reference).default([]),
          }),
        }),
      )
      .default([]),
  }),
  Flag: z.object({ ...base, code: concept }),
  Communication: z.object({
    ...base,
    status: text.optional(),
    statusReason: z.object({ text: text.optional() }).optional(),
    meta: z.object({ source: text.optional() }).default({}),
    category: z.array(concept),
    priority: text.optional(),
    about: z.array(reference).default([]),
    sent: z.iso.datetime({ offset: true }),
    sender: reference,
    payload: z.array(z.object({ contentString: text })).default([]),
    note: z.array(z.object({ time: z.iso.datetime({ offset: true }).optional(), text })).default([]),
  }),
};
export type Read = { [T in keyof typeof shapes]: z.infer<(typeof shapes)[T]>[] };

export const bundleShape = z.object({
  resourceType: z.literal('Bundle'),
  type: z.literal('collection'),
  entry: z.array(z.object({ resource: z.looseObject({ resourceType: z.string() }) })).max(200_000),
});

export type Concept = z.infer<typeof concept>;

export const codeOf = ({ coding: codings = [] }: Concept, system: string): string | null =>
  codings.find((each) => each.system === system)?.code ?? null;

/** @returns the id that `urn:uuid:` refers to */
export const idOf = ({ reference: urn }: { reference?: string | undefined }): string | null => urn?.replace(/^urn:uuid:/, '') ?? null;

export const isLaboratory = ({ category }: Read['Observation'][number]): boolean =>
  category.some((each) => codeOf(each, systems.category) === 'laboratory');
