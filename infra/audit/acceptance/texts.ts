/** V40, V41: texts made to become something else: log lines, commands, patterns. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { uuidv7 } from '../../local/api/uuid.mjs';
import { registerPatient } from '../../local/demo/operations.mjs';
import { type Case, require, summary } from '../case.ts';
import { postCreate } from '../operations.ts';
import type { World } from '../world.ts';
import { Browser, openSignIn } from './browser.ts';
import { post } from './wire.ts';

const escape = String.fromCharCode(27);
const separators = `${String.fromCharCode(0x2028)}${String.fromCharCode(0x2029)}${String.fromCharCode(0x85)}`;
const services = ['identity', 'consent', 'room', 'timeline', 'gateway'];

async function logLines(world: World): Promise<string> {
  const forged = `FORGED${uuidv7()}`;
  const name = `監査\r\n{"level":30,"msg":"${forged}"}\n${escape}[31m${separators}${forged}`;
  const doctor = await world.as('doctor');
  const basics = { nameKana: 'カンサ', sex: 'MALE', birthDate: '1938-05-06', address: name, isAnother: true };
  await doctor.send(registerPatient, { input: { idempotencyKey: uuidv7(), name, ...basics } });
  await doctor.send(postCreate, { input: { idempotencyKey: name, roomId: name, audience: 'EVERYONE', kind: 'NOTE', body: name } });
  await post(world, { query: `{ ${name} }`, operationName: name }, { 'user-agent': `${forged}${encodeURIComponent(name)}` });
  const browser = new Browser({ 'user-agent': 'audit' });
  await browser.submit(await openSignIn(world, browser), { userName: name, password: name });
  let lines = 0;
  for (const service of services) lines += await requireOneLineEach(join(world.stack.files.logs, `${service}.log`), forged);
  return `${lines} log lines, each one JSON object`;
}

/** @returns how many lines the log has */
async function requireOneLineEach(file: string, forged: string): Promise<number> {
  const text = await readFile(file, 'utf8');
  const raw = [escape, ...separators].find((letter) => text.includes(letter));
  require(raw === undefined, `${file} holds a bare U+${raw?.charCodeAt(0).toString(16)}`);
  const lines = text.split('\n').filter(Boolean);
  for (const line of lines) {
    const entry = parse(line);
    require(entry && typeof entry.msg === 'string', `${file} has a line that is no entry: ${line.slice(0, 120)}`);
    require(!entry.msg.includes(forged), `${file} has a forged line`);
  }
  return lines.length;
}

function parse(line: string): { msg?: unknown } | undefined {
  try {
    return JSON.parse(line) as { msg?: unknown };
  } catch {
    return undefined;
  }
}

const fragments = ["' or 1=1 --", '%', '_', '\\', "'; drop table facility; --", '{"$ne":null}', '[]', '$1', '${7*7}', 'わかば%', "わ'かば"];
const facilities =
  'query ($query: String, $municipality: String, $after: String) { facilities(filter: { query: $query, municipality: $municipality }, after: $after) { nodes { name municipality } } }';
const tasks =
  'query ($query: String, $assigneeId: ID) { reviewTasks(filter: { query: $query, assigneeId: $assigneeId }) { nodes { title } } }';

/** Either refused, or what comes back really holds the text. */
async function literally(world: World): Promise<string> {
  const [doctor, clerk] = [await world.as('doctor'), await world.as('clerk')];
  let sent = 0;
  const trial = async (session: typeof doctor, query: string, variables: Record<string, string>): Promise<void> => {
    sent += 1;
    const [[key = '', value = '']] = Object.entries(variables) as [[string, string]];
    const { body } = await session.send(query, variables);
    const code = body.errors?.[0]?.extensions?.code;
    if (body.errors) return require(code === 'BAD_USER_INPUT', `${key} ${value}: ${summary(body.errors)}`);
    const { nodes } = Object.values(body.data ?? {})[0] as { nodes: Record<string, string>[] };
    const strangers = nodes.filter((node) => !Object.values(node).some((text) => text.includes(value)));
    require(strangers.length === 0, `${key} ${value} found ${strangers.length} others`);
  };
  for (const fragment of fragments) {
    for (const key of ['query', 'municipality', 'after']) await trial(doctor, facilities, { [key]: fragment });
    for (const key of ['query', 'assigneeId']) await trial(clerk, tasks, { [key]: fragment });
    const { body } = await doctor.send('query ($name: String!) { userByAccountName(accountName: $name) { id } }', { name: fragment });
    require(!(body.data?.userByAccountName as object | null | undefined), `an account "${fragment}" was found`);
  }
  const { facilities: all } = await doctor.ask<{ facilities: { nodes: unknown[] } }>('query { facilities { nodes { id } } }');
  require(all.nodes.length > 1, 'the facilities are gone');
  return `${sent} requests`;
}

export const textCases: Case[] = [
  { id: 'V40', text: 'line breaks, escape sequences and U+2028 in names and texts → every log line stays one entry', run: logLines },
  { id: 'V41', text: 'SQL, JSON and patterns in filters, cursors and names → refused or taken literally', run: literally },
];
