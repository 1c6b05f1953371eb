/** Every element a client can see is described in Japanese and English (api.md 18). */
import { Kind, parse, print, visit, type ASTNode, type StringValueNode } from 'graphql';

type Named = ASTNode & { name: { value: string }; description?: StringValueNode };
const described: readonly string[] = [
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.UNION_TYPE_DEFINITION,
  Kind.ENUM_TYPE_DEFINITION,
  Kind.INPUT_OBJECT_TYPE_DEFINITION,
  Kind.SCALAR_TYPE_DEFINITION,
  Kind.FIELD_DEFINITION,
  Kind.INPUT_VALUE_DEFINITION,
  Kind.ENUM_VALUE_DEFINITION,
];
const roots = ['Query', 'Mutation', 'Subscription'];

/** @returns the coordinates that lack a description of the form 日本語 / English, e.g. `Post.body` */
export function undescribed(supergraph: string): string[] {
  const missing: string[] = [];
  const path: string[] = [];
  visit(parse(supergraph), {
    enter(node) {
      if (node.kind === Kind.DIRECTIVE_DEFINITION) return false;
      if (!isNamed(node)) return undefined;
      if (path.length === 0 && /^(join|link|core)__/.test(node.name.value)) return false;
      path.push(node.name.value);
      const isRoot = path.length === 1 && roots.includes(node.name.value);
      if (!isRoot && !node.description?.value.includes(' / ')) missing.push(coordinate(path, node));
      return undefined;
    },
    leave(node) {
      if (isNamed(node)) path.pop();
    },
  });
  return missing;
}

function isNamed(node: ASTNode): node is Named {
  return described.includes(node.kind);
}

function coordinate(path: readonly string[], node: Named): string {
  const [type, field, argument] = path;
  const place = [type, field].filter(Boolean).join('.');
  return `${argument ? `${place}(${argument}:)` : place}${node.description ? ` — ${print(node.description)}` : ''}`;
}
