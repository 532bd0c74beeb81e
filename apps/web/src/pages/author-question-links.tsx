import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import type { SectionChallenge } from '#libs/api-client';

import { api } from '../shared/session/session.js';
import { counted, percent, share } from '../shared/text/numbers.js';

const section = '/author/courses/$id/sections/$section';

/** From a question to what its author can do about it. */
export function QuestionLinks({ questionId, openChallenges }: { questionId: string; openChallenges: number }) {
  return (
    <div className="row">
      <Link
        from={section}
        to="/author/courses/$id/sections/$section/questions/$question"
        params={(before) => ({ ...before, question: questionId })}
        search={{}}
        className="button small"
      >
        Open in the editor
      </Link>
      <Link
        from={section}
        to="/author/courses/$id/sections/$section/regrades/$regrade"
        params={(before) => ({ ...before, regrade: 'new' })}
        search={{ question: questionId }}
        className="button small"
      >
        Regrade attempts
      </Link>
      {openChallenges === 0 ? null : (
        <Link from={section} to={section} search={{ tab: 'challenges', question: questionId }}>
          {counted(openChallenges, 'open challenge')}
        </Link>
      )}
    </div>
  );
}

/** How the challenged question did, and the ways on. */
export function AboutChallenge({ sectionId, challenge }: { sectionId: string; challenge: SectionChallenge }) {
  const analysis = useQuery({
    queryKey: ['item-analysis', sectionId, { attempts: 'all' }],
    queryFn: () => api.quiz.itemAnalysis(sectionId, { attempts: 'all' }),
    staleTime: 60_000,
  });
  const figures = analysis.data?.questions.find(
    ({ questionId, version }) => questionId === challenge.questionId && version === challenge.questionVersion,
  );
  return (
    <div className="stack-tight">
      {figures === undefined ? null : (
        <p className="small-text">
          {counted(figures.attempts, 'attempt')}
          {figures.facility === null ? '' : `, facility ${share(figures.facility)}`}
          {figures.discriminationIndex === null ? '' : `, discrimination ${percent(figures.discriminationIndex)}`}.
          {figures.flags.map(({ text }) => ` ${text}`)}
        </p>
      )}
      <QuestionLinks questionId={challenge.questionId} openChallenges={0} />
    </div>
  );
}
