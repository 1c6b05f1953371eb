/** What many fields of one operation ask one by one is read in one go, under the rights of whoever asked. */
import DataLoader from 'dataloader';
import type { IdentityContext } from './context.ts';

/** @param batch answers in the order asked */
export function perOperation<V>(
  batch: (context: IdentityContext, keys: readonly string[]) => Promise<V[]>,
): (context: IdentityContext) => DataLoader<string, V> {
  const known = new WeakMap<IdentityContext, DataLoader<string, V>>();
  return (context) => {
    const loader = known.get(context) ?? new DataLoader<string, V>((keys) => batch(context, keys));
    known.set(context, loader);
    return loader;
  };
}
