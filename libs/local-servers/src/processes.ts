import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

import { systemCodeOf } from './local-server-error.js';

/**
 * A process that can be told apart from a later one with the same number: process ids are reused, within minutes in a
 * container whose data folder outlives it.
 */
export interface ProcessIdentity {
  readonly pid: number;
  /** Start time as the operating system words it; empty where it cannot be had. */
  readonly started: string;
}

export function identityOf(pid: number): ProcessIdentity {
  return { pid, started: startOf(pid) };
}

/** Whether the very process described still runs. */
export function isRunning(process: ProcessIdentity): boolean {
  return isAlive(process.pid) && startOf(process.pid) === process.started;
}

/** Whether a process of that number runs. A zombie that nobody has reaped yet holds nothing any more: it counts as gone. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return systemCodeOf(error) === 'EPERM';
  }
  return procStat(pid)?.[0] !== 'Z';
}

/** The command line of a process, empty when it is gone or cannot be read. */
export function commandLineOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return processStatus(pid, 'command=');
  }
}

/** Resolves true once the process is gone, false when the time is up. */
export async function hasEnded(pid: number, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await delay(20);
  }
  return true;
}

/** Signals a process; one that is already gone is not an error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (systemCodeOf(error) !== 'ESRCH') throw error;
  }
}

function startOf(pid: number): string {
  return procStat(pid)?.[19] ?? processStatus(pid, 'lstart=');
}

/** Fields 3 and later of `/proc/<pid>/stat`; the command before them is in brackets and may hold spaces. */
function procStat(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function processStatus(pid: number, column: string): string {
  if (process.platform === 'win32' || process.platform === 'linux') return '';
  try {
    return execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}
