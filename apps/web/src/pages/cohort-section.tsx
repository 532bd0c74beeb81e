import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';

import { SectionAnalysis } from '../features/analysis/section-analysis.js';
import '../features/dashboard/dashboard.css';
import { SectionFigures } from '../features/dashboard/section-figures.js';
import type { CohortSectionSearch } from '../shared/search-params.js';
import { api } from '../shared/session/session.js';
import { Page } from '../shared/ui/page.js';

const from = '/cohorts/$id/sections/$section';

/** How a section goes in a cohort, and how its questions do over all learners of the course. */
export function CohortSectionPage() {
  const { id, section } = useParams({ from });
  const search = useSearch({ from });
  const navigate = useNavigate();
  const cohort = useQuery({ queryKey: ['cohort', id], queryFn: () => api.quiz.cohort(id) });
  const insight = useQuery({
    queryKey: ['section-insight', id, section],
    queryFn: () => api.quiz.sectionInsight(id, section),
  });
  const change = (next: CohortSectionSearch) =>
    void navigate({
      to: from,
      params: { id, section },
      search: { ...search, ...next },
      replace: true,
      resetScroll: false,
    });
  return (
    <Page
      title={insight.data?.title ?? 'Section'}
      lead={cohort.data === undefined ? undefined : `In ${cohort.data.name}.`}
      above={
        <Link to="/cohorts/$id" params={{ id }}>
          {cohort.data?.name ?? 'Cohort'}
        </Link>
      }
    >
      <SectionFigures cohortId={id} sectionId={section} state={search.state} onState={(state) => change({ state })} />
      <section className="stack" aria-labelledby="questions">
        <h2 id="questions">Questions</h2>
        <p className="muted">How the questions did, over all learners of the course.</p>
        <SectionAnalysis sectionId={section} search={search} publications={null} onSearch={change} />
      </section>
      <p>
        <Link to="/marking" search={{ section, cohort: id }}>
          Answers of this section that wait for a mark
        </Link>
      </p>
    </Page>
  );
}
