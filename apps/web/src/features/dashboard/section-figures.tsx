import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import type { SectionInsight, SectionLearner } from '#libs/api-client';

import { cellStates, type CellStateName } from '../../shared/search-params.js';
import { api } from '../../shared/session/session.js';
import { count, percent, share } from '../../shared/text/numbers.js';
import { date, duration } from '../../shared/text/time.js';
import { SelectField } from '../../shared/ui/field.js';
import { More } from '../../shared/ui/more.js';
import { Empty, ErrorNote, QueryView, Skeleton } from '../../shared/ui/states.js';
import { When } from '../../shared/ui/when.js';
import { ChartFrame, DataTable } from './chart-frame.js';
import { CsvButton } from './csv-button.js';
import { stateWords } from './learner-rows.js';
import { Histogram } from './section-charts.js';

const none = 'no figure yet';

function Numbers({ insight }: { insight: SectionInsight }) {
  const { timeToPass } = insight;
  const figures: [string, string][] = [
    ['Enrolled', count(insight.enrolled)],
    ['Started', count(insight.started)],
    ['Passed', count(insight.passed)],
    ['Pass rate', insight.passRate === null ? none : share(insight.passRate)],
    ['Mean grade', insight.meanPercent === null ? none : percent(insight.meanPercent)],
    ['Overdue', count(insight.overdue)],
    ['Median time to pass', timeToPass.medianHours === null ? none : duration(timeToPass.medianHours * 3_600)],
  ];
  return (
    <>
      {insight.dueAt === null ? null : <p>Due on {date(insight.dueAt)}.</p>}
      <dl className="figures">
        {figures.map(([label, value]) => (
          <div key={label} className="figure">
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Grades({ insight }: { insight: SectionInsight }) {
  return (
    <ChartFrame
      title="Grades"
      note="Learners of the cohort by grade, from 0 on the left to 100 percent on the right."
      chart={<Histogram title={insight.title} bins={insight.bins} />}
      table={
        <DataTable
          label="Learners by grade"
          head={['Grade', 'Learners']}
          rows={insight.bins.map((value, at) => ({
            key: String(at),
            cells: [at === 9 ? '90 to 100 %' : `${at * 10} to ${at * 10 + 9} %`, count(value)],
          }))}
        />
      }
    />
  );
}

function LearnerRow({ learner, cohortId }: { learner: SectionLearner; cohortId: string }) {
  const { learnerId, displayName, state, attempts, failuresInRow, lastActivityAt } = learner;
  return (
    <tr>
      <th scope="row">
        <Link to="/cohorts/$id/learners/$learner" params={{ id: cohortId, learner: learnerId }}>
          {displayName}
        </Link>
      </th>
      <td>{stateWords[state]}</td>
      <td className="number">{learner.percent === null ? none : percent(learner.percent)}</td>
      <td className="number">{count(attempts)}</td>
      <td className="number">{count(failuresInRow)}</td>
      <td>{lastActivityAt === null ? 'never' : <When at={lastActivityAt} />}</td>
    </tr>
  );
}

interface LearnersProps {
  cohortId: string;
  sectionId: string;
  title: string;
  state: CellStateName | undefined;
  onState: (state: CellStateName | undefined) => void;
}

function Learners({ cohortId, sectionId, title, state, onState }: LearnersProps) {
  const learners = useInfiniteQuery({
    queryKey: ['section-learners', cohortId, sectionId, state],
    queryFn: ({ pageParam }) => api.quiz.sectionLearners(cohortId, sectionId, { state, cursor: pageParam }),
    initialPageParam: undefined as string | undefined, // the type of the first page's cursor cannot be inferred
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const items = learners.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="stack" aria-labelledby="section-learners">
      <div className="chart-head">
        <h2 id="section-learners">Learners</h2>
        <CsvButton
          name={`${title} learners`}
          load={() => api.quiz.sectionLearnersCsv(cohortId, sectionId, { state })}
        />
      </div>
      <div className="filters">
        <SelectField
          label="State"
          value={state ?? ''}
          onChange={(value) => onState(cellStates.find((known) => known === value))}
          options={[
            { value: '', label: 'Any state' },
            ...cellStates.map((value) => ({ value, label: stateWords[value] })),
          ]}
        />
      </div>
      {learners.isPending ? <Skeleton kind="row" rows={5} /> : null}
      {learners.isError ? <ErrorNote error={learners.error} onRetry={() => void learners.refetch()} /> : null}
      {learners.isSuccess && items.length === 0 ? <Empty title="Nobody in this state" /> : null}
      {items.length === 0 ? null : (
        <div className="table-scroll" role="region" aria-label="Learners in this section" tabIndex={0}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">Learner</th>
                <th scope="col">State</th>
                <th scope="col" className="number">
                  Grade
                </th>
                <th scope="col" className="number">
                  Attempts
                </th>
                <th scope="col" className="number">
                  Failed in a row
                </th>
                <th scope="col">Last active</th>
              </tr>
            </thead>
            <tbody>
              {items.map((learner) => (
                <LearnerRow key={learner.learnerId} learner={learner} cohortId={cohortId} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <More query={learners} />
    </section>
  );
}

/** One section, for the learners of one cohort. */
export function SectionFigures(props: Omit<LearnersProps, 'title'>) {
  const { cohortId, sectionId } = props;
  const insight = useQuery({
    queryKey: ['section-insight', cohortId, sectionId],
    queryFn: () => api.quiz.sectionInsight(cohortId, sectionId),
    refetchInterval: 15_000,
  });
  return (
    <QueryView query={insight} skeleton={<Skeleton kind="card" rows={2} />}>
      {(data) => (
        <>
          <Numbers insight={data} />
          <Grades insight={data} />
          <Learners {...props} title={data.title} />
        </>
      )}
    </QueryView>
  );
}
