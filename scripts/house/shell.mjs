import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** An expected end with one clear line for a person; anything else keeps its stack. */
export class Stop extends Error {}

/** Progress goes to standard error, so that a task's own output can be piped. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** A command of an installed package, as arguments for node: no shell and no PATH are involved. */
export function tool(path) {
  return join(root, 'node_modules', path);
}

/**
 * Runs a program to its end and resolves to its exit code. With `capture` the output is returned instead of shown.
 * Ctrl-C reaches the whole process group by itself; any other signal to this process is passed on.
 */
export function run(command, args, { capture = false, env, quiet = false } = {}) {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: capture ? ['ignore', 'pipe', 'pipe'] : ['inherit', quiet ? 'ignore' : 'inherit', 'inherit'],
  });
  const output = [];
  child.stdout?.on('data', (chunk) => output.push(chunk));
  child.stderr?.on('data', (chunk) => output.push(chunk));
  const release = passSignals(child);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      release();
      resolve({ code: code ?? (signal ? 1 : 0), output: Buffer.concat(output).toString() });
    });
  });
}

/** Runs a JavaScript tool with this very Node. */
export function runNode(args, options) {
  return run(process.execPath, args, options);
}

export function passSignals(child) {
  const handlers = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => {
    const handler = () => {
      if (signal === 'SIGINT' && process.stdin.isTTY) return;
      child.kill(signal);
    };
    process.on(signal, handler);
    return [signal, handler];
  });
  return () => handlers.forEach(([signal, handler]) => process.off(signal, handler));
}
