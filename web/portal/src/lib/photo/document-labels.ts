/** Kinds of document in words (R25). */
import type { DocumentKind } from '@heya/client/generated/graphql';
import { m } from '#paraglide/messages.js';

export const documentLabels: Readonly<Record<DocumentKind, () => string>> = {
  OPINION: m.document_opinion,
  INSTRUCTION: m.document_instruction,
  OTHER: m.document_other,
};
