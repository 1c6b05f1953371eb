/** V15, V16: ids of others, of another district, of another kind, and of no kind at all. */
import { uuidv7 } from '../../local/api/uuid.mjs';
import { type Case, require, summary } from '../case.ts';
import { mutationNames, variablesOf } from '../matrix/catalogue.ts';
import { collectFacts, type Facts } from '../matrix/facts.ts';
import { matrixLines } from '../matrix/lines.ts';
import type { FieldShape, Shape } from '../matrix/shape.ts';
import type { World } from '../world.ts';
import { registerForeignPatient } from './districts.ts';

const malformed = ['', 'abc', "' or 1=1 --", '{"$ne":null}', '00000000-0000-0000-0000-000000000000', '../../etc/passwd', 'あ'.repeat(300)];
type Variables = Record<string, unknown>;
type Answer = Awaited<ReturnType<Awaited<ReturnType<World['as']>>['send']>>;

const idArguments = ({ arguments: given }: FieldShape): string[] =>
  given.filter(({ type }) => type.startsWith('ID')).map(({ name }) => name);
const rootFields = (shape: Shape, root: string): readonly FieldShape[] => shape.get(root)?.fields ?? [];

/** One field with its arguments as variables. */
function documentFor(root: 'query' | 'mutation', { name, arguments: given, type }: FieldShape, shape: Shape): string {
  const used = given.filter(({ isRequired }) => isRequired);
  const selection = root === 'mutation' ? '{ userErrors { code message field } }' : shape.has(type) ? '{ __typename }' : '';
  const declared = used.length ? `(${used.map((one) => `$${one.name}: ${one.type}`).join(', ')})` : '';
  const passed = used.length ? `(${used.map((one) => `${one.name}: $${one.name}`).join(', ')})` : '';
  return `${root} ${declared} { ${name}${passed} ${selection} }`;
}

/** Something came back, or the insides did. @returns what is wrong with the answer */
function faultOf({ body }: Answer): string | undefined {
  const value = Object.values(body.data ?? {})[0] as { userErrors?: unknown[] } | unknown[] | null | undefined;
  const [error] = body.errors ?? [];
  if (error) return ['INTERNAL', 'UNCODED', undefined].includes(error.extensions?.code) ? summary(body.errors) : undefined;
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return undefined;
  if (!Array.isArray(value) && value.userErrors) return value.userErrors.length ? undefined : 'it was done';
  return 'it was answered';
}

async function everyId(world: World): Promise<string> {
  const { shape } = matrixLines();
  const facts = await collectFacts(world, await world.scene());
  const foreign = await registerForeignPatient(world);
  const doctor = await world.as('doctor');
  const wrong = [...malformed, foreign, uuidv7()];
  let asked = 0;
  const trial = async (about: string, query: string, variables: Variables): Promise<void> => {
    asked += 1;
    const fault = faultOf(await doctor.send(query, variables));
    require(!fault, `${about}: ${fault}`);
  };
  for (const field of rootFields(shape, 'Query').filter((one) => idArguments(one).length))
    for (const id of [...wrong, otherKind(facts, field.name)])
      await trial(`${field.name} ${id.slice(0, 20)}`, documentFor('query', field, shape), { [idArguments(field)[0] ?? '']: id });
  for (const { about, query, variables } of changes(shape, facts, wrong)) await trial(about, query, variables);
  return `${asked} requests`;
}

/** A person's id where a thing's is asked, and a thing's where a person's is. */
const otherKind = ({ userIds, room }: Facts, field: string): string => (/user/i.test(field) ? room.id : userIds.nurse);

/** Each mutation as it would work, but for one id, at the top or in its input. */
function* changes(shape: Shape, facts: Facts, wrong: readonly string[]): Generator<{ about: string; query: string; variables: Variables }> {
  for (const field of rootFields(shape, 'Mutation')) {
    const name = `Mutation.${field.name}`;
    if (!mutationNames().includes(name)) continue;
    const paths = idPaths(variablesOf(facts, name, 'applicant'));
    for (const path of paths)
      for (const id of wrong) {
        const variables = structuredClone(variablesOf(facts, name, 'applicant'));
        put(variables, path, id);
        yield { about: `${field.name} ${path.join('.')} = ${id.slice(0, 20)}`, query: documentFor('mutation', field, shape), variables };
      }
  }
}

/** Where ids lie in the variables; the key of a new thing is no id of anything. */
function idPaths(value: unknown, path: string[] = []): string[][] {
  if (value === null || typeof value !== 'object') return /^id$|Id$/.test(path.at(-1) ?? '') && typeof value === 'string' ? [path] : [];
  return Object.entries(value).flatMap(([key, inner]) => idPaths(inner, [...path, key]));
}

function put(target: Variables, [key = '', ...rest]: readonly string[], value: string): void {
  if (rest.length === 0) target[key] = value;
  else put(target[key] as Variables, rest, value);
}

/** Somebody else's and nobody's, asked alike. */
async function forbiddenOrMissing(world: World): Promise<string> {
  const { shape } = matrixLines();
  const facts = await collectFacts(world, await world.scene());
  const outsider = await world.as('outsider');
  const strip = (text: string, id: string): string => text.replaceAll(id, 'ID').replaceAll(/"requestId":"[^"]*"/g, '');
  let compared = 0;
  const compare = async (about: string, query: string, variables: Variables, path: readonly string[]): Promise<void> => {
    const real = String(path.reduce<unknown>((value, key) => (value as Variables)[key], variables));
    const other = structuredClone(variables);
    const missing = uuidv7();
    put(other, path, missing);
    const [known, unknown] = [await outsider.send(query, variables), await outsider.send(query, other)];
    const [a, b] = [strip(JSON.stringify(known), real), strip(JSON.stringify(unknown), missing)];
    require(a === b, `${about}: ${a.slice(0, 150)} and ${b.slice(0, 150)}`);
    compared += 1;
  };
  const { room, taskId } = facts;
  const ids: Record<string, string> = {
    consent: room.consentId,
    patient: room.patientId,
    post: room.posts.forTeam,
    room: room.id,
    roomApplication: room.applicationId,
    reviewTask: taskId,
  };
  for (const field of rootFields(shape, 'Query')) {
    const id = ids[field.name];
    if (id) await compare(field.name, documentFor('query', field, shape), { id }, ['id']);
  }
  for (const field of rootFields(shape, 'Mutation')) {
    const name = `Mutation.${field.name}`;
    const variables = variablesOf(facts, name, 'otherMember');
    for (const path of idPaths(variables).filter((one) => concealed.has(`${field.name}.${one.join('.')}`)))
      await compare(name, documentFor('mutation', field, shape), structuredClone(variables), path);
  }
  return `${compared} pairs`;
}

/** Ids of things that do not exist for others. */
const concealed = new Set([
  'patientUpdate.id',
  'consentSubmit.input.patientId',
  'consentWithdraw.id',
  'consentCategoriesUpdate.id',
  'roomApplicationReview.id',
  'roomApplicationExecute.id',
  'roomApplicationWithdraw.id',
  'roomInvitationAccept.membershipId',
  'roomMarkRead.roomId',
  'postCreate.input.roomId',
  'sessionRevoke.id',
  'userSuspend.id',
  'userReinstate.id',
  'recoveryStart.userId',
  'recoveryCancel.id',
  'enrolmentReissue.userId',
  'roomInspectionStart.input.roomId',
  'roomInspectionEnd.id',
  'accessLogExport.patientId',
]);

export const idCases: Case[] = [
  { id: 'V15', text: "every id argument with another district's, another kind's, nobody's and malformed ids → refused", run: everyId },
  { id: 'V16', text: "somebody else's id and one that never was → the same answer", run: forbiddenOrMissing },
];
