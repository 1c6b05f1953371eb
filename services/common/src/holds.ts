/**
 * A field that holds a class of information says so once, beside itself (R9, R10). The one declaration is printed into the
 * subgraph's SDL and guards the field at run time: whatever a resolver forgot, the field answers only for a class that was granted.
 */
import type { InformationCategory } from '@heya/schema/events';
import { type GraphQLField, type GraphQLFieldResolver, type GraphQLSchema, isNonNullType, isObjectType, Kind } from 'graphql';
import { Directive } from 'type-graphql';
import { codedError } from './errors.ts';

const name = 'holds';

/** Repeated by every subgraph that declares classes; composition drops it, so that it stays between the services. */
export const holdsDefinition = `directive @${name}(category: String!) on FIELD_DEFINITION`;

/** Beside `@Field` or `@FieldResolver`: what the field tells belongs to this class. */
export const Holds = (category: InformationCategory): MethodDecorator & PropertyDecorator => Directive(`@${name}(category: "${category}")`);

type Classes = readonly InformationCategory[];

/** What an access function found for the viewer: the classes that an object may show. */
const granted = new WeakMap<object, Classes>();

/** Said by access functions alone, of the object they give out. @returns the object */
export function grant<T extends object>(object: T, classes: Classes): T {
  granted.set(object, classes);
  return object;
}

/** @returns the classes this object may show; none for an object that came past the access functions */
export const grantedClasses = (object: object): Classes => granted.get(object) ?? [];

/** Of objects that are only a reference until a field is asked: type name → how to find out, of the class that the field declares. */
export type ClassFinders<C> = Record<string, (root: never, context: C, category: InformationCategory) => Classes | Promise<Classes>>;

/** @returns the class a field is declared to hold */
export function declaredClass(field: Pick<GraphQLField<unknown, unknown>, 'astNode'>): InformationCategory | undefined {
  const declared = field.astNode?.directives?.find((directive) => directive.name.value === name);
  const [argument] = declared?.arguments ?? [];
  return argument?.value.kind === Kind.STRING ? (argument.value.value as InformationCategory) : undefined;
}

/** Puts the guard before every field that declares a class. */
export function guardClasses<C>(schema: GraphQLSchema, finders: ClassFinders<C>): void {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    for (const field of Object.values(type.getFields())) {
      const category = declaredClass(field);
      if (category) field.resolve = guarded(field as GraphQLField<unknown, C>, category, finders[type.name]) as never;
    }
  }
}

function guarded<C>(
  field: GraphQLField<unknown, C>,
  category: InformationCategory,
  find: ClassFinders<C>[string] | undefined,
): GraphQLFieldResolver<object, C> {
  const resolve = (field.resolve ?? ((root) => (root as Record<string, unknown>)[field.name])) as GraphQLFieldResolver<object, C>;
  const classesOf = (find ?? grantedClasses) as (root: object, context: C, category: InformationCategory) => Classes | Promise<Classes>;
  const withheld = (): null => {
    if (isNonNullType(field.type)) throw codedError('CONSENT_REQUIRED');
    return null;
  };
  return (root, args, context, info) => {
    const classes = classesOf(root, context, category);
    const decide = (found: Classes): unknown => (found.includes(category) ? resolve(root, args, context, info) : withheld());
    return classes instanceof Promise ? classes.then(decide) : decide(classes);
  };
}
