import 'reflect-metadata';
import { graphql, type GraphQLObjectType } from 'graphql';
import { Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { expect, test } from 'vitest';
import { buildSubgraph } from './federation.ts';
import { declaredClass, grant, grantedClasses, Holds } from './holds.ts';

@ObjectType('Sample', { description: '例 / A sample.' })
class Sample {
  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;

  @Holds('DEMOGRAPHICS')
  @Field(() => String, { nullable: true, description: '名前 / Name.' })
  name!: string | null;

  @Holds('DAILY_CONDITION')
  @Field(() => String, { description: 'ようす / Condition.' })
  condition!: string;
}

const samples: Record<string, Sample> = {
  full: grant({ id: 'full', name: '田中', condition: '良い' }, ['DEMOGRAPHICS', 'DAILY_CONDITION']),
  part: grant({ id: 'part', name: '田中', condition: '良い' }, ['DAILY_CONDITION']),
  past: { id: 'past', name: '田中', condition: '良い' },
};

@Resolver(() => Sample)
class SampleResolver {
  @Query(() => [Sample], { description: '例 / Samples.' })
  samples(): Sample[] {
    return Object.values(samples);
  }

  @Holds('MEDICATIONS')
  @FieldResolver(() => String, { nullable: true, description: '薬 / Medicine.' })
  medicine(@Root() { id }: Sample): string {
    return `medicine of ${id}`;
  }
}

const build = (classes = {}) => buildSubgraph({ resolvers: [SampleResolver], references: {}, classes });
const ask = async (source: string, classes = {}) => graphql({ schema: (await build(classes)).schema, source, contextValue: {} });

test('the declaration is printed beside the field, for who reads the SDL', async () => {
  const { sdl, schema } = await build();
  expect(sdl).toContain('directive @holds(category: String!) on FIELD_DEFINITION');
  expect(sdl).toMatch(/name: String @holds\(category: "DEMOGRAPHICS"\)/);
  const fields = (schema.getType('Sample') as GraphQLObjectType).getFields();
  expect(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, declaredClass(field)]))).toEqual({
    id: undefined,
    name: 'DEMOGRAPHICS',
    condition: 'DAILY_CONDITION',
    medicine: 'MEDICATIONS',
  });
});

test('R10: a field answers only for a class that was granted to its object', async () => {
  const { data } = await ask('{ samples { id name medicine } }');
  expect(data?.samples).toEqual([
    { id: 'full', name: '田中', medicine: null },
    { id: 'part', name: null, medicine: null },
    { id: 'past', name: null, medicine: null },
  ]);
  expect(grantedClasses(samples.past as Sample)).toEqual([]);
});

test('a field that is never null says that the consent is missing', async () => {
  const { errors } = await ask('{ samples { condition } }');
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['CONSENT_REQUIRED']);
});

test('for a bare reference the access function is asked', async () => {
  const classes = { Sample: async ({ id }: { id: string }) => (id === 'past' ? ['MEDICATIONS'] : []) };
  const { data } = await ask('{ samples { id name medicine } }', classes);
  expect(data?.samples).toEqual([
    { id: 'full', name: null, medicine: null },
    { id: 'part', name: null, medicine: null },
    { id: 'past', name: null, medicine: 'medicine of past' },
  ]);
});
