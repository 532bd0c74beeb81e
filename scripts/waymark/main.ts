import { analyse } from './analyse.js';
import { type Command, type ExitCode, exitCodes, print, Unusable } from './command.js';
import { convert } from './convert.js';
import { inspect } from './inspect.js';
import { lint } from './lint.js';
import { verify } from './verify.js';

const commands: Readonly<Record<string, Command>> = { inspect, convert, lint, analyse, verify };

const usage = [
  'waymark COMMAND …: works on files, without a server; only verify asks others, and not with --offline.',
  '',
  ...Object.values(commands).map((command) => `  waymark ${command.usage}\n      ${command.summary}`),
  '',
  'Exit codes: 0 clean, 1 something to look at, 2 nothing usable.',
].join('\n');

async function run([name, ...args]: readonly string[]): Promise<ExitCode> {
  if (name === undefined || name === '--help' || name === 'help') {
    print(usage);
    return name === undefined ? exitCodes.unusable : exitCodes.clean;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) throw new Unusable(`There is no command "${name}".\n\n${usage}`);
  return command.run(args);
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
