/** The UserError type of this subgraph. */
import { defineUserError } from '@heya/service-common/graphql-types';
import { problemCodes } from './platform.errors.ts';

export const UserErrorType = defineUserError(problemCodes);
