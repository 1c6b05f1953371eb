// What `npm run check` looks at. Longest first, so that two at a time end together.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/paths.mjs';

const node = process.execPath;
const bin = (path) => join(root, 'node_modules', path);

/**
 * @typedef {object} Step
 * @property {string} name what to write after `npm run check --`
 * @property {string} ja
 * @property {string} en
 * @property {string[][]} commands run one after the other from the repository's root, or from the folder after `@`
 * @property {string} mend
 * @property {true} [isAlone] it writes into the tree, which the others read: it runs before them
 */

/** The portal's messages and route types come out of its build, printed schemas out of the services'. @type {Step} */
export const preparation = {
  name: 'build',
  ja: '組み立て',
  en: 'build',
  commands: [['turbo', 'run', 'build', '--output-logs=errors-only']],
  mend: 'npm run build',
};
const needPreparation = ['lint', 'portal', 'schema', 'deadcode', 'directions'];

/** @param {Step[]} steps */
export const needsPreparation = (steps) => steps.some(({ name }) => needPreparation.includes(name));

/** @type {Step[]} */
export const allSteps = [
  {
    name: 'lint',
    ja: '書き方の規則(Svelteと文書)',
    en: 'ESLint',
    commands: [[node, bin('eslint/bin/eslint.js'), '.']],
    mend: 'npm run lint -- --fix',
  },
  {
    name: 'typed-lint',
    ja: '書き方の規則(TypeScript)',
    en: 'oxlint',
    // Rarely collecting garbage is a sixth less work.
    commands: [['env', 'GOGC=400', node, bin('oxlint/bin/oxlint')]],
    mend: 'npx oxlint --fix',
  },
  {
    name: 'portal',
    ja: 'ポータルの型',
    en: 'svelte-check',
    commands: [['@web/portal', 'npm', 'run', '--silent', 'types']],
    mend: 'npm run types -w @heya/portal',
  },
  {
    name: 'types',
    ja: '型',
    en: 'types',
    // One program on one thread reads what they share once: a quarter of the work of a program each.
    commands: ['tsconfig.together.json', ...typedApart()].map((project) => [
      node,
      bin('typescript-7/bin/tsc'),
      '--singleThreaded',
      '-p',
      project,
    ]),
    mend: 'npm run types -w <package>',
  },
  {
    name: 'schema',
    ja: 'スキーマ',
    en: 'schema',
    commands: [['npm', 'run', '--silent', '-w', '@heya/schema', 'check']],
    mend: 'npm run schema',
  },
  {
    name: 'matrix',
    ja: 'アクセス表',
    en: 'access matrix covers every field',
    commands: [[node, 'infra/audit/matrix/coverage.ts']],
    mend: 'npm run audit -- V14 --write, and review what changed in infra/audit/matrix/table.tsv',
  },
  {
    name: 'documents',
    ja: '生成した型と文書の一覧',
    en: 'generated and persisted documents',
    isAlone: true,
    mend: 'npm run codegen -w @heya/client, and commit what it wrote (web/client/src/generated, schema/documents)',
    commands: [
      ['npm', 'run', '--silent', 'codegen', '-w', '@heya/client'],
      ['git', 'diff', '--exit-code', '--stat', '--', 'web/client/src/generated', 'schema/documents'],
    ],
  },
  {
    name: 'format',
    ja: '整形',
    en: 'oxfmt and Prettier',
    // In Prettier's manner, by far quicker; it reads no Svelte files.
    commands: [
      [node, bin('oxfmt/bin/oxfmt'), '--list-different'],
      [node, bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '**/*.svelte'],
    ],
    mend: 'npm run format',
  },
  {
    name: 'deadcode',
    ja: '使われない部分',
    en: 'knip',
    commands: [[node, bin('knip/bin/knip.js'), '--no-progress', '--no-config-hints']],
    mend: 'remove it, or name its user in knip.json',
  },
  {
    name: 'directions',
    ja: '依存の向き',
    en: 'directions',
    mend: 'the rule named in the output says which way the arrow must point',
    commands: [
      [
        node,
        bin('dependency-cruiser/bin/dependency-cruiser.mjs'),
        '--config',
        '.dependency-cruiser.cjs',
        'services',
        'gateway',
        'web',
        'schema',
        'infra',
      ],
    ],
  },
];

/** Every workspace that tsconfig.together.json does not hold, e.g. since it runs in a browser; the portal's Svelte files need their own checker. */
function typedApart() {
  const { workspaces } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return workspaces
    .flatMap((pattern) => globSync(pattern, { cwd: root }))
    .filter((folder) => !/^(schema|services|gateway|infra)(\/|$)/.test(folder))
    .filter((folder) => folder !== 'web/portal' && existsSync(join(root, folder, 'tsconfig.json')));
}
