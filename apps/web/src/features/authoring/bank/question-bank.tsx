import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';

import type { BankSearch } from '../../../shared/search-params.js';
import { api } from '../../../shared/session/session.js';
import { counted } from '../../../shared/text/numbers.js';
import { Icon } from '../../../shared/ui/icon.js';
import { More } from '../../../shared/ui/more.js';
import { Empty, ErrorNote, Skeleton } from '../../../shared/ui/states.js';
import { BankCard } from './bank-card.js';
import { BankFilters } from './bank-filters.js';
import { MoveDialog, RemoveDialog, TagDialog } from './dialogs.js';
import { useSelection } from './use-selection.js';
import './bank.css';

interface BankProps {
  sectionId: string;
  filter: BankSearch;
  onFilter: (filter: BankSearch) => void;
}

function NewQuestion() {
  return (
    <Link
      from="/author/courses/$id/sections/$section"
      to="/author/courses/$id/sections/$section/questions/$question"
      params={(before) => ({ ...before, question: 'new' })}
      search={{}}
      className="button primary"
    >
      <Icon name="plus" size={18} /> New question
    </Link>
  );
}

function useBank(sectionId: string, filter: BankSearch) {
  const { search, tag, difficulty, type, flagged } = filter;
  return useInfiniteQuery({
    queryKey: ['author', 'questions', sectionId, { search, tag, difficulty, type, flagged }],
    queryFn: ({ pageParam }) =>
      api.content.questions(sectionId, { search, tag, difficulty, type, flagged, cursor: pageParam }),
    initialPageParam: undefined as string | undefined, // the type of the first page's cursor cannot be inferred
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

interface BulkProps {
  sectionId: string;
  selection: ReturnType<typeof useSelection>;
}

/** What can be done with the ticked questions at once. */
function BulkBar({ sectionId, selection }: BulkProps) {
  const [asking, setAsking] = useState<'tag' | 'move' | 'remove' | null>(null);
  const { names } = selection;
  const batch = { names, sectionId, onClose: () => setAsking(null), onDone: selection.clear };
  return (
    <div className="row" role="group" aria-label="With the chosen questions">
      <button type="button" className="button small quiet" onClick={selection.takeAll}>
        Choose all shown
      </button>
      {names.length === 0 ? null : (
        <>
          <span>{names.length} chosen</span>
          <button type="button" className="button small" onClick={() => setAsking('tag')}>
            Tag
          </button>
          <button type="button" className="button small" onClick={() => setAsking('move')}>
            Move
          </button>
          <button type="button" className="button small danger" onClick={() => setAsking('remove')}>
            Remove
          </button>
          <button type="button" className="button small quiet" onClick={selection.clear}>
            Choose none
          </button>
        </>
      )}
      <TagDialog {...batch} isOpen={asking === 'tag'} />
      <MoveDialog {...batch} isOpen={asking === 'move'} />
      <RemoveDialog {...batch} isOpen={asking === 'remove'} />
    </div>
  );
}

function BankList({ sectionId, filter }: Omit<BankProps, 'onFilter'>) {
  const questions = useBank(sectionId, filter);
  const items = questions.data?.pages.flatMap((page) => page.items) ?? [];
  const selection = useSelection(items);
  if (questions.isPending) return <Skeleton kind="card" rows={3} />;
  if (questions.data === undefined) {
    return <ErrorNote error={questions.error} onRetry={() => void questions.refetch()} />;
  }
  if (items.length === 0) {
    const isFiltered = Object.values(filter).some((value) => value !== undefined);
    return (
      <Empty title={isFiltered ? 'No question matches' : 'No questions yet'}>
        <p>{isFiltered ? 'Loosen the filters above.' : 'Write the first one, or import a file.'}</p>
      </Empty>
    );
  }
  return (
    <>
      <BulkBar sectionId={sectionId} selection={selection} />
      <ul className="plain-list stack" aria-label="Questions">
        {items.map((question) => (
          <BankCard
            key={question.id}
            question={question}
            isChosen={selection.has(question.id)}
            onToggle={() => selection.toggle(question.id)}
          />
        ))}
      </ul>
      {questions.hasNextPage ? (
        <More query={questions} />
      ) : (
        <p className="muted small-text">{counted(items.length, 'question')} shown, no more.</p>
      )}
    </>
  );
}

/** The question bank of a section, page by page. */
export function QuestionBank({ sectionId, filter, onFilter }: BankProps) {
  return (
    <div className="stack">
      <div>
        <NewQuestion />
      </div>
      <BankFilters sectionId={sectionId} filter={filter} onChange={onFilter} />
      <BankList sectionId={sectionId} filter={filter} />
    </div>
  );
}
