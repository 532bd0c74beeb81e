import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';

import { PolicyForm } from '../features/authoring/policy-form.js';
import { QuestionImport } from '../features/authoring/question-import.js';
import { QuestionList } from '../features/authoring/question-list.js';
import { api } from '../shared/session/session.js';
import { Field } from '../shared/ui/field.js';
import { Page } from '../shared/ui/page.js';
import { Empty, QueryView, Skeleton } from '../shared/ui/states.js';

const tabs = [
  { tab: undefined, label: 'Questions' },
  { tab: 'import', label: 'Import questions' },
  { tab: 'policy', label: 'Policy' },
] as const;

/** One section of a draft: its questions, their import, and the quiz's policy. */
export function AuthorSectionPage() {
  const { id, section: sectionId } = useParams({ from: '/author/courses/$id/sections/$section' });
  const { tab, search } = useSearch({ from: '/author/courses/$id/sections/$section' });
  const navigate = useNavigate({ from: '/author/courses/$id/sections/$section' });
  const course = useQuery({ queryKey: ['author', 'course', id], queryFn: () => api.content.course(id) });
  const section = course.data?.sections.find((item) => item.id === sectionId);
  return (
    <Page
      title={section?.title ?? 'Section'}
      above={
        <Link to="/author/courses/$id" params={{ id }}>
          {course.data?.title ?? 'Course'}
        </Link>
      }
    >
      <nav className="row" aria-label="Parts of the section">
        {tabs.map((item) => (
          <Link
            key={item.label}
            from="/author/courses/$id/sections/$section"
            search={{ tab: item.tab }}
            className={`button${item.tab === tab ? ' primary' : ''}`}
            aria-current={item.tab === tab ? 'page' : undefined}
            activeOptions={{ exact: true, includeSearch: true }}
          >
            {item.label}
          </Link>
        ))}
      </nav>
      <QueryView query={course} skeleton={<Skeleton kind="card" rows={3} />}>
        {() => {
          if (section === undefined) return <Empty title="This section is not in the draft any more" />;
          if (tab === 'policy') return <PolicyForm key={section.id} section={section} />;
          if (tab === 'import') return <QuestionImport sectionId={section.id} />;
          return (
            <>
              <div className="form">
                <Field
                  label="Find in questions"
                  type="search"
                  value={search ?? ''}
                  onChange={(event) =>
                    void navigate({ search: { search: event.target.value || undefined }, replace: true })
                  }
                />
              </div>
              <QuestionList sectionId={section.id} search={search} />
            </>
          );
        }}
      </QueryView>
    </Page>
  );
}
