// One process of a running stack, as procs.json tells it to whoever did not start it.
import { connect } from 'node:net';
import { readJson } from '../setup/secrets.mjs';
import { isAlive } from './inspect.mjs';
import { isHealthy } from './wait.mjs';

/**
 * @param {{procs: string}} files
 * @param {string} name
 * @returns {{name: string, pid?: number, port: number} | undefined}
 */
export const findStanding = ({ procs }, name) => readJson(procs)?.find((candidate) => candidate.name === name);

/** Whether it serves, and is another than the one that was ended. */
export async function isBack(now, former) {
  if (!now?.pid || now.pid === former || !isAlive({ pid: now.pid })) return false;
  return now.name === 'postgres' ? accepts(now.port) : isHealthy(now.port);
}

function accepts(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true));
    socket.on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}
