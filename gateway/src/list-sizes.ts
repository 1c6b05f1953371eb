/** How long a list without pages is taken to be, as its owner says by `@listSize(assumedSize:)`: what clients see of the schema has lost it. */
import { type GraphQLSchema, Kind, parse } from 'graphql';

const sizes = new WeakMap<GraphQLSchema, ReadonlyMap<string, number>>();

/** @param sdl of the supergraph that `schema` was made from */
export function assumeSizes(schema: GraphQLSchema, sdl: string): void {
  const found = parse(sdl, { noLocation: true }).definitions.flatMap((type) =>
    type.kind === Kind.OBJECT_TYPE_DEFINITION
      ? (type.fields ?? []).flatMap(({ name, directives = [] }) => {
          const given = directives.find((directive) => directive.name.value === 'listSize')?.arguments ?? [];
          const size = given.find((argument) => argument.name.value === 'assumedSize')?.value;
          return size?.kind === Kind.INT ? [[`${type.name.value}.${name.value}`, Number(size.value)] as const] : [];
        })
      : [],
  );
  sizes.set(schema, new Map(found));
}

/** @returns undefined where nothing is said */
export const assumedSize = (schema: GraphQLSchema, type: string, field: string): number | undefined =>
  sizes.get(schema)?.get(`${type}.${field}`);
