/** What a change would break for a client, against the branch it will be merged into (api.md 17). */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { apiSchema } from './composition.ts';

const run = promisify(execFile);

export type Comparison = { base: string; breaking: string[]; dangerous: string[] } | undefined;

/** @returns undefined when there is no base to compare with: no git, or the first commit */
export async function compareWithBase(supergraph: string): Promise<Comparison> {
  const base = await git('merge-base', 'main', 'HEAD');
  const before = base && (await git('show', `${base.trim()}:schema/supergraph.graphql`));
  if (!before) return undefined;
  const changes = await diff(apiSchema(before), apiSchema(supergraph));
  const of = (level: CriticalityLevel) => changes.filter(({ criticality }) => criticality.level === level).map(({ message }) => message);
  return { base: base.trim().slice(0, 9), breaking: of(CriticalityLevel.Breaking), dangerous: of(CriticalityLevel.Dangerous) };
}

async function git(...args: string[]): Promise<string | undefined> {
  return run('git', args, { maxBuffer: 32 * 1024 * 1024 }).then(
    ({ stdout }) => stdout,
    () => undefined,
  );
}
