import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';

import type { Insights } from '#libs/api-client';

import { Activity, Badges } from '../features/dashboard/activity-charts.js';
import { CsvButton } from '../features/dashboard/csv-button.js';
import '../features/dashboard/dashboard.css';
import { HelpList } from '../features/dashboard/help-list.js';
import { LearnerBoard } from '../features/dashboard/learner-board.js';
import { LiveDot } from '../features/dashboard/live-dot.js';
import { PeriodPicker } from '../features/dashboard/period-picker.js';
import { Distribution, Funnel, TimeToPass } from '../features/dashboard/section-charts.js';
import { TopLine } from '../features/dashboard/top-line.js';
import { useFollowing } from '../features/dashboard/use-following.js';
import { type LiveDashboard, useLiveDashboard } from '../features/dashboard/use-live-dashboard.js';
import type { CohortSearch, PeriodSearch } from '../shared/search-params.js';
import { api } from '../shared/session/session.js';
import { Page } from '../shared/ui/page.js';
import { Empty, ErrorNote, QueryView, Skeleton } from '../shared/ui/states.js';

const from = '/cohorts/$id';

const views = [
  { view: undefined, label: 'Learners' },
  { view: 'sections', label: 'Sections' },
  { view: 'activity', label: 'Activity' },
  { view: 'help', label: 'Needs help' },
] as const;

function Views({ view }: Pick<CohortSearch, 'view'>) {
  return (
    <nav className="row" aria-label="Views of the cohort">
      {views.map((item) => (
        <Link
          key={item.label}
          from={from}
          search={(before) => ({ ...before, view: item.view })}
          className={`button${item.view === view ? ' primary' : ''}`}
          aria-current={item.view === view ? 'page' : undefined}
          activeOptions={{ exact: true, includeSearch: true }}
        >
          {item.label}
        </Link>
      ))}
    </nav>
  );
}

function useInsights(cohortId: string, period: PeriodSearch) {
  return useQuery({
    queryKey: ['insights', cohortId, period],
    queryFn: () => api.quiz.insights(cohortId, period),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    refetchInterval: 60_000,
  });
}

interface ViewProps {
  cohortId: string;
  name: string;
  board: LiveDashboard;
  insights: ReturnType<typeof useInsights>;
}

function Charts({ cohortId, name, insights, view }: Omit<ViewProps, 'board'> & { view: 'sections' | 'activity' }) {
  const search = useSearch({ from });
  const navigate = useNavigate({ from });
  const period = { from: search.from, to: search.to };
  const csv = { name: `${name} sections`, load: () => api.quiz.sectionsCsv(cohortId, period) };
  const change = (next: PeriodSearch) =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true, resetScroll: false });
  const charts = (data: Insights) =>
    view === 'sections' ? (
      <>
        <Funnel insights={data} csv={csv} />
        <Distribution insights={data} csv={csv} />
        <TimeToPass insights={data} csv={csv} />
      </>
    ) : (
      <>
        <Activity
          days={data.activity}
          csv={{ name: `${name} activity`, load: () => api.quiz.activityCsv(cohortId, period) }}
        />
        <Badges credentials={data.credentials} />
      </>
    );
  return (
    <>
      {view === 'activity' ? <PeriodPicker period={period} onChange={change} /> : null}
      <QueryView query={insights} skeleton={<Skeleton kind="card" rows={3} />}>
        {charts}
      </QueryView>
    </>
  );
}

function View({ cohortId, name, board, insights }: ViewProps) {
  const { view, reason } = useSearch({ from });
  const navigate = useNavigate({ from });
  const { data } = board.query;
  if (data === undefined) return null;
  switch (view) {
    case 'sections':
    case 'activity':
      return <Charts cohortId={cohortId} name={name} insights={insights} view={view} />;
    case 'help':
      return (
        <HelpList
          cohortId={cohortId}
          name={name}
          reason={reason}
          onReason={(next) =>
            void navigate({ search: (before) => ({ ...before, reason: next }), replace: true, resetScroll: false })
          }
        />
      );
    case undefined:
      return <LearnerBoard dashboard={data} fresh={board.fresh} />;
    default:
      return view satisfies never;
  }
}

function NobodyYet({ id }: { id: string }) {
  return (
    <Empty title="No learners yet">
      <p>
        Paste the email addresses of your learners, or bring them as a file: their progress shows here at once, and
        moves by itself.
      </p>
      <Link to="/cohorts/$id/enrol" params={{ id }} className="button primary">
        Enrol learners
      </Link>
    </Empty>
  );
}

export function CohortPage() {
  const { id } = useParams({ from });
  const search = useSearch({ from });
  const cohort = useQuery({ queryKey: ['cohort', id], queryFn: () => api.quiz.cohort(id), staleTime: 60_000 });
  const board = useLiveDashboard(id);
  const insights = useInsights(id, { from: search.from, to: search.to });
  useFollowing(id, board.query.data?.revision);
  const name = cohort.data?.name ?? 'Cohort';
  return (
    <Page
      title={name}
      width="full"
      above={<Link to="/cohorts">Cohorts</Link>}
      lead={
        cohort.data === undefined ? undefined : (
          <>
            {cohort.data.courseTitle}. {board.query.data === undefined ? null : <LiveDot board={board} />}
          </>
        )
      }
      actions={
        <>
          <CsvButton name={name} load={() => api.quiz.exportCohort(id)} isSmall={false} />
          <Link to="/cohorts/$id/settings" params={{ id }} className="button">
            Settings
          </Link>
          <Link to="/cohorts/$id/enrol" params={{ id }} className="button primary">
            Enrol learners
          </Link>
        </>
      }
    >
      {board.query.isError && board.query.data !== undefined && !board.query.isFetching ? (
        <ErrorNote error={board.query.error} onRetry={() => void board.query.refetch()} />
      ) : null}
      <QueryView query={board.query} skeleton={<Skeleton kind="row" rows={10} />}>
        {(data) =>
          data.learners.length === 0 ? (
            <NobodyYet id={id} />
          ) : (
            <>
              <TopLine dashboard={data} needsHelp={insights.data?.needsHelp} />
              <Views view={search.view} />
              <View cohortId={id} name={name} board={board} insights={insights} />
            </>
          )
        }
      </QueryView>
    </Page>
  );
}
