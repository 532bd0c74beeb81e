interface MoreProps {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}

/** The next page of a list. */
export function More({ query }: MoreProps) {
  if (!query.hasNextPage) return null;
  return (
    <div>
      <button
        type="button"
        className="button"
        disabled={query.isFetchingNextPage}
        onClick={() => void query.fetchNextPage()}
      >
        {query.isFetchingNextPage ? 'Loading' : 'Show more'}
      </button>
    </div>
  );
}
