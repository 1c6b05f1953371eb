/** V17: fields that a client has no business sending. */
import { readFileSync } from 'node:fs';
import { buildSchema, isInputObjectType } from 'graphql';
import { type Case, require, summary } from '../case.ts';
import { mutationNames, variablesOf } from '../matrix/catalogue.ts';
import { collectFacts } from '../matrix/facts.ts';
import type { World } from '../world.ts';

const added: Record<string, unknown> = {
  authorId: 'x',
  roomId: 'x',
  createdAt: '2020-01-01T00:00:00Z',
  role: 'CENTER_OFFICER',
  districtId: 'x',
  version: 99,
  status: 'APPROVED',
  isSteward: true,
  __proto: { admin: true },
};

async function addedFields(world: World): Promise<string> {
  const schema = buildSchema(readFileSync(new URL('../../../schema/api.graphql', import.meta.url), 'utf8'));
  const facts = await collectFacts(world, await world.scene());
  const doctor = await world.as('doctor');
  const inputs = Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap(({ name, args }) =>
    args.filter((argument) => argument.name === 'input').map((argument) => ({ name, type: String(argument.type).replace('!', ''), args })),
  );
  let sent = 0;
  await world.storage.untilQuiet();
  await world.requireUntouched(async () => {
    for (const { name, type, args } of inputs.filter((one) => mutationNames().includes(`Mutation.${one.name}`))) {
      const input = schema.getType(type);
      const known = isInputObjectType(input) ? Object.keys(input.getFields()) : [];
      const declared = args.map((argument) => `$${argument.name}: ${String(argument.type)}`).join(', ');
      const passed = args.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
      for (const [field, value] of Object.entries(added).filter(([one]) => !known.includes(one))) {
        const variables = variablesOf(facts, `Mutation.${name}`, 'applicant') as { input: object };
        const query = `mutation (${declared}) { ${name}(${passed}) { userErrors { code } } }`;
        const { body } = await doctor.send(query, { ...variables, input: { ...variables.input, [field]: value } });
        require(body.errors?.[0]?.extensions?.code === 'BAD_USER_INPUT', `${name} with ${field}: ${summary(body.errors)}`);
        sent += 1;
      }
    }
  });
  return `${sent} requests`;
}

export const massAssignmentCases: Case[] = [
  { id: 'V17', text: 'inputs with author, room, time, role, district or state added → refused, nothing stored', run: addedFields },
];
