import { spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from './id.ts';
import { Ledger, type LedgerEntry, readLedger } from './ledger.ts';

const home = mkdtempSync(join(tmpdir(), 'heya-ledger-'));
let file: string;
let count = 0;
const now = (): string => new Date().toISOString();
const withdrawn = (): LedgerEntry => ({ kind: 'CONSENT_WITHDRAWN', consentId: newId(), patientId: newId(), at: now() });
const destroyed = (): LedgerEntry => ({ kind: 'KEY_DESTROYED', scope: newId(), at: now() });

beforeEach(() => (file = join(home, String((count += 1)), 'consent.jsonl')));
afterAll(() => rmSync(home, { recursive: true, force: true }));

async function write(...entries: LedgerEntry[]): Promise<boolean[]> {
  const ledger = await Ledger.open(file);
  const written = await Promise.all(entries.map((entry) => ledger.append(entry)));
  await ledger.close();
  return written;
}

describe('the ledger', () => {
  it('says at the next start what was written, in order, each thing once', async () => {
    const [one, two] = [withdrawn(), destroyed()];
    expect(await write(one, two, { ...one, at: '2030-01-01T00:00:00Z' })).toEqual([true, true, false]);
    expect(await write(two)).toEqual([false]);
    const ledger = await Ledger.open(file);
    expect(ledger.entries).toEqual([one, two]);
    await ledger.close();
    expect(await readLedger(file)).toEqual([one, two]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('has one writer, and is free again when that one ends', async () => {
    const first = await Ledger.open(file);
    await expect(Ledger.open(file)).rejects.toThrow(/Another process/);
    await first.close();
    await (await Ledger.open(file)).close();
  });

  it('takes no entry that is none', async () => {
    const ledger = await Ledger.open(file);
    await expect(ledger.append({ ...destroyed(), name: '花子' } as never)).rejects.toThrow();
    expect(await ledger.append(destroyed())).toBe(true);
    await ledger.close();
  });

  it('writes no further when somebody else has written past the lock', async () => {
    const ledger = await Ledger.open(file);
    await ledger.append(destroyed());
    appendFileSync(file, 'x\n');
    await expect(ledger.append(destroyed())).rejects.toThrow(/somebody else/);
    await ledger.close();
  });
});

describe('damage', () => {
  it('is found wherever a byte, a line or the order was changed', async () => {
    await write(withdrawn(), destroyed(), withdrawn(), destroyed());
    const whole = readFileSync(file);
    const lines = whole.toString().trimEnd().split('\n');
    const edit = fc.oneof(
      fc.record({ at: fc.nat(whole.length - 2), bit: fc.nat(6) }).map(({ at, bit }) => {
        const bytes = Buffer.from(whole);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        return bytes;
      }),
      fc.nat(2).map((line) => Buffer.from(`${lines.toSpliced(line, 1).join('\n')}\n`)),
      fc.nat(3).map((line) => Buffer.from(`${lines.toSpliced(line, 0, lines[line] ?? '').join('\n')}\n`)),
    );
    await fc.assert(
      fc.asyncProperty(edit, async (bytes) => {
        writeFileSync(file, bytes);
        await expect(readLedger(file)).rejects.toThrow(/damaged at line [1-5]/);
        await expect(Ledger.open(file)).rejects.toThrow(/damaged/);
      }),
      { numRuns: 60 },
    );
  });

  it('of a last line cut off by a crash is set aside, and the ledger goes on', async () => {
    const [one, two] = [withdrawn(), destroyed()];
    await write(one, two);
    const whole = readFileSync(file);
    const firstLine = whole.indexOf('\n') + 1;
    for (const length of [firstLine + 1, firstLine + 40, whole.length - 1]) {
      writeFileSync(file, whole);
      truncateSync(file, length);
      const found: string[] = [];
      const ledger = await Ledger.open(file, { onTorn: (aside) => found.push(aside) });
      expect(ledger.entries).toEqual([one]);
      expect(readFileSync(found[0] ?? '')).toEqual(whole.subarray(firstLine, length));
      expect(await ledger.append(two)).toBe(true);
      await ledger.close();
      expect(await readLedger(file)).toEqual([one, two]);
    }
  });
});

describe('kill -9', () => {
  it('loses nothing that was promised, and leaves a ledger that opens', async () => {
    const promised: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      const child = spawn(process.execPath, [fileURLToPath(new URL('./testing/ledger-writer.ts', import.meta.url)), file]);
      const heard = createInterface({ input: child.stdout });
      for await (const line of heard) {
        if (line !== 'open') promised.push(line);
        if (promised.length >= 25 * (round + 1) && !child.killed) child.kill('SIGKILL');
      }
      if (child.exitCode === null && child.signalCode === null) await new Promise((resolve) => child.once('exit', resolve));
      expect(child.signalCode).toBe('SIGKILL');
      const ledger = await Ledger.open(file);
      const scopes = new Set(ledger.entries.map((entry) => (entry.kind === 'KEY_DESTROYED' ? entry.scope : '')));
      expect(promised.filter((scope) => !scopes.has(scope))).toEqual([]);
      // At most the one that was being written more than what was heard of.
      expect(scopes.size).toBeLessThanOrEqual(promised.length + round + 1);
      await ledger.close();
    }
    expect(readdirSync(dirname(file)).filter((name) => !/^consent\.jsonl(\.torn-\w+)?$/.test(name))).toEqual([]);
  });
});
