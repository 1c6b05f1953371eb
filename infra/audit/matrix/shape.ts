/** The supergraph as a client may use it: what is inaccessible or belongs to the joining is left out. */
import {
  buildASTSchema,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  isInterfaceType,
  parse,
} from 'graphql';

export interface FieldShape {
  name: string;
  /** The type without lists and exclamation marks. */
  type: string;
  arguments: readonly { name: string; type: string; isRequired: boolean }[];
}

export interface TypeShape {
  name: string;
  /** Has a key: other subgraphs may refer to it and add to it. */
  isEntity: boolean;
  fields: readonly FieldShape[];
  /** Of a union or interface. */
  possible: readonly string[];
}

/** Types with fields, and unions, by name; scalars and enums are not in it. */
export type Shape = ReadonlyMap<string, TypeShape>;

interface Marked {
  astNode?: { directives?: readonly { name: { value: string }; arguments?: readonly { name: { value: string } }[] }[] } | null;
}

/** @param sdl the composed supergraph with its join directives */
export function readShape(sdl: string): Shape {
  const schema = buildASTSchema(parse(sdl), { assumeValidSDL: true });
  const types = Object.values(schema.getTypeMap()).filter((type) => isCompositeType(type) && isShown(type));
  return new Map(types.map((type) => [type.name, shapeOf(schema, type)]));
}

function shapeOf(schema: GraphQLSchema, type: GraphQLNamedType): TypeShape {
  const isChoice = isUnionType(type) || isInterfaceType(type);
  const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()).filter(isVisible) : [];
  return {
    name: type.name,
    isEntity: isObjectType(type) && hasKey(type),
    fields: fields.map(fieldShape),
    possible: isChoice ? schema.getPossibleTypes(type).map(({ name }) => name) : [],
  };
}

function fieldShape(field: GraphQLField<unknown, unknown>): FieldShape {
  return {
    name: field.name,
    type: getNamedType(field.type).name,
    arguments: field.args.map((argument) => ({
      name: argument.name,
      type: String(argument.type),
      isRequired: isRequiredArgument(argument),
    })),
  };
}

const isShown = (type: GraphQLNamedType): boolean => !/^(__|join__|link__)/.test(type.name) && isVisible(type);
const isVisible = (element: Marked): boolean => !directivesOf(element).some(({ name }) => name.value === 'inaccessible');
const hasKey = (element: Marked): boolean =>
  directivesOf(element).some(({ name, arguments: given }) => name.value === 'join__type' && given?.some((one) => one.name.value === 'key'));
const directivesOf = ({ astNode }: Marked) => astNode?.directives ?? [];

/** Every field there is, `Type.field`, sorted. */
export function coordinates(shape: Shape): string[] {
  return [...shape.values()].flatMap(({ name, fields }) => fields.map((field) => `${name}.${field.name}`)).sort();
}
