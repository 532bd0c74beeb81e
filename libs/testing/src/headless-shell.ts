import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const module = '@sparticuz/chromium';
const unpack = `const { default: it } = await import('${module}'); process.stdout.write(await it.executablePath());`;
const withinMs = 120_000;

/**
 * Chromium without the parts that draw its own windows, from the npm package that carries it: opening a page costs a fifth
 * of what it costs in the whole browser. It is unpacked once into a cache. Null where there is none for this machine, or it
 * does not run here.
 */
export async function headlessShell(cacheDir: string): Promise<string | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const place = join(cacheDir, await versionOfPackage());
  if (!existsSync(join(place, 'complete'))) await unpackTo(place);
  const program = join(place, 'chromium');
  return run(program, ['--version'], { timeout: withinMs }).then(
    () => program,
    // It needs libraries of the system, as any browser does.
    () => null,
  );
}

/** The package shows only its code, which lies two folders below its description. */
async function versionOfPackage(): Promise<string> {
  const code = createRequire(import.meta.url).resolve(module);
  return JSON.parse(await readFile(join(code, '../../../package.json'), 'utf8')).version;
}

/** Two runs may ask at once: each unpacks into a folder of its own, the first rename wins. */
async function unpackTo(place: string): Promise<void> {
  const building = `${place}.${process.pid}`;
  await mkdir(building, { recursive: true });
  try {
    // A process of its own, because the package takes its place from the environment.
    await run(process.execPath, ['--input-type=module', '--eval', unpack], {
      cwd: import.meta.dirname,
      env: { ...process.env, TMPDIR: building },
      timeout: withinMs,
    });
    await writeFile(join(building, 'complete'), '');
    await rename(building, place).catch((error: unknown) => {
      if (!existsSync(join(place, 'complete'))) throw error;
    });
  } finally {
    await rm(building, { recursive: true, force: true });
  }
}
