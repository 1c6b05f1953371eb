/** Files of packages that this one depends on, wherever it is run from: a bundle of a service resolves them as this package would. */
import { createRequire } from 'node:module';

const here = createRequire(import.meta.url).resolve('@heya/forms/installed');

/** @returns path of a file in an installed package, or of one of this package's own modules */
export const installed: (specifier: string) => string = createRequire(here).resolve;
