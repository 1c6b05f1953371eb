/** error-codes.md: every code an answer can bear, from the code itself. */
import { isEnumType, type GraphQLSchema } from 'graphql';
import { errorCodes, errorSentences } from '../error-codes.ts';

/** @param schema what clients see */
export function errorDocument(schema: GraphQLSchema): string {
  const type = schema.getType('UserErrorCode');
  const userErrors = isEnumType(type) ? type.getValues().map(({ name, description }) => row(name, description ?? '')) : [];
  return [
    '# Error codes',
    '',
    'Generated from the code by `npm run schema:compose`; do not edit.',
    '',
    '## Top-level errors',
    '',
    'In `errors[].extensions.code`, with `requestId`. The whole operation, or the field at `path`, has no answer.',
    '',
    ...table(errorCodes.map((code) => row(code, errorSentences[code]))),
    '',
    '## User errors',
    '',
    "In `userErrors[].code` of a mutation's payload: problems that the user can mend. `message` follows Accept-Language.",
    '',
    ...table(userErrors.toSorted()),
    '',
  ].join('\n');
}

const table = (rows: string[]): string[] => ['| code | 日本語 | English |', '| --- | --- | --- |', ...rows];

function row(code: string, description: string): string {
  const [japanese = '', ...english] = description.split(' / ');
  return `| \`${code}\` | ${japanese} | ${english.join(' / ')} |`;
}
