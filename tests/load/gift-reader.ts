import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { readGift } from '#libs/interchange';

import { giftBank } from '../../libs/testing/src/gift-bank.js';

/** Reads a bank of so many questions once, cold, and tells what that took; a process of its own, for nothing else to be counted. */
const questions = Number(process.argv[2]);
const text = giftBank(questions);
const cpuBefore = process.cpuUsage();
const begun = performance.now();
const { items } = readGift(text, { newId: randomUUID });
const wallMs = performance.now() - begun;
const { user, system } = process.cpuUsage(cpuBefore);
const imported = items.filter(({ outcome }) => outcome !== 'refused').length;
process.send?.({ questions: imported, cpuMs: (user + system) / 1_000, wallMs, peakRssMb: peakRssMb() });
process.disconnect?.();

/** The most that `getrusage` knows includes the process that this one was forked from; Linux counts its own apart. */
function peakRssMb(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1_024;
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kilobytes) / 1_024;
}
