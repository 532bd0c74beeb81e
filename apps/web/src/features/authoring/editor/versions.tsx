import { useInfiniteQuery } from '@tanstack/react-query';

import { stemLine } from '../../../shared/text/questions.js';
import { api } from '../../../shared/session/session.js';
import { ErrorNote, Skeleton } from '../../../shared/ui/states.js';
import { When } from '../../../shared/ui/when.js';
import { draftOf, type Draft } from './draft.js';

interface VersionsProps {
  questionId: string;
  version: number;
  onTake: (draft: Draft) => void;
}

/** Every version of a question; an old one can be taken into the editor and saved as the next. */
export function Versions({ questionId, version, onTake }: VersionsProps) {
  const versions = useInfiniteQuery({
    queryKey: ['author', 'question-versions', questionId],
    queryFn: ({ pageParam }) => api.content.questionVersions(questionId, { cursor: pageParam }),
    initialPageParam: undefined as string | undefined, // the type of the first page's cursor cannot be inferred
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  if (versions.isPending) return <Skeleton kind="row" rows={2} />;
  if (versions.data === undefined) {
    return <ErrorNote error={versions.error} onRetry={() => void versions.refetch()} />;
  }
  return (
    <div className="stack">
      <ol className="plain-list stack-tight">
        {versions.data.pages
          .flatMap(({ items }) => items)
          .map((item) => (
            <li key={item.version} className="row version-line">
              <strong>Version {item.version}</strong>
              <span className="muted small-text">
                <When at={item.updatedAt} />
              </span>
              <span className="version-stem">{stemLine(item.stem, 60)}</span>
              {item.version === version ? (
                <span className="tag">Current</span>
              ) : (
                <button type="button" className="button small" onClick={() => onTake(draftOf(item))}>
                  Take version {item.version} into the form
                </button>
              )}
            </li>
          ))}
      </ol>
      {versions.hasNextPage ? (
        <div>
          <button type="button" className="button small" onClick={() => void versions.fetchNextPage()}>
            Show older
          </button>
        </div>
      ) : null}
    </div>
  );
}
