// What `npm start` does once Node 24 is there: build what is stale, start everything, say where it is, stop in order.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { resetData } from './reset.mjs';
import { buildAll } from './build.mjs';
import { whenParentEnds } from './install.mjs';
import { dataFiles, defaultDataFolder } from './paths.mjs';
import { say } from './say.mjs';
import { loadDemo } from '../demo/load.mjs';
import { showAccounts } from '../demo/show.mjs';
import { publicUrls } from '../processes/plan.mjs';
import { portsFrom, requireFreePorts } from '../processes/ports.mjs';
import { clearPredecessor } from '../processes/register.mjs';
import { startStack } from '../stack.mjs';

export async function runHeya(args) {
  const options = readOptions(args);
  const from = Date.now();
  const ports = portsFrom(process.env);
  const files = dataFiles(options.dir);
  say('部屋 Heya を起動します。', 'starting Heya');
  await clearPredecessor(files, publicUrls(ports).portal);
  if (options.reset) await resetData(options.dir);
  await requireUnusedPorts(ports, options.portal);
  await buildAll(options.portal);
  const stack = await startOrStop(options, ports);
  if (options.demo) await openDemoRoom(stack);
  say(`\n用意ができました(${Math.round((Date.now() - from) / 1000)} 秒)。`, `ready in ${Math.round((Date.now() - from) / 1000)} s`);
  say(`\n  ${options.portal ? stack.urls.portal : stack.urls.gateway}`);
  if (stack.demo) showAccounts(stack.demo);
}

/** From here on Ctrl-C means: end everything in order, whatever has been started by then. */
async function startOrStop({ dir, portal, demo }, ports) {
  const ending = new AbortController();
  const starting = startStack({ dir, ports, portal, demo: demo && 'accounts', signal: ending.signal, say: (ja, en) => say(`  ${ja}`, en) });
  const stop = async () => {
    if (ending.signal.aborted) return;
    say('\n止めています…', 'stopping');
    ending.abort();
    await starting.then((stack) => stack.stop()).catch(() => {});
    say('止まりました。記録は次の起動まで残ります。', 'stopped; data is kept for the next start');
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  whenParentEnds(stop);
  return starting.catch((error) => (ending.signal.aborted ? new Promise(() => {}) : Promise.reject(error)));
}

/** Without the demo room everything works all the same: then it is told, and tried again at the next start. */
async function openDemoRoom(stack) {
  if (!stack.demo.room) say('  デモの部屋を開いています。', 'opening the demo room');
  try {
    stack.demo = await loadDemo(stack, 'room');
  } catch (error) {
    say(`\n■ デモの部屋は開けませんでした: ${error.message}`, 'the demo room could not be opened; all else works');
  }
}

/** The same look as at the start of the stack, before minutes go into building. */
async function requireUnusedPorts(ports, portal) {
  const checked = Object.entries(ports).filter(([name]) => name !== 'postgres' && (portal || name !== 'portal'));
  await requireFreePorts(Object.fromEntries(checked));
}

function readOptions(args) {
  const { values } = parseArgs({
    args,
    allowPositionals: false,
    options: { reset: { type: 'boolean' }, 'no-portal': { type: 'boolean' }, 'no-demo': { type: 'boolean' }, dir: { type: 'string' } },
  });
  return {
    reset: values.reset ?? false,
    portal: !values['no-portal'],
    demo: !values['no-demo'],
    dir: resolve(values.dir ?? defaultDataFolder),
  };
}
