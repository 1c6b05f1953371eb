/** As identity tells it. */
export interface Taken {
  replayed: boolean;
  pages: { number: number; receiptNumbers: string[]; taskId: string | null; isDiscarded: boolean }[];
}

export interface Places {
  replayed: boolean;
  /** Where its pages went. */
  filed: { taskId: string; receiptNumber: string; pages: number }[];
  /** Pages that wait for a person. */
  unread: number;
}

/** The pages of one file by where they went. */
export function whereTo({ pages, replayed }: Taken): Places {
  const kept = pages.filter(({ isDiscarded }) => !isDiscarded);
  const known = kept.flatMap(({ receiptNumbers }) => receiptNumbers);
  const tasks = kept.flatMap(({ taskId }) => (taskId === null ? [] : [taskId])).filter((one, index, all) => all.indexOf(one) === index);
  const filed = tasks.map((taskId) => {
    const own = kept.filter((page) => page.taskId === taskId);
    const receiptNumber = own.flatMap(({ receiptNumbers }) => receiptNumbers)[0] ?? known[0] ?? '';
    return { taskId, receiptNumber, pages: own.length };
  });
  return { filed, unread: kept.filter(({ taskId }) => taskId === null).length, replayed };
}
