import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';

import type { Overview } from '#libs/api-client';

import { Activity } from '../features/dashboard/activity-charts.js';
import { CsvButton } from '../features/dashboard/csv-button.js';
import '../features/dashboard/dashboard.css';
import { PeriodPicker } from '../features/dashboard/period-picker.js';
import { api } from '../shared/session/session.js';
import { count } from '../shared/text/numbers.js';
import { Page } from '../shared/ui/page.js';
import { QueryView, Skeleton } from '../shared/ui/states.js';
import { When } from '../shared/ui/when.js';

type Group = readonly [title: string, figures: readonly (readonly [label: string, value: number])[]];

function groupsOf({ people, courses, cohorts, learning, credentials }: Overview): readonly Group[] {
  return [
    [
      'People',
      [
        ['Accounts', people.total],
        ['Learners', people.byRole.learner],
        ['Authors', people.byRole.author],
        ['Instructors', people.byRole.instructor],
        ['Administrators', people.byRole.admin],
        ['Suspended', people.suspended],
      ],
    ],
    [
      'Courses and cohorts',
      [
        ['Courses', courses.live],
        ['Archived courses', courses.archived],
        ['Cohorts', cohorts.active],
        ['Archived cohorts', cohorts.archived],
        ['Enrolments', cohorts.enrolments],
      ],
    ],
    [
      'Learning',
      [
        ['Attempts', learning.attempts],
        ['Sections passed', learning.passes],
        ['Active in 7 days', learning.activeLast7Days],
        ['Active in 30 days', learning.activeLast30Days],
      ],
    ],
    [
      'Credentials',
      [
        ['Badges in force', credentials.badges],
        ['Certificates in force', credentials.certificates],
        ['Suspended', credentials.suspended],
        ['Revoked', credentials.revoked],
      ],
    ],
  ];
}

function Groups({ overview }: { overview: Overview }) {
  return groupsOf(overview).map(([title, figures]) => (
    <section key={title} className="stack" aria-label={title}>
      <h2>{title}</h2>
      <dl className="figures">
        {figures.map(([label, value]) => (
          <div key={label} className="figure">
            <dt>{label}</dt>
            <dd>{count(value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  ));
}

/** The whole platform in numbers, for those who run it. */
export function OverviewPage() {
  const period = useSearch({ from: '/admin/overview' });
  const navigate = useNavigate({ from: '/admin/overview' });
  const overview = useQuery({
    queryKey: ['overview', period],
    queryFn: () => api.quiz.overview(period),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
  return (
    <Page
      title="Overview"
      lead={
        overview.data === undefined ? (
          'The whole platform in numbers.'
        ) : (
          <>
            The whole platform in numbers, counted <When at={overview.data.asOf} />.
          </>
        )
      }
      actions={<CsvButton name="Overview" load={() => api.quiz.overviewCsv(period)} isSmall={false} />}
    >
      <QueryView query={overview} skeleton={<Skeleton kind="card" rows={4} />}>
        {(data) => (
          <>
            <Groups overview={data} />
            <PeriodPicker
              period={period}
              onChange={(next) => void navigate({ search: next, replace: true, resetScroll: false })}
            />
            <Activity
              days={data.activity}
              csv={{ name: 'Activity', load: () => api.quiz.overviewActivityCsv(period) }}
            />
          </>
        )}
      </QueryView>
    </Page>
  );
}
