// Rules that a reader of Heya may rely on, for what is no TypeScript: those for .ts files are the same ones in .oxlintrc.json, which is
// far quicker. It reads no Svelte files, so that these have theirs here, with the types of the portal's tsconfig.
import js from '@eslint/js';
import graphql from '@graphql-eslint/eslint-plugin';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import { existsSync } from 'node:fs';
import typescript from 'typescript-eslint';
import { readComponentsAsScripts } from './infra/local/check/svelte-scripts.mjs';

readComponentsAsScripts();

const generated = [
  '**/dist/',
  '**/build/',
  '**/.svelte-kit/',
  '.heya/',
  '**/coverage/',
  'services/*/migrations/',
  'web/client/src/generated/',
  '**/paraglide/',
  'web/portal/static/',
  'schema/**/*.graphql',
];
const tests = ['**/testing/**', '**/e2e/**', 'services/testkit/**', 'infra/bench/**', 'infra/audit/**'];
/** Components, and what is written in their language. */
const svelteFiles = ['**/*.svelte', '**/*.svelte.ts'];

const size = {
  'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
  'max-params': ['error', 4],
  'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
};

const noEnvironment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Only environment.ts reads process.env.',
};
const noDefaultExport = { selector: 'ExportDefaultDeclaration', message: 'No default exports (style.md, habit 5).' };

export default typescript.config(
  { ignores: generated },
  {
    files: ['**/*.{js,mjs}', ...svelteFiles],
    extends: [js.configs.recommended],
    languageOptions: { globals: globals.node },
    rules: size,
  },
  {
    files: svelteFiles,
    extends: [typescript.configs.recommended],
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // What users paste may hold control characters; naming them in a pattern is the point.
      'no-control-regex': 'off',
      // Japanese text is set with ideographic spaces.
      'no-irregular-whitespace': ['error', { skipTemplates: true }],
      'no-restricted-syntax': ['error', noEnvironment, noDefaultExport],
    },
  },
  // SvelteKit looks for a default export in a component.
  { files: ['**/*.svelte'], rules: { 'no-restricted-syntax': ['error', noEnvironment] } },
  { files: ['**/*.mjs'], rules: { 'no-restricted-syntax': ['error', noDefaultExport] } },
  { files: tests, rules: { 'max-lines-per-function': 'off' } },
  ...svelteRules(),
  ...operationRules(),
);

function svelteRules() {
  return [
    ...typescript.configs.recommendedTypeCheckedOnly.map((config) => ({ ...config, files: ['**/*.svelte'] })),
    ...svelte.configs.recommended.map((config) => ({ ...config, files: config.files ?? svelteFiles })),
    {
      files: ['**/*.svelte'],
      languageOptions: { parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] } },
      // The same choices as in .oxlintrc.json; an async function need not wait, and a method shorthand knows no `this`.
      rules: {
        '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
        '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true, allowNullish: true }],
        '@typescript-eslint/require-await': 'off',
        '@typescript-eslint/unbound-method': 'off',
      },
    },
    {
      files: svelteFiles,
      languageOptions: { globals: globals.browser, parserOptions: { parser: typescript.parser } },
      rules: {
        'svelte/no-at-html-tags': 'error',
        'svelte/no-navigation-without-resolve': 'off',
        // $props() needs let; Svelte's own rule knows that.
        'prefer-const': 'off',
        'svelte/prefer-const': 'error',
        // Japanese text is set with ideographic spaces.
        'no-irregular-whitespace': 'off',
        'max-lines-per-function': 'off',
      },
    },
  ];
}

/** Operations are checked against what clients see, once that has been composed. */
function operationRules() {
  const schema = 'schema/api.graphql';
  if (!existsSync(new URL(schema, import.meta.url))) return [];
  const documents = 'web/client/src/documents/**/*.graphql';
  return [
    {
      files: [documents],
      languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig: { schema, documents } } },
      plugins: { '@graphql-eslint': graphql },
      rules: {
        ...graphql.configs['flat/operations-recommended'].rules,
        '@graphql-eslint/require-selections': ['error', { requireAllFields: false }],
      },
    },
  ];
}
