// Who is running: read from /proc where there is one, else from ps. Needed to name the holder of a port and to know our own orphans.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';

/**
 * @param {number} pid
 * @returns {{pid: number, parent?: number, startedTicks: string, command: string} | undefined} undefined when gone or a zombie
 */
export function inspectProcess(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  if (process.platform !== 'linux') return inspectWithPs(pid);
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the name in brackets and may hold spaces; all else counts from behind it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ').trim();
    return { pid, parent: Number(fields[1]), startedTicks: fields[19] ?? '', command };
  } catch {
    return undefined;
  }
}

/** True when that very process (not a later one with the same pid) is alive. */
export function isAlive({ pid, startedTicks }) {
  const found = inspectProcess(pid);
  return found !== undefined && (startedTicks === undefined || found.startedTicks === startedTicks);
}

/** Pids whose working folder is this one; a PostgreSQL back end works in its data folder. */
export function processesWorkingIn(folder) {
  if (process.platform !== 'linux') return [];
  return pids().filter((pid) => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === folder && inspectProcess(pid) !== undefined;
    } catch {
      return false;
    }
  });
}

/** @returns {{pid?: number, command?: string, uid?: number} | undefined} who listens on this TCP port */
export function portHolder(port) {
  if (process.platform !== 'linux') return holderWithLsof(port);
  const socket = listeningSocket(port);
  if (!socket) return undefined;
  const pid = pids().find((candidate) => ownsSocket(candidate, socket.inode));
  return pid ? inspectProcess(pid) : { uid: socket.uid };
}

function listeningSocket(port) {
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    for (const line of readLines(table)) {
      const [, local, , state, , , , uid, , inode] = line.trim().split(/\s+/);
      if (state === '0A' && local?.endsWith(`:${hex}`)) return { inode, uid: Number(uid) };
    }
  }
  return undefined;
}

function ownsSocket(pid, inode) {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => {
      try {
        return readlinkSync(`/proc/${pid}/fd/${fd}`) === `socket:[${inode}]`;
      } catch {
        return false;
      }
    });
  } catch {
    return false;
  }
}

function pids() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

function readLines(file) {
  try {
    return readFileSync(file, 'utf8').split('\n').slice(1);
  } catch {
    return [];
  }
}

function inspectWithPs(pid) {
  const line = output('ps', ['-o', 'stat=,lstart=,command=', '-p', String(pid)]);
  if (!line || line.startsWith('Z')) return undefined;
  const [, startedTicks, command] = /^\S+\s+(.{24})\s+(.*)$/.exec(line) ?? [];
  return { pid, startedTicks: startedTicks ?? '', command: command ?? line };
}

function holderWithLsof(port) {
  const pid = Number(output('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-t']).split('\n')[0]);
  return pid ? inspectWithPs(pid) : undefined;
}

function output(command, args) {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return '';
  }
}
