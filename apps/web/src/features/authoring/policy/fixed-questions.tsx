import { useQuery } from '@tanstack/react-query';

import { api } from '../../../shared/session/session.js';
import { counted } from '../../../shared/text/numbers.js';
import { stemLine } from '../../../shared/text/questions.js';
import { QueryView, Skeleton } from '../../../shared/ui/states.js';

const shownMax = 200;

interface FixedQuestionsProps {
  sectionId: string;
  ids: readonly string[];
  onChange: (ids: string[]) => void;
}

/** The questions that stand on every paper, ticked in the list of the section. */
export function FixedQuestions({ sectionId, ids, onChange }: FixedQuestionsProps) {
  const questions = useQuery({
    queryKey: ['author', 'question-lines', sectionId],
    queryFn: () => api.content.questions(sectionId, { limit: shownMax }),
  });
  const toggle = (id: string) => onChange(ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]);
  return (
    <QueryView query={questions} skeleton={<Skeleton rows={3} />}>
      {({ items, next }) => {
        const unseen = ids.filter((id) => !items.some((item) => item.id === id));
        return (
          <div className="stack-tight">
            {items.length === 0 ? <p className="muted">The section has no questions yet.</p> : null}
            <ul className="plain-list fixed-questions" aria-label="On every paper" tabIndex={0}>
              {items.map((item) => (
                <li key={item.id}>
                  <label className="check">
                    <input type="checkbox" checked={ids.includes(item.id)} onChange={() => toggle(item.id)} />
                    {item.name ?? stemLine(item.stem)}
                  </label>
                </li>
              ))}
            </ul>
            {unseen.length === 0 ? null : (
              <div className="row">
                <p className="small-text">
                  {counted(unseen.length, 'further question')} chosen that{' '}
                  {next === null ? 'left the section' : 'this list does not show'}.
                </p>
                <button
                  type="button"
                  className="button small"
                  onClick={() => onChange(ids.filter((id) => !unseen.includes(id)))}
                >
                  Take them out
                </button>
              </div>
            )}
          </div>
        );
      }}
    </QueryView>
  );
}
