import { runNode, tool } from './shell.mjs';

/** Changes the rules of libs/assessment one by one and counts which changes no spec notices; paths narrow it down. */
export async function mutate(args) {
  const which = args.length === 0 ? [] : ['--mutate', args.join(',')];
  const { code } = await runNode([
    tool('@stryker-mutator/core/bin/stryker.js'),
    'run',
    'scripts/house/stryker.config.mjs',
    ...which,
  ]);
  return code;
}
