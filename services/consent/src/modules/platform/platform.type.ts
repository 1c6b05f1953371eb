/** The UserError type of this subgraph, and what several of its types share. */
import { defineUserError } from '@heya/service-common/graphql-types';
import { registerEnumType } from 'type-graphql';
import { type Category, categories, categoryLabels } from './platform.category.ts';
import { problemCodes } from './platform.errors.ts';

export const UserErrorType = defineUserError(problemCodes);

export const InformationCategoryEnum = Object.fromEntries(categories.map((category) => [category, category])) as { [K in Category]: K };
registerEnumType(InformationCategoryEnum, {
  name: 'InformationCategory',
  description: '共有される情報の区分(手引き p.6) / Categories of shared information in the guide.',
  valuesConfig: Object.fromEntries(
    categories.map((category) => [category, { description: `${categoryLabels[category].ja} / ${categoryLabels[category].en}` }]),
  ),
});
