import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';

import { SectionAnalysis } from '../features/analysis/section-analysis.js';
import { api } from '../shared/session/session.js';
import { Page } from '../shared/ui/page.js';

const from = '/cohorts/$id/sections/$section';

/** How the quiz of a section and its questions do, for those who teach it. */
export function CohortSectionPage() {
  const { id, section } = useParams({ from });
  const search = useSearch({ from });
  const navigate = useNavigate();
  const cohort = useQuery({ queryKey: ['cohort', id], queryFn: () => api.quiz.cohort(id) });
  const analysis = useQuery({
    queryKey: ['item-analysis', section, {}],
    queryFn: () => api.quiz.itemAnalysis(section),
  });
  return (
    <Page
      title={analysis.data?.title ?? 'Section'}
      lead="How the questions did, over all learners of the course."
      above={
        <Link to="/cohorts/$id" params={{ id }}>
          {cohort.data?.name ?? 'Cohort'}
        </Link>
      }
    >
      <SectionAnalysis
        sectionId={section}
        search={search}
        publications={null}
        onSearch={(next) => void navigate({ to: from, params: { id, section }, search: next, replace: true })}
      />
      <p>
        <Link to="/marking" search={{ section, cohort: id }}>
          Answers of this section that wait for a mark
        </Link>
      </p>
    </Page>
  );
}
