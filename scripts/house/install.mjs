import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { root, run, runNode, say, Stop } from './shell.mjs';

const stamp = join(root, 'node_modules', '.waymark-install');

/** Installs exactly what package-lock.json names, unless that has been done. */
export async function install() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (!isSatisfied(JSON.parse(lock.toString()))) {
    say('Installing packages (once; a few minutes on a slow line) ...');
    // Not `npm ci`: it refuses a lock file that lacks the binaries of other platforms (npm bug 4828), and a registry mirror
    // that carries only its own platform makes such files. Versions come from the lock file all the same, and it stays as it is.
    const { code } = await npm([
      'install',
      '--no-save',
      '--include=dev',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ]);
    if (code !== 0) throw new Stop('npm install failed; its own message is above. Nothing was started.');
  }
  writeFileSync(stamp, wanted);
}

/** True after an ordinary `npm install`, whose own record of node_modules then equals the lock file. */
function isSatisfied(lock) {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(lock.packages).every(
    ([path, { version, optional }]) =>
      path === '' || installed[path]?.version === version || (optional === true && !(path in installed)),
  );
}

function npm(args) {
  const script = process.env.npm_execpath;
  const options = { quiet: true };
  return script?.endsWith('.js') ? runNode([script, ...args], options) : run('npm', args, options);
}
