// A stack of one's own for a program that measures or audits: gone with the program, however that ends.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crowd } from './crowd.mjs';
import { whenParentEnds } from './setup/install.mjs';
import { startStack } from './stack.mjs';

/**
 * @typedef {object} OwnStack
 * @property {string} name
 * @property {string | undefined} [dir] a given folder is kept, with its data and logs
 * @property {boolean} [portal]
 * @property {'accounts' | 'room' | false} [demo]
 * @property {import('./stack.d.mts').StackOptions['environment']} [environment]
 *
 * @param {OwnStack} options
 * @param {(stack: import('./stack.d.mts').Stack) => Promise<void>} work gets a stack with the demo room and without the portal unless told otherwise
 */
export async function withOwnStack({ name, dir, portal = false, demo = 'room', environment = {} }, work) {
  const folder = dir ?? (await mkdtemp(join(tmpdir(), `heya-${name}-`)));
  const starting = startStack({
    dir: folder,
    portal,
    demo,
    environment: {
      ...environment,
      identity: { ...crowd.identity, ...environment.identity },
      gateway: { ...crowd.gateway, ...environment.gateway },
    },
    say: (_ja, en) => process.stderr.write(`${en}\n`),
  });
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
