import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { freePort } from '#libs/local-servers';
import { z } from 'zod';

export interface Prometheus {
  readonly url: string;
  stop(): Promise<void>;
}

/** One value per series; NaN where there was nothing to divide. */
export interface Answer {
  readonly values: readonly number[];
  /** What Prometheus says against the query. */
  readonly error: string | null;
}

const readyWithinMs = 30_000;
const answerSchema = z.object({
  error: z.string().optional(),
  data: z.object({ result: z.array(z.object({ value: z.tuple([z.number(), z.string()]) })) }).optional(),
});

/** A Prometheus of its own on the loopback address, which asks services for metrics each second; gone when stopped. */
export async function startPrometheus(services: readonly string[], rulesFile: string): Promise<Prometheus> {
  const home = await mkdtemp(join(tmpdir(), 'waymark-prometheus-'));
  const config = {
    global: { scrape_interval: '1s', evaluation_interval: '1s' },
    rule_files: [rulesFile],
    scrape_configs: [
      {
        job_name: 'waymark',
        honor_labels: true,
        static_configs: [{ targets: services.map((url) => new URL(url).host) }],
      },
    ],
  };
  // JSON is YAML.
  await writeFile(join(home, 'prometheus.yml'), JSON.stringify(config));
  const port = await freePort();
  const child = spawn(
    'prometheus',
    [
      `--config.file=${join(home, 'prometheus.yml')}`,
      `--storage.tsdb.path=${join(home, 'data')}`,
      `--web.listen-address=127.0.0.1:${port}`,
      '--log.level=error',
    ],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
  const failure = new Promise<Error>((resolve) => child.once('error', resolve));
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    await end(child);
    await rm(home, { recursive: true, force: true });
  };
  try {
    await Promise.race([ready(url, child), failure.then((error) => Promise.reject(error))]);
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Asks one question, as of now. */
export async function ask(prometheusUrl: string, query: string): Promise<Answer> {
  const response = await fetch(`${prometheusUrl}/api/v1/query?${new URLSearchParams({ query })}`);
  const { data, error } = answerSchema.parse(await response.json());
  return { values: (data?.result ?? []).map(({ value: [, text] }) => Number(text)), error: error ?? null };
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + readyWithinMs;
  const isReady = () =>
    fetch(`${url}/-/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await isReady())) {
    if (child.exitCode !== null) throw new Error(`Prometheus ended with code ${child.exitCode} while starting.`);
    if (Date.now() > deadline) throw new Error(`Prometheus was not ready within ${readyWithinMs / 1_000} s.`);
    await delay(100);
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await exited;
}
