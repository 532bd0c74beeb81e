import { Markdown } from '../markdown/markdown.js';
import { Icon } from '../ui/icon.js';
import type { Reviewed } from './reviewed.js';

/** What the author has to say: about this answer, then about the question. */
export function ReviewFeedback({ item }: { item: Pick<Reviewed, 'responseFeedback' | 'explanation'> }) {
  return (
    <>
      {item.responseFeedback ? (
        <div className="note">
          <Icon name="speech" />
          <div>
            <p className="note-title">About your answer</p>
            <Markdown text={item.responseFeedback} />
          </div>
        </div>
      ) : null}
      {item.explanation ? (
        <div className="note">
          <Icon name="info" />
          <div>
            <p className="note-title">Why</p>
            <Markdown text={item.explanation} />
          </div>
        </div>
      ) : null}
    </>
  );
}
