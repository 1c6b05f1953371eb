/** A document as anybody may send it, before anything else is done with it: the same over HTTP and WebSocket (api.md 16). */
import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  Kind,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { limitRules, limits, requirePlainSubscriptionRoot } from './limits.ts';

/** Several faults of one document. */
export class RequestFaults extends Error {
  readonly faults: readonly GraphQLError[];

  constructor(faults: readonly GraphQLError[]) {
    super('The request breaks a rule');
    this.faults = faults;
  }
}

/**
 * Parsed, within the limits, and valid. The limits come first: they cost little, and what breaks them may make the rest cost much.
 * @throws GraphQLError or RequestFaults
 */
export function checkDocument(schema: GraphQLSchema, text: string): DocumentNode {
  const document = parse(text, { maxTokens: limits.tokens });
  requireRules(schema, document, limitRules);
  for (const node of document.definitions)
    if (node.kind === Kind.OPERATION_DEFINITION && node.operation === OperationTypeNode.SUBSCRIPTION)
      requirePlainSubscriptionRoot(document, node);
  requireRules(schema, document, specifiedRules);
  return document;
}

function requireRules(schema: GraphQLSchema, document: DocumentNode, rules: typeof limitRules): void {
  const faults = validate(schema, document, rules, { maxErrors: limits.validationErrors });
  if (faults.length > 0) throw new RequestFaults(faults);
}

const rememberedDocuments = 2000;

/** Documents that have passed, by their hash. Apollo, to which they go on, validates each once more and keeps it parsed (decision 0017). */
export class CheckedDocuments {
  readonly #schema: () => GraphQLSchema;
  #passed: { schema: GraphQLSchema; hashes: Set<string> } | undefined;

  constructor(schema: () => GraphQLSchema) {
    this.#schema = schema;
  }

  /** @throws GraphQLError or RequestFaults */
  require(text: string): void {
    const schema = this.#schema();
    if (this.#passed?.schema !== schema) this.#passed = { schema, hashes: new Set() };
    const { hashes } = this.#passed;
    const hash = createHash('sha256').update(text).digest('base64');
    if (hashes.has(hash)) return;
    checkDocument(schema, text);
    if (hashes.size >= rememberedDocuments) hashes.clear();
    hashes.add(hash);
  }
}
