/** From type-graphql classes to a federation 2.9 subgraph: one way to build it, one way to print it. */
import { buildSubgraphSchema, printSubgraphSchema } from '@apollo/subgraph';
import { type DocumentNode, type GraphQLSchema, parse } from 'graphql';
import { buildSchema, type BuildSchemaOptions, createResolversMap } from 'type-graphql';
import { type ClassFinders, guardClasses, holdsDefinition } from './holds.ts';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@tag", "@inaccessible", "@cost", "@listSize"])`;

/** `__resolveReference` of each entity: type name → how a reference becomes an object, through the access function. */
export type ReferenceResolvers<C> = Record<string, (reference: never, context: C) => unknown>;

export interface SubgraphDefinition<C> {
  resolvers: BuildSchemaOptions['resolvers'];
  /** Types no field returns: entity stubs, union members. */
  orphanedTypes?: BuildSchemaOptions['orphanedTypes'];
  references: ReferenceResolvers<C>;
  scalarsMap?: BuildSchemaOptions['scalarsMap'];
  /** For types whose objects are mere references: which classes the viewer may read of one (R10). */
  classes?: ClassFinders<C>;
}

export interface Subgraph {
  schema: GraphQLSchema;
  /** As committed in schema/subgraphs. */
  sdl: string;
}

export async function buildSubgraph<C>(definition: SubgraphDefinition<C>): Promise<Subgraph> {
  const schema = await buildSchema({
    resolvers: definition.resolvers,
    orphanedTypes: definition.orphanedTypes ?? [],
    ...(definition.scalarsMap && { scalarsMap: definition.scalarsMap }),
    validate: { forbidUnknownValues: false, validationError: { target: false, value: false } },
    skipCheck: true,
  });
  const printed = printSubgraphSchema(schema);
  const header = printed.includes('@holds(') ? `${link}\n\n${holdsDefinition}` : link;
  const sdl = `${header}\n\n${printed}\n`;
  const typeDefs: DocumentNode = parse(sdl);
  const resolvers = createResolversMap(schema) as Record<string, Record<string, unknown>>;
  for (const [type, resolve] of Object.entries(definition.references)) {
    resolvers[type] = { ...resolvers[type], __resolveReference: (reference: never, context: C) => resolve(reference, context) };
  }
  const subgraph = buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]);
  guardClasses(subgraph, definition.classes ?? {});
  return { schema: subgraph, sdl };
}
