import { ScanTrayDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  const { unfiledScanPages } = await ask(event, ScanTrayDocument, { after: null });
  return { pages: unfiledScanPages.nodes, hasMore: unfiledScanPages.pageInfo.hasNextPage };
};
