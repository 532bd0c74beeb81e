import { type Command, type ExitCode, exitCodes, print, Unusable } from './command.js';

/** Each is loaded when it is called: all of them would take twice as long to start as one. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  inspect: async () => (await import('./inspect.js')).inspect,
  convert: async () => (await import('./convert.js')).convert,
  lint: async () => (await import('./lint.js')).lint,
  analyse: async () => (await import('./analyse.js')).analyse,
  verify: async () => (await import('./verify.js')).verify,
};

async function usage(): Promise<string> {
  const all = await Promise.all(Object.values(commands).map((load) => load()));
  return [
    'waymark COMMAND …: works on files, without a server; only verify asks others, and not with --offline.',
    '',
    ...all.map((command) => `  waymark ${command.usage}\n      ${command.summary}`),
    '',
    'Exit codes: 0 clean, 1 something to look at, 2 nothing usable.',
  ].join('\n');
}

async function run([name, ...args]: readonly string[]): Promise<ExitCode> {
  if (name === undefined || name === '--help' || name === 'help') {
    print(await usage());
    return name === undefined ? exitCodes.unusable : exitCodes.clean;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) throw new Unusable(`There is no command "${name}".\n\n${await usage()}`);
  return (await load()).run(args);
}

// `waymark … | head` closes the pipe as soon as it has seen enough, which is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Unusable)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = exitCodes.unusable;
}
