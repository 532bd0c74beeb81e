import { spawnSync } from 'node:child_process';

import { describe } from '@jest/globals';

import { findChromium } from './browser.js';
import { isContinuousIntegration, variables } from './environment.js';

/**
 * A suite that needs a Kafka broker; `fn` gets its address. Without Java or Maven it is skipped with the reason printed,
 * and fails in CI. The broker is shared by the run: topics and groups need names of their own (`uniqueName`).
 */
export function describeWithKafka(title: string, fn: (kafka: { broker: string }) => void): void {
  const broker = process.env[variables.kafka];
  if (broker) {
    describe(title, () => fn({ broker }));
    return;
  }
  const reason = process.env[variables.kafkaMissing];
  if (reason === undefined) {
    throw new Error('Kafka was not started: the spec must name describeWithKafka itself, for jest globalSetup to see.');
  }
  describeWithout(title, reason, () => fn({ broker: 'unavailable:0' }));
}

/** A suite that needs a browser. Without one it is skipped with the reason printed, and fails in CI. */
export function describeWithBrowser(title: string, fn: () => void): void {
  const chromium = findChromium();
  if (chromium.isAvailable) describe(title, fn);
  else describeWithout(title, chromium.reason, fn);
}

/** A suite that runs a program of the machine. Without it, it is skipped with the reason printed, and fails in CI. */
export function describeWithProgram(title: string, program: string, fn: () => void): void {
  const isThere = spawnSync(program, ['--help'], { stdio: 'ignore' }).error === undefined;
  if (isThere) describe(title, fn);
  else describeWithout(title, `no ${program} on this machine`, fn);
}

function describeWithout(title: string, reason: string, fn: () => void): void {
  if (isContinuousIntegration()) throw new Error(`CI must run everything, but not "${title}": ${reason}`);
  // The reporter reads the reason back from the title and prints it at the end of the run.
  describe.skip(`${title} [skipped: ${reason}]`, fn);
}
