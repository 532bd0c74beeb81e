import type { ItemAnalysis } from '#libs/api-client';

import { count, percent } from '../../shared/text/numbers.js';
import { Figures, orDash, plain } from './figures.js';

/** The quiz as a whole. */
export function QuizFigures({ quiz }: { quiz: ItemAnalysis['quiz'] }) {
  return (
    <section className="stack" aria-labelledby="quiz-figures">
      <h2 id="quiz-figures">The quiz</h2>
      <Figures
        figures={[
          { label: 'Attempts', value: count(quiz.attempts), definition: 'Graded attempts behind these figures.' },
          { label: 'Mean', value: orDash(quiz.mean, plain), definition: 'Points earned on average.' },
          {
            label: 'Median',
            value: orDash(quiz.median, plain),
            definition: 'Half of the attempts earned at most this.',
          },
          {
            label: 'Standard deviation',
            value: orDash(quiz.standardDeviation, plain),
            definition: 'How far scores lie from the mean, in points.',
          },
          {
            label: 'Skewness',
            value: orDash(quiz.skewness, plain),
            definition: 'Below 0: a tail of low scores. Above 0: a tail of high ones.',
          },
          {
            label: 'Kurtosis',
            value: orDash(quiz.kurtosis, plain),
            definition: 'Above 0: more very high and very low scores than a bell curve has.',
          },
          {
            label: 'Internal consistency',
            value: orDash(quiz.internalConsistency, percent),
            definition: "Cronbach's alpha: how well the questions agree on who is strong. From 70 % it is good.",
          },
          {
            label: 'Error ratio',
            value: orDash(quiz.errorRatio, percent),
            definition: 'How much of the spread of scores is chance.',
          },
          {
            label: 'Standard error',
            value: orDash(quiz.standardError, plain),
            definition: 'A score may be off by about this many points through chance.',
          },
        ]}
      />
    </section>
  );
}
