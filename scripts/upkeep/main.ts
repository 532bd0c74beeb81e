import { runCommand, withServiceDatabase } from '../service-database.js';
import { upkeep } from './command.js';

await runCommand(() =>
  upkeep(process.argv.slice(2), {
    withQuiz: (work) => withServiceDatabase('quiz', 'upkeep', work),
    say: (line) => console.log(line),
    now: Date.now,
  }),
);
