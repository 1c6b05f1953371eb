import type { CodegenConfig } from '@graphql-codegen/cli';

/** Typed documents of the portal's screens. HEYA_SCHEMA names another schema while one is being drafted. */
const config: CodegenConfig = {
  schema: process.env.HEYA_SCHEMA ?? '../../schema/supergraph.graphql',
  documents: ['src/documents/*.graphql'],
  generates: {
    'src/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false, skipIndexFile: true },
      config: {
        documentMode: 'string',
        useTypeImports: true,
        enumsAsTypes: true,
        scalars: { ID: 'string', DateTime: 'string', Date: 'string', PhoneNumber: 'string' },
      },
    },
  },
};
export default config;
