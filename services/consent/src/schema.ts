/** The list of resolvers and references that make this subgraph. */
import { buildSubgraph, type Subgraph } from '@heya/service-common/federation';
import { AccessLogEntryType, AccessLogResolver, PatientAccessLogResolver, resolveEntry } from './modules/access-log/index.ts';
import { ConsentResolver, PatientConsentResolver, resolveConsent, ViewerConsentsResolver } from './modules/consent/index.ts';
import { ConsentTextResolver } from './modules/consent-text/index.ts';
import { PatientDisclosuresResolver, RoomConsentStateResolver } from './modules/disclosure/index.ts';
import type { ConsentContext } from './modules/platform/index.ts';
import { PatientType, resolveBare, resolveViewer, RoomType, ViewerType } from './modules/foreign/index.ts';

let built: Promise<Subgraph> | undefined;

/** Built once a process: it depends on nothing but the code. */
export const buildConsentSubgraph = (): Promise<Subgraph> =>
  (built ??= buildSubgraph<ConsentContext>({
    resolvers: [
      ConsentResolver,
      PatientConsentResolver,
      ViewerConsentsResolver,
      ConsentTextResolver,
      PatientDisclosuresResolver,
      RoomConsentStateResolver,
      PatientAccessLogResolver,
      AccessLogResolver,
    ],
    orphanedTypes: [PatientType, RoomType, ViewerType, AccessLogEntryType],
    references: { Consent: resolveConsent, Patient: resolveBare, Room: resolveBare, Viewer: resolveViewer, AccessLogEntry: resolveEntry },
  }));
