import type { CodegenConfig } from '@graphql-codegen/cli';
import type { ClientPresetConfig } from '@graphql-codegen/client-preset';
import { Kind, type DocumentNode } from 'graphql';

/** The text itself stays with the gateway (schema/documents/portal.json); a page carries its id and what kind of operation it is. */
const presetConfig: ClientPresetConfig = {
  fragmentMasking: false,
  persistedDocuments: { mode: 'replaceDocumentWithHash', hashPropertyName: 'id', hashAlgorithm: 'sha256' },
  onExecutableDocumentNode: (document) => ({ operation: operationOf(document) }),
};

/** Typed documents of the portal's screens. */
const config: CodegenConfig = {
  schema: '../../schema/supergraph.graphql',
  documents: ['src/documents/*.graphql'],
  generates: {
    'src/generated/': {
      preset: 'client',
      presetConfig: { ...presetConfig, skipIndexFile: true },
      config: {
        documentMode: 'string',
        useTypeImports: true,
        enumsAsTypes: true,
        scalars: { ID: 'string', DateTime: 'string', Date: 'string', PhoneNumber: 'string', URL: 'string' },
      },
    },
  },
};
export default config;

function operationOf({ definitions }: DocumentNode): string | undefined {
  return definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION)?.operation;
}
