import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';

import type { QuestionType } from '#libs/api-client';

import { draftOf, emptyDraft } from '../features/authoring/editor/draft.js';
import { QuestionEditor } from '../features/authoring/editor/question-editor.js';
import { api } from '../shared/session/session.js';
import { questionTypes, typeWords } from '../shared/text/questions.js';
import { Page } from '../shared/ui/page.js';
import { QueryView, Skeleton } from '../shared/ui/states.js';

const from = '/author/courses/$id/sections/$section/questions/$question';

function TypeChoice({ type }: { type: QuestionType }) {
  return (
    <nav className="row" aria-label="Type of question">
      {questionTypes.map((one) => (
        <Link
          key={one}
          from={from}
          search={{ type: one }}
          replace
          className={`button small${one === type ? ' primary' : ''}`}
          aria-current={one === type ? 'page' : undefined}
          activeOptions={{ exact: true, includeSearch: true }}
        >
          {typeWords[one]}
        </Link>
      ))}
    </nav>
  );
}

function NewQuestion({ type }: { type: QuestionType }) {
  const { id, section } = useParams({ from });
  const navigate = useNavigate();
  return (
    <>
      <TypeChoice type={type} />
      <QuestionEditor
        key={type}
        courseId={id}
        sectionId={section}
        record={null}
        initial={emptyDraft(type)}
        onSaved={(saved) =>
          void navigate({ to: from, params: { id, section, question: saved.id }, search: {}, replace: true })
        }
      />
    </>
  );
}

function StoredQuestion({ questionId }: { questionId: string }) {
  const { id, section } = useParams({ from });
  const question = useQuery({
    queryKey: ['author', 'question', questionId],
    queryFn: () => api.content.question(questionId),
    // The form keeps its own state; a refetch in the middle would only fight with it.
    refetchOnWindowFocus: false,
  });
  return (
    <QueryView query={question} skeleton={<Skeleton kind="card" rows={3} />}>
      {(record) => (
        <QuestionEditor
          key={record.id}
          courseId={id}
          sectionId={section}
          record={record}
          initial={draftOf(record)}
          onSaved={() => undefined}
        >
          <Link
            to="/author/courses/$id/sections/$section/regrades/$regrade"
            params={{ id, section, regrade: 'new' }}
            search={{ question: record.id }}
            className="button"
          >
            Regrade attempts
          </Link>
        </QuestionEditor>
      )}
    </QueryView>
  );
}

/** One question of a draft, or a new one, with what learners will see beside it. */
export function AuthorQuestionPage() {
  const { id, section: sectionId, question } = useParams({ from });
  const { type = 'single_choice' } = useSearch({ from });
  const course = useQuery({ queryKey: ['author', 'course', id], queryFn: () => api.content.course(id) });
  const section = course.data?.sections.find((item) => item.id === sectionId);
  return (
    <Page
      title={question === 'new' ? 'New question' : 'Question'}
      width="full"
      above={
        <Link to="/author/courses/$id/sections/$section" params={{ id, section: sectionId }}>
          {section?.title ?? 'Section'}
        </Link>
      }
    >
      {question === 'new' ? <NewQuestion type={type} /> : <StoredQuestion key={question} questionId={question} />}
    </Page>
  );
}
