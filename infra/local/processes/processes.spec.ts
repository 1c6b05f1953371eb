/** Processes come back, strangers are named, orphans are told from strangers. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { inspectProcess, isAlive } from './inspect.mjs';
import { freePorts, portsFrom, requireFreePorts } from './ports.mjs';
import { endProcess } from './register.mjs';
import { Supervised } from './supervised.mjs';
import { waitUntil } from './wait.mjs';

const healthy = `import { createServer } from 'node:http';
createServer((_, answer) => answer.end('{"status":"ok"}')).listen(Number(process.env.PORT), '127.0.0.1');`;

const started: Supervised[] = [];

async function supervise(source: string): Promise<Supervised> {
  const folder = mkdtempSync(join(tmpdir(), 'heya process '));
  writeFileSync(join(folder, 'main.mjs'), source);
  const { it: port } = (await freePorts(['it'])) as { it: number };
  const environment = { PORT: String(port), PATH: process.env['PATH'] ?? '' };
  const child = new Supervised(
    { name: 'it', folder, script: 'main.mjs', port, url: '', environment },
    { log: join(folder, 'log'), onChange: () => {} },
  );
  started.push(child);
  child.start();
  return child;
}

afterEach(async () => {
  for (const child of started.splice(0)) await child.stop();
});

describe('supervision', () => {
  it('brings a process back after kill -9, under a new pid', async () => {
    const child = await supervise(healthy);
    await child.ready();
    const before = child.pid;
    child.kill();
    await waitUntil(() => child.pid !== undefined && child.pid !== before, { timeoutMs: 5000 });
    await child.ready();
    expect(child.record.cause).toBe('crash');
  });

  it('names a process that ends again and again instead of waiting for it', async () => {
    const child = await supervise('process.exit(3)');
    await expect(child.ready()).rejects.toThrow(/it does not start; see .*log/);
  });

  it('ends for good when told to', async () => {
    const child = await supervise(healthy);
    await child.ready();
    await child.stop();
    expect(child.pid).toBeUndefined();
  });
});

describe('ports', () => {
  it('are named with the process that holds them', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    await expect(requireFreePorts({ room: port })).rejects.toMatchObject({
      details: [expect.stringMatching(`${port} \\(room, HEYA_PORT_ROOM\\): pid ${process.pid} `)],
    });
    server.close();
  });

  it('are moved by variables, and nonsense is refused', () => {
    expect(portsFrom({ HEYA_PORT_ROOM: '5003' })).toMatchObject({ room: 5003, gateway: 4000 });
    expect(() => portsFrom({ HEYA_PORT_ROOM: '99999' })).toThrow(/HEYA_PORT_ROOM/);
  });
});

describe('an orphan', () => {
  it('is ended by pid, a later process with the same pid is not', async () => {
    const orphan = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    const record = inspectProcess(orphan.pid ?? 0);
    expect(record).toBeDefined();
    await endProcess({ pid: record!.pid, startedTicks: 'another' });
    expect(isAlive(record!)).toBe(true);
    await endProcess(record!);
    expect(isAlive(record!)).toBe(false);
  });
});
