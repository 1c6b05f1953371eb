/** Requests that are too much for one (api.md 16), or no requests at all. */
import { ask, type Case, require, requireTopLevel } from '../case.ts';

function refused(id: string, text: string, query: string, codes = ['BAD_USER_INPUT']): Case {
  return { id, text, run: (world) => requireTopLevel(world, { role: 'nurse', query }, codes) };
}

const deep = (levels: number): string =>
  `query { viewer { ${'user { practitioner { affiliations { facility { staff { nodes { '.repeat(levels)} id ${'} } } } } } '.repeat(levels)} } }`;
const aliases = Array.from({ length: 16 }, (_, index) => `a${index}: viewer { id }`).join(' ');

const hugeBody: Case = {
  id: 'limit-body',
  text: 'a body of 70 KB → refused before it is read',
  run: (world) =>
    world.requireUntouched(async () => {
      const { status, body } = await ask(world, 'nurse', `query { viewer { id } } #${'x'.repeat(70_000)}`);
      require(status === 413 || (status >= 400 && Boolean(body.errors)), `HTTP ${status}`);
    }),
};

const notJson: Case = {
  id: 'limit-not-json',
  text: 'a body that is no JSON → BAD_USER_INPUT, no insides shown',
  async run(world) {
    const token = await (await world.as('nurse')).accessToken();
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const answer = await fetch(world.urls.gateway, { method: 'POST', headers, body: '{"query":' });
    const text = await answer.text();
    require(answer.status === 400, `HTTP ${answer.status}`);
    require(!/ at |node_modules/.test(text), `the insides show: ${text.slice(0, 200)}`);
  },
};

export const limitCases: Case[] = [
  refused('limit-unknown-field', 'a field that does not exist → BAD_USER_INPUT', 'query { viewer { id password } }'),
  refused('limit-syntax', 'half a query → BAD_USER_INPUT', 'query { viewer {'),
  refused('limit-depth', 'deeper than twelve levels → refused', deep(3), ['BAD_USER_INPUT', 'COST_EXCEEDED']),
  refused('limit-aliases', 'more than fifteen aliases → refused', `query { ${aliases} }`, ['BAD_USER_INPUT', 'COST_EXCEEDED']),
  refused('limit-page', 'a page of 1,000 → refused', 'query { facilities(first: 1000) { nodes { id } } }', [
    'BAD_USER_INPUT',
    'COST_EXCEEDED',
  ]),
  refused('limit-tokens', 'more than 2,000 tokens → refused', `query { viewer { ${'id '.repeat(2100)} } }`, [
    'BAD_USER_INPUT',
    'COST_EXCEEDED',
  ]),
  hugeBody,
  notJson,
];
