import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import type { LearnerInsight, TimelineEntry } from '#libs/api-client';

import { api } from '../../shared/session/session.js';
import { count, percent } from '../../shared/text/numbers.js';
import { exact } from '../../shared/text/time.js';
import { Icon, type IconName } from '../../shared/ui/icon.js';
import { More } from '../../shared/ui/more.js';
import { Empty, ErrorNote, Skeleton } from '../../shared/ui/states.js';
import { When } from '../../shared/ui/when.js';
import { CsvButton } from './csv-button.js';
import { MailButton, Reasons } from './help-list.js';
import { stateWords } from './learner-rows.js';
import { VoidAttempt } from './void-attempt.js';

/** Who it is, what to worry about, and a way to write. */
export function LearnerHead({ insight }: { insight: LearnerInsight }) {
  const { learner, reasons, sectionsPassed, sections } = insight;
  return (
    <section className="stack" aria-label="In short">
      <p>
        {count(sectionsPassed)} of {count(sections.length)} sections passed. Enrolled <When at={learner.enrolledAt} />,{' '}
        {learner.lastActivityAt === null ? (
          'never active'
        ) : (
          <>
            last active <When at={learner.lastActivityAt} />
          </>
        )}
        .
      </p>
      {reasons.length === 0 ? null : (
        <div className="note note-warning">
          <Icon name="warn" />
          <div>
            <p className="note-title">May need help</p>
            <Reasons reasons={reasons} />
          </div>
        </div>
      )}
      <div className="row">
        <MailButton email={learner.email} displayName={learner.displayName} />
        <span className="muted">{learner.email}</span>
      </div>
    </section>
  );
}

/** Every section with how the learner stands in it. */
export function LearnerSections({ insight, cohortId }: { insight: LearnerInsight; cohortId: string }) {
  return (
    <section className="stack" aria-labelledby="learner-sections">
      <h2 id="learner-sections">Sections</h2>
      <div className="table-scroll" role="region" aria-label="Sections of the learner" tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Section</th>
              <th scope="col">State</th>
              <th scope="col" className="number">
                Grade
              </th>
              <th scope="col" className="number">
                Attempts
              </th>
              <th scope="col">Last active</th>
              <th scope="col">Due</th>
            </tr>
          </thead>
          <tbody>
            {insight.sections.map((section) => (
              <tr key={section.sectionId}>
                <th scope="row">
                  <Link
                    to="/cohorts/$id/sections/$section"
                    params={{ id: cohortId, section: section.sectionId }}
                    search={{}}
                  >
                    {section.position + 1}. {section.title}
                  </Link>
                </th>
                <td>{stateWords[section.state]}</td>
                <td className="number">{section.percent === null ? 'none' : percent(section.percent)}</td>
                <td className="number">{count(section.attempts)}</td>
                <td>{section.lastActivityAt === null ? 'never' : <When at={section.lastActivityAt} />}</td>
                <td>
                  {section.dueAt === null ? 'none' : <When at={section.dueAt} />}
                  {section.isOverdue ? (
                    <>
                      {' '}
                      <span className="tag tag-warning">Overdue</span>
                    </>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const icons: Partial<Record<TimelineEntry['kind'], IconName>> = {
  attempt_started: 'play',
  attempt_submitted: 'up',
  attempt_graded: 'text',
  attempt_voided: 'cross',
  section_passed: 'check',
  credential: 'flag',
};

/** The last word on each attempt that is not voided; the entries stand newest first. */
function newestOfAttempts(items: readonly TimelineEntry[]): ReadonlySet<TimelineEntry> {
  const newest = new Map<string, TimelineEntry>();
  for (const entry of items) {
    if (entry.attemptId === null || !entry.kind.startsWith('attempt_') || newest.has(entry.attemptId)) continue;
    newest.set(entry.attemptId, entry);
  }
  return new Set([...newest.values()].filter(({ kind }) => kind !== 'attempt_voided'));
}

/** What happened, newest first. */
export function Timeline({ cohortId, learnerId, name }: { cohortId: string; learnerId: string; name: string }) {
  const entries = useInfiniteQuery({
    queryKey: ['timeline', cohortId, learnerId],
    queryFn: ({ pageParam }) => api.quiz.timeline(cohortId, learnerId, { cursor: pageParam }),
    initialPageParam: undefined as string | undefined, // the type of the first page's cursor cannot be inferred
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const items = entries.data?.pages.flatMap((page) => page.items) ?? [];
  const voidable = newestOfAttempts(items);
  return (
    <section className="stack" aria-labelledby="timeline">
      <div className="chart-head">
        <h2 id="timeline">Timeline</h2>
        <CsvButton name={`${name} timeline`} load={() => api.quiz.timelineCsv(cohortId, learnerId)} />
      </div>
      {entries.isPending ? <Skeleton rows={5} /> : null}
      {entries.isError ? <ErrorNote error={entries.error} onRetry={() => void entries.refetch()} /> : null}
      {entries.isSuccess && items.length === 0 ? <Empty title="Nothing happened yet" /> : null}
      <ol className="timeline plain-list">
        {items.map((entry) => (
          <li key={`${entry.at} ${entry.kind} ${entry.attemptId ?? entry.credentialId ?? entry.sectionId ?? ''}`}>
            <Icon name={icons[entry.kind] ?? 'dot'} size={16} />
            <span className="timeline-words">
              {entry.text} {voidable.has(entry) ? <VoidAttempt entry={entry} /> : null}
            </span>
            <time dateTime={entry.at} className="muted small-text">
              {exact(entry.at)}
            </time>
          </li>
        ))}
      </ol>
      <More query={entries} />
    </section>
  );
}
