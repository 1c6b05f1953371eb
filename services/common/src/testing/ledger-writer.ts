/** A process that writes to a ledger until it is killed, and says what it was promised. */
import { newId } from '../id.ts';
import { Ledger } from '../ledger.ts';

const ledger = await Ledger.open(process.argv[2] ?? '');
process.stdout.write('open\n');
for (;;) {
  const scope = newId();
  await ledger.append({ kind: 'KEY_DESTROYED', scope, at: new Date().toISOString() });
  process.stdout.write(`${scope}\n`);
}
