import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';

import type { AttemptSummary, CourseOutline, CourseProgress } from '#libs/api-client';

import { RenewalOffer } from '../features/lifecycle/renewal-offer.js';
import { Mark } from '../features/path/mark.js';
import { gradeWords, pathSteps, reasonText, stateWord, type PathStep } from '../features/path/path-step.js';
import { SectionResources } from '../features/path/resources.js';
import { StartQuiz } from '../features/path/start-quiz.js';
import { PracticeCard } from '../features/practice/practice-card.js';
import { attemptsQuery, courseQuery, progressQuery } from '../shared/queries.js';
import { counted, percent } from '../shared/text/numbers.js';
import { accommodationSentences, policySentences } from '../shared/text/policy.js';
import { isPast, moment } from '../shared/text/time.js';
import { Icon } from '../shared/ui/icon.js';
import { Page } from '../shared/ui/page.js';
import { Empty, QueryView, Skeleton } from '../shared/ui/states.js';
import { When } from '../shared/ui/when.js';
import '../features/path/path.css';
import '../features/path/section.css';

function outcome(attempt: AttemptSummary): string {
  if (attempt.state === 'voided') return 'Voided, does not count';
  if (attempt.state === 'in_progress') return 'Running';
  if (attempt.state === 'submitted') return 'Waiting for marks';
  return attempt.hasPassed === true ? 'Passed' : 'Not passed';
}

function Attempts({ sectionId }: { sectionId: string }) {
  const attempts = useQuery(attemptsQuery(sectionId));
  return (
    <section className="stack" aria-labelledby="attempts">
      <h2 id="attempts">My attempts</h2>
      <QueryView query={attempts} skeleton={<Skeleton kind="row" rows={2} />}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="muted">None yet. Your results will be listed here.</p>
          ) : (
            <ul className="plain-list attempts">
              {items.map((attempt) => (
                <li key={attempt.id} className="attempt-line">
                  <Link
                    to={attempt.state === 'in_progress' ? '/attempts/$id' : '/attempts/$id/review'}
                    params={{ id: attempt.id }}
                  >
                    Attempt {attempt.number}
                  </Link>
                  <span>
                    {outcome(attempt)}
                    {attempt.percent === null ? '' : `, ${percent(attempt.percent)}`}
                  </span>
                  <span className="muted small-text">
                    <When at={attempt.submittedAt ?? attempt.startedAt} />
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </section>
  );
}

type Granted = CourseProgress['accommodation'];

function QuizCard({ step, granted }: { step: PathStep; granted: Granted }) {
  const { section, progress } = step;
  const adjustments = accommodationSentences(granted, section.quiz);
  const isRunning = progress.openAttemptId !== null;
  const label = isRunning ? 'Resume the quiz' : progress.attemptsUsed === 0 ? 'Start the quiz' : 'Try again';
  return (
    <aside className="card stack quiz-card" aria-labelledby="quiz">
      <div className="row">
        <Mark step={step} />
        <div>
          <h2 id="quiz">Quiz</h2>
          <p className={`step-state step-state-${progress.state}`}>
            {stateWord(step)}
            {progress.percent === null ? '' : ` · ${gradeWords(progress)}`}
          </p>
        </div>
      </div>
      <ul className="quiz-rules">
        {policySentences(section.quiz).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {adjustments.length === 0 ? null : (
        <div className="note">
          <Icon name="clock" />
          <div>
            <p className="note-title">Granted to you</p>
            {adjustments.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
        </div>
      )}
      {progress.waitingForMarks === 0 ? null : (
        <p className="sentence">
          <Icon name="clock" size={18} />
          <span>
            {counted(progress.waitingForMarks, 'attempt')} {progress.waitingForMarks === 1 ? 'waits' : 'wait'} for
            marks. The result stands here once a person has read it.
          </span>
        </p>
      )}
      {progress.dueAt === null || progress.state === 'passed' ? null : (
        <p className="sentence">
          <Icon name="clock" size={18} />
          <span>
            {isPast(progress.dueAt)
              ? `Your cohort expected this ${moment(progress.dueAt)}. It is still open.`
              : `Your cohort expects this ${moment(progress.dueAt)}.`}
          </span>
        </p>
      )}
      {progress.attemptsLeft === null || progress.state === 'passed' ? null : (
        <p>{counted(progress.attemptsLeft, 'attempt')} left.</p>
      )}
      {progress.reasons.map((reason) => (
        <p key={`${reason.code}${reason.sectionId ?? ''}`} className="sentence">
          <Icon name="lock" size={18} /> <span>{reasonText(reason)}</span>
        </p>
      ))}
      {isRunning || progress.reasons.length === 0 ? <StartQuiz sectionId={section.id} label={label} /> : null}
      {progress.credentialId === null ? null : (
        <>
          <p>
            <Link to="/c/$credential" params={{ credential: progress.credentialId }}>
              See your badge
            </Link>
          </p>
          <RenewalOffer sectionId={section.id} />
        </>
      )}
    </aside>
  );
}

const hasReading = ({ prose, resources, topics }: PathStep['section']) =>
  prose !== '' || resources.length + topics.length > 0;

function Neighbours({ course, step }: { course: CourseOutline; step: PathStep }) {
  const before = course.sections[step.number - 2];
  const after = course.sections[step.number];
  return (
    <nav className="row neighbours" aria-label="Sections">
      {before === undefined ? null : (
        <Link
          to="/courses/$slug/sections/$section"
          params={{ slug: course.slug, section: before.id }}
          className="button quiet"
        >
          <Icon name="back" /> {before.title}
        </Link>
      )}
      {after === undefined ? null : (
        <Link
          to="/courses/$slug/sections/$section"
          params={{ slug: course.slug, section: after.id }}
          className="button quiet neighbours-after"
        >
          {after.title} <Icon name="arrow" />
        </Link>
      )}
    </nav>
  );
}

/** A section: what to read, the quiz with its rules, and my attempts at it. */
export function SectionPage() {
  const { slug, section: sectionId } = useParams({ from: '/courses/$slug/sections/$section' });
  const course = useQuery(courseQuery(slug));
  const progress = useQuery(progressQuery(course.data?.id));
  const step =
    course.data === undefined || progress.data === undefined
      ? undefined
      : pathSteps(course.data, progress.data).find(({ section }) => section.id === sectionId);
  const title = course.data?.sections.find(({ id }) => id === sectionId)?.title ?? 'Section';
  const above = (
    <Link to="/courses/$slug/path" params={{ slug }}>
      {course.data?.title ?? 'Path'}
    </Link>
  );
  return (
    <Page title={title} above={above}>
      <QueryView query={course}>
        {(outline) => (
          <QueryView query={progress}>
            {(stand) =>
              step === undefined ? (
                <Empty title="This section is not part of the course any more" />
              ) : (
                <>
                  <div className="section-layout">
                    <div className="stack">
                      <h2>Read</h2>
                      {hasReading(step.section) ? (
                        <SectionResources section={step.section} />
                      ) : (
                        <p className="muted">There is nothing to read here: the quiz is all of it.</p>
                      )}
                    </div>
                    <div className="stack section-side">
                      <QuizCard step={step} granted={stand.accommodation} />
                      <PracticeCard section={step.section} progress={step.progress} />
                      <Attempts sectionId={sectionId} />
                    </div>
                  </div>
                  <Neighbours course={outline} step={step} />
                </>
              )
            }
          </QueryView>
        )}
      </QueryView>
    </Page>
  );
}
