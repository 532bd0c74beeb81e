import { readOptions, type DemoOptions, UsageError } from './options.js';
import { startStack } from './stack.js';
import { playStory } from './story.js';
import { heading } from './tables.js';

const failuresShownMax = 40;

async function main(options: DemoOptions): Promise<number> {
  const begun = Date.now();
  const elapsed = () => `${((Date.now() - begun) / 1_000).toFixed(1)} s`;
  heading(`Waymark demo: ${options.broker === 'kafka' ? 'three services and a real Kafka' : 'one process'}`);
  const stack = await startStack(options);
  try {
    console.log(`Platform ready after ${elapsed()} at ${stack.webUrl ?? Object.values(stack.urls).join(', ')}`);
    const failures = await playStory(stack.urls, options);
    heading(failures.length === 0 ? 'Everything is right' : `${failures.length} things are wrong`);
    for (const failure of failures.slice(0, failuresShownMax)) console.log(`  ${failure}`);
    console.log(`${elapsed()} in all`);
    return failures.length === 0 ? 0 : 1;
  } finally {
    await stack.stop();
  }
}

try {
  process.exitCode = await main(readOptions(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof UsageError ? error.message : error);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
