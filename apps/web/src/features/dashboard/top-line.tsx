import { Link } from '@tanstack/react-router';

import type { Dashboard, Insights } from '#libs/api-client';

import { count } from '../../shared/text/numbers.js';

interface TopLineProps {
  dashboard: Dashboard;
  /** Undefined while it is not known. */
  needsHelp: Insights['needsHelp'] | undefined;
}

/** The five numbers to look at before a call. */
export function TopLine({ dashboard, needsHelp }: TopLineProps) {
  const { totals, sections } = dashboard;
  const finished = dashboard.learners.filter(
    ({ sectionsPassed }) => sections.length > 0 && sectionsPassed >= sections.length,
  ).length;
  const figures: [string, string, string][] = [
    ['Learners', count(totals.learners), 'Enrolled in this cohort'],
    ['Active this week', count(totals.activeLast7Days), 'Started, saved or submitted in the last 7 days'],
    ['Sections passed', count(totals.passes), 'Pairs of learner and section that are passed'],
    ['Passed everything', count(finished), 'Learners who passed every section'],
    ['Badges', count(totals.badges), 'Section badges in force'],
    ['Certificates', count(totals.certificates), 'Course certificates in force'],
  ];
  return (
    <dl className="figures">
      {figures.map(([label, value, meaning]) => (
        <div key={label} className="figure" title={meaning}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div className="figure" title="Stuck, overdue, failing again and again, or idle for a week">
        <dt>
          <Link from="/cohorts/$id" search={(before) => ({ ...before, view: 'help' })}>
            Need help
          </Link>
        </dt>
        <dd>{needsHelp === undefined ? '…' : count(needsHelp.learners)}</dd>
      </div>
    </dl>
  );
}
