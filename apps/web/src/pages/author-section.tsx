import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';

import type { DraftCourse, DraftSection } from '#libs/api-client';

import { SectionAnalysis } from '../features/analysis/section-analysis.js';
import { QuestionBank } from '../features/authoring/bank/question-bank.js';
import { SectionPolicy } from '../features/authoring/policy/section-policy.js';
import { RemoveSection } from '../features/authoring/section/remove-section.js';
import { SectionForm } from '../features/authoring/section/section-form.js';
import { QuestionExport } from '../features/authoring/transfer/question-export.js';
import { QuestionImport } from '../features/authoring/transfer/question-import.js';
import { SectionChallenges } from '../features/challenges/section-challenges.js';
import { RegradeList } from '../features/regrade/regrade-list.js';
import type { SectionSearch } from '../shared/search-params.js';
import { api } from '../shared/session/session.js';
import { SelectField } from '../shared/ui/field.js';
import { Page } from '../shared/ui/page.js';
import { Empty, QueryView, Skeleton } from '../shared/ui/states.js';
import { AboutChallenge, QuestionLinks } from './author-question-links.js';

const from = '/author/courses/$id/sections/$section';

const tabs = [
  { tab: undefined, label: 'Questions' },
  { tab: 'text', label: 'Text and place' },
  { tab: 'import', label: 'Import and export' },
  { tab: 'policy', label: 'Policy' },
  { tab: 'analysis', label: 'Analysis' },
  { tab: 'challenges', label: 'Challenges' },
  { tab: 'regrades', label: 'Regrades' },
] as const;

function Tabs({ tab }: Pick<SectionSearch, 'tab'>) {
  return (
    <nav className="row" aria-label="Parts of the section">
      {tabs.map((item) => (
        <Link
          key={item.label}
          from={from}
          search={{ tab: item.tab }}
          className={`button${item.tab === tab ? ' primary' : ''}`}
          aria-current={item.tab === tab ? 'page' : undefined}
          activeOptions={{ exact: true, includeSearch: true }}
        >
          {item.label}
        </Link>
      ))}
    </nav>
  );
}

const challengeStates = [
  { value: 'open', label: 'Open' },
  { value: 'accepted', label: 'Accepted' },
  { value: 'declined', label: 'Declined' },
  { value: 'all', label: 'All' },
] as const;

interface PartProps {
  section: DraftSection;
  search: SectionSearch;
  onSearch: (search: SectionSearch) => void;
}

function Challenges({ section, search, onSearch }: PartProps) {
  const state = search.state ?? 'open';
  return (
    <>
      <div className="row">
        <SelectField
          label="Show"
          value={state}
          options={challengeStates}
          onChange={(value) => {
            const next = challengeStates.find((one) => one.value === value)?.value;
            onSearch({ ...search, state: next === 'open' ? undefined : next });
          }}
        />
        {search.question === undefined ? null : (
          <button type="button" className="button small" onClick={() => onSearch({ ...search, question: undefined })}>
            Show those of every question
          </button>
        )}
      </div>
      <SectionChallenges
        sectionId={section.id}
        state={state === 'all' ? undefined : state}
        questionId={search.question}
        renderAbout={(challenge) => <AboutChallenge sectionId={section.id} challenge={challenge} />}
      />
    </>
  );
}

function Part({ course, section, search, onSearch }: PartProps & { course: DraftCourse }) {
  switch (search.tab) {
    case 'text':
      return (
        <>
          <SectionForm key={section.id} course={course} section={section} />
          <RemoveSection courseId={course.id} section={section} />
        </>
      );
    case 'policy':
      return <SectionPolicy key={section.id} section={section} />;
    case 'import':
      return (
        <>
          <QuestionImport sectionId={section.id} />
          <QuestionExport sectionId={section.id} />
        </>
      );
    case 'analysis':
      return (
        <SectionAnalysis
          sectionId={section.id}
          search={search}
          publications={course.publication}
          onSearch={(next) => onSearch({ ...search, ...next })}
          renderLinks={({ questionId, openChallenges }) => (
            <QuestionLinks questionId={questionId} openChallenges={openChallenges} />
          )}
        />
      );
    case 'challenges':
      return <Challenges section={section} search={search} onSearch={onSearch} />;
    case 'regrades':
      return <RegradeList sectionId={section.id} />;
    case undefined: {
      const { search: words, tag, difficulty, type, flagged } = search;
      return (
        <QuestionBank
          sectionId={section.id}
          filter={{ search: words, tag, difficulty, type, flagged }}
          onFilter={onSearch}
        />
      );
    }
    default:
      return search.tab satisfies never;
  }
}

/** One section of a draft: its questions and what comes and goes with them, its policy, and how it does. */
export function AuthorSectionPage() {
  const { id, section: sectionId } = useParams({ from });
  const search = useSearch({ from });
  const navigate = useNavigate({ from });
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
      <Tabs tab={search.tab} />
      <QueryView query={course} skeleton={<Skeleton kind="card" rows={3} />}>
        {(data) =>
          section === undefined ? (
            <Empty title="This section is not in the draft any more" />
          ) : (
            <Part
              course={data}
              section={section}
              search={search}
              onSearch={(next) => void navigate({ search: next, replace: true, resetScroll: false })}
            />
          )
        }
      </QueryView>
    </Page>
  );
}
