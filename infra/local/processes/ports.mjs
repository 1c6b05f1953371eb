// Which port belongs to which part, and whether it is free.
import { createServer } from 'node:net';
import { Problem } from '../setup/say.mjs';
import { portHolder } from './inspect.mjs';

/** Usual ports; each may be moved by HEYA_PORT_<NAME>. */
export const usualPorts = { portal: 3000, gateway: 4000, identity: 4001, consent: 4002, room: 4003, timeline: 4004, postgres: 54329 };

/** @param {Record<string, string | undefined>} environment */
export function portsFrom(environment) {
  return Object.fromEntries(Object.entries(usualPorts).map(([name, usual]) => [name, portFrom(environment, name, usual)]));
}

function portFrom(environment, name, usual) {
  const variable = `HEYA_PORT_${name.toUpperCase()}`;
  const given = environment[variable];
  if (given === undefined || given === '') return usual;
  const port = Number(given);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new Problem(
    `${variable} は 1〜65535 の数にしてください(今は「${given}」)。`,
    `${variable} must be a number from 1 to 65535 (it is "${given}").`,
  );
}

/** As many different free ports as there are names; for tests that run beside each other. */
export async function freePorts(names = Object.keys(usualPorts)) {
  const servers = await Promise.all(names.map(() => listen(0)));
  const ports = servers.map((server) => server.address().port);
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return Object.fromEntries(names.map((name, index) => [name, ports[index]]));
}

/** Refuses with the process that holds a port, since "address in use" helps nobody. */
export async function requireFreePorts(ports) {
  const taken = [];
  for (const [name, port] of Object.entries(ports)) if (!(await isFree(port))) taken.push(describe(name, port));
  if (!taken.length) return;
  throw new Problem(
    '使いたいポートを、ほかのプログラムが使っています。止めるか、HEYA_PORT_… で別の番号にしてください。',
    'Ports are taken. Stop the program that holds them, or choose others with HEYA_PORT_….',
    taken,
  );
}

function describe(name, port) {
  const holder = portHolder(port);
  const who = holder?.pid ? `pid ${holder.pid}  ${holder.command}` : `pid ?  (利用者 / user ${holder?.uid ?? '?'})`;
  return `${port} (${name}, HEYA_PORT_${name.toUpperCase()}): ${who}`;
}

/** A wildcard listener of somebody else also counts: 127.0.0.1 could be bound beside it and would steal its traffic. */
async function isFree(port) {
  for (const host of ['127.0.0.1', '::']) {
    try {
      const server = await listen(port, host);
      await new Promise((done) => server.close(done));
    } catch (error) {
      if (error.code !== 'EADDRNOTAVAIL' && error.code !== 'EAFNOSUPPORT') return false;
    }
  }
  return true;
}

function listen(port, host = '127.0.0.1') {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host }, () => resolve(server));
  });
}
