import type { ReviewItem } from '#libs/api-client';

import { points } from '../text/numbers.js';
import { Icon } from '../ui/icon.js';
import { Markdown } from '../markdown/markdown.js';

/** What the person said who marked the answer: a level for each criterion, and a comment. */
export function MarkNote({ mark }: { mark: NonNullable<ReviewItem['mark']> }) {
  return (
    <div className="note">
      <Icon name="speech" />
      <div>
        <p className="note-title">Your mark</p>
        {mark.criteria.length === 0 ? null : (
          <dl className="review-mark">
            {mark.criteria.map((criterion) => (
              <div key={criterion.title}>
                <dt>{criterion.title}</dt>
                <dd>
                  <Markdown text={criterion.level} inline />
                  {criterion.points === null || criterion.pointsMax === null ? null : (
                    <span className="muted small-text">
                      {' '}
                      {points(criterion.points)} of {points(criterion.pointsMax)}
                    </span>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        )}
        {mark.comment === null ? null : <p className="review-comment">{mark.comment}</p>}
        {mark.comment === null && mark.criteria.length === 0 ? <p>No comment was given.</p> : null}
      </div>
    </div>
  );
}
