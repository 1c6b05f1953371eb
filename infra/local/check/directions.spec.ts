/** Each Direction of the architecture is violated once in a small tree of the same shape: the rule must say so, and only it. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const room = 'services/room/src';
const post = 'services/timeline/src/modules/post';

/** A tree in which every arrow points the right way. */
const sound: Record<string, string> = {
  'schema/events.ts': 'export const topic = 1;',
  'services/common/src/orm.ts': "import '@heya/schema/events.ts'; import '@mikro-orm/core'; export const orm = 1;",
  'services/common/src/federation.ts': "import 'type-graphql';",
  'services/testkit/src/bus.ts': 'export const bus = 1;',
  [`${room}/main.ts`]: "import './app.ts';",
  [`${room}/app.ts`]: "import './schema.ts'; import './context.ts'; import './orm.config.ts'; export const app = 1;",
  [`${room}/schema.ts`]: "import './modules/room/index.ts';",
  [`${room}/context.ts`]: "import './modules/room/index.ts'; export interface Context { a: 1 }",
  [`${room}/orm.config.ts`]: "import '@mikro-orm/core'; import './modules/room/room.entity.ts';",
  [`${room}/modules/room/index.ts`]: "export { resolver } from './room.resolver.ts';",
  [`${room}/modules/room/room.resolver.ts`]:
    "import 'type-graphql'; import './room.service.ts'; import type { Context } from '../../context.ts'; export const resolver = (c: Context) => c;",
  [`${room}/modules/room/room.service.ts`]:
    "import './room.repository.ts'; import './room.policy.ts'; import '../patient/index.ts'; export const service = 1;",
  [`${room}/modules/room/room.repository.ts`]: "import './room.entity.ts'; export const repository = 1;",
  [`${room}/modules/room/room.policy.ts`]: 'export const policy = 1;',
  [`${room}/modules/room/room.entity.ts`]: "import '@heya/service-common/orm.ts'; export const entity = 1;",
  [`${room}/modules/room/room.int.spec.ts`]: "import '../../app.ts'; import '@heya/testkit/bus.ts';",
  [`${room}/modules/patient/index.ts`]: "export { patient } from './patient.service.ts';",
  [`${room}/modules/patient/patient.service.ts`]: 'export const patient = 1;',
  [`${post}/index.ts`]: 'export const post = 1;',
  'gateway/src/app.ts': "import '@heya/service-common/orm.ts'; import '@heya/schema/events.ts';",
  'web/client/src/client.ts': 'export const client = 1;',
  'web/portal/src/page.ts': "import '@heya/client/client.ts';",
};

/** rule → one file that breaks it */
const violations: Record<string, [file: string, text: string]> = {
  '1-no-cycles': [`${room}/modules/patient/patient.policy.ts`, "import './patient.inputs.ts'; export const a = 1;"],
  '2-nobody-imports-main': ['services/timeline/src/server.ts', "import './main.ts';"],
  '2-only-main-imports-app': [`${room}/schema.print.ts`, "import './app.ts';"],
  '2-modules-look-down': [`${room}/modules/patient/patient.type.ts`, "import '../../schema.ts';"],
  '2-modules-name-context': [`${room}/modules/patient/patient.errors.ts`, "import '../../context.ts';"],
  '3-entity-is-the-ground': [`${room}/modules/patient/patient.entity.ts`, "import '../room/index.ts'; import './patient.policy.ts';"],
  '3-repository-below-service': [`${room}/modules/patient/patient.repository.ts`, "import './patient.service.ts';"],
  '3-service-below-resolver': [`${room}/modules/patient/patient.access.ts`, "import './patient.resolver.ts';"],
  '3-resolver-has-no-query': [`${room}/modules/patient/patient.resolver.ts`, "import './patient.repository.ts';"],
  '3-policy-is-pure': [`${post}/post.policy.ts`, "import '@heya/service-common/orm.ts';"],
  '3-type-graphql-at-the-edge': [`${post}/post.events.ts`, "import 'type-graphql';"],
  '3-mikro-orm-at-the-ground': [`${post}/post.access.ts`, "import '@mikro-orm/core';"],
  '4-slices-through-index': [`${post}/post.reference.ts`, "import '../vitals/vitals.type.ts';"],
  '4-slices-one-way': [`${room}/modules/patient/patient.entity.ts`, ''],
  '4-no-service-to-service': [`${post}/post.type.ts`, "import '../../../../room/src/modules/room/index.ts';"],
  '5-schema-stands-alone': ['schema/src/check.ts', "import '@heya/service-common/orm.ts';"],
  '5-common-knows-schema-only': ['services/common/src/audit.ts', "import '../../room/src/modules/room/index.ts';"],
  '5-forms-stand-alone': ['services/forms/src/form.ts', "import '@heya/service-common/orm.ts';"],
  '5-gateway': ['gateway/src/limits.ts', "import '../../services/room/src/modules/room/index.ts';"],
  '5-services': ['services/timeline/src/context.ts', "import '../../../infra/local/stack.ts';"],
  '5-web': ['web/portal/src/other.ts', "import '@heya/schema/events.ts';"],
  '5-testkit-for-specs': ['gateway/src/forward.ts', "import '@heya/testkit/bus.ts';"],
};
/** What the violating files lean on. */
const props: Record<string, string> = {
  [`${room}/modules/patient/patient.inputs.ts`]: "import './patient.policy.ts';",
  'services/timeline/src/main.ts': 'export const main = 1;',
  [`${post}/../vitals/vitals.type.ts`]: 'export const vitals = 1;',
  'infra/local/stack.ts': 'export const stack = 1;',
};

let tree: string;
beforeAll(async () => {
  tree = await mkdtemp(join(tmpdir(), 'heya-directions-'));
  await write(sound);
  for (const name of ['type-graphql', '@mikro-orm/core'])
    await write({ [`node_modules/${name}/package.json`]: `{"name":"${name}","main":"index.js"}`, [`node_modules/${name}/index.js`]: '' });
  await link('schema', 'schema', './*', './*');
  for (const [name, folder] of [
    ['service-common', 'services/common'],
    ['testkit', 'services/testkit'],
    ['client', 'web/client'],
  ] as const)
    await link(name, folder, './*', './src/*');
});
afterAll(() => rm(tree, { recursive: true, force: true }));

test('a sound tree passes, and each Direction violated once is told by its rule', async () => {
  expect(await directions()).toEqual([]);
  await write(props);
  await write(Object.fromEntries(Object.values(violations).filter(([, text]) => text)));
  const told = await directions();
  // A cycle is told of one of its members.
  const missed = Object.entries(violations).filter(
    ([rule, [file]]) =>
      !told.some((line) =>
        rule === '1-no-cycles' || rule === '4-slices-one-way' ? line.startsWith(`${rule} `) : line === `${rule} ${file}`,
      ),
  );
  expect(missed).toEqual([]);
});

async function write(files: Record<string, string>): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(tree, file)), { recursive: true });
    await writeFile(join(tree, file), text);
  }
}

async function link(name: string, folder: string, from: string, to: string): Promise<void> {
  await write({ [`${folder}/package.json`]: JSON.stringify({ name: `@heya/${name}`, type: 'module', exports: { [from]: to } }) });
  await mkdir(join(tree, 'node_modules/@heya'), { recursive: true });
  await symlink(join(tree, folder), join(tree, 'node_modules/@heya', name));
}

/** @returns `rule file` for each violation */
async function directions(): Promise<string[]> {
  const args = [
    '--config',
    join(root, '.dependency-cruiser.cjs'),
    '--output-type',
    'json',
    'services',
    'gateway',
    'web',
    'schema',
    'infra',
  ];
  await mkdir(join(tree, 'infra'), { recursive: true });
  const output = await new Promise<string>((resolve) => {
    execFile(
      process.execPath,
      [join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'), ...args],
      { cwd: tree, maxBuffer: 32 * 1024 * 1024 },
      (_error, stdout) => resolve(stdout),
    );
  });
  const { summary } = JSON.parse(output) as { summary: { violations: { from: string; rule: { name: string } }[] } };
  return summary.violations.map(({ from, rule }) => `${rule.name} ${from}`);
}
