/** Lists that are needed whole, where somebody on the last page counts as much as one on the first. */
interface Connection<T> {
  nodes: readonly T[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

/** @param read one page, after a cursor; nothing where the list may not be seen */
export async function everyPage<T>(read: (after: string | null) => Promise<Connection<T> | null | undefined>): Promise<T[]> {
  const all: T[] = [];
  let after: string | null = null;
  do {
    const page = await read(after);
    all.push(...(page?.nodes ?? []));
    after = (page?.pageInfo.hasNextPage && page.pageInfo.endCursor) || null;
  } while (after);
  return all;
}
