// A stack of one's own for a program that measures or audits: gone with the program, however that ends.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { whenParentEnds } from './setup/install.mjs';
import { startStack } from './stack.mjs';

/**
 * @param {{ name: string, dir?: string | undefined }} options a given folder is kept, with its data and logs
 * @param {(stack: import('./stack.d.mts').Stack) => Promise<void>} work gets a stack with the demo room and without the portal
 */
export async function withOwnStack({ name, dir }, work) {
  const folder = dir ?? (await mkdtemp(join(tmpdir(), `heya-${name}-`)));
  const starting = startStack({ dir: folder, portal: false, demo: 'room', say: (_ja, en) => process.stderr.write(`${en}\n`) });
  const clear = async () => {
    await starting.then(
      (stack) => stack.stop(),
      () => {},
    );
    if (!dir) await rm(folder, { recursive: true, force: true });
  };
  const leave = () => void clear().then(() => process.exit(1));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, leave);
  whenParentEnds(leave);
  try {
    await work(await starting);
  } finally {
    await clear();
  }
}
