import { Link } from '@tanstack/react-router';

import { Icon } from '../../shared/ui/icon.js';

/** How the paper is shown, and the list of keys. */
export function PlayerTools({ isPaper, onKeys }: { isPaper: boolean; onKeys: () => void }) {
  return (
    <div className="row player-tools">
      <Link
        from="/attempts/$id"
        search={(before) => ({ ...before, view: isPaper ? undefined : 'paper' })}
        replace
        className="button small quiet"
      >
        <Icon name="grid" size={18} /> {isPaper ? 'One question' : 'Whole paper'}
      </Link>
      <button type="button" className="button small quiet" onClick={onKeys}>
        <Icon name="keyboard" size={18} /> Keys
      </button>
    </div>
  );
}

interface PlayerFootProps {
  isPaper: boolean;
  isFirst: boolean;
  isLast: boolean;
  onPrevious: () => void;
  onNext: () => void;
  onSubmit: () => void;
}

/** Previous, next, hand in: the last one leads once nothing follows. */
export function PlayerFoot({ isPaper, isFirst, isLast, onPrevious, onNext, onSubmit }: PlayerFootProps) {
  return (
    <div className="player-foot">
      {isPaper ? null : (
        <button type="button" className="button" disabled={isFirst} onClick={onPrevious}>
          <Icon name="back" /> Previous
        </button>
      )}
      {isPaper || isLast ? null : (
        <button type="button" className="button primary" onClick={onNext}>
          Next <Icon name="arrow" />
        </button>
      )}
      <button type="button" className={`button player-submit${isPaper || isLast ? ' primary' : ''}`} onClick={onSubmit}>
        Hand in
      </button>
    </div>
  );
}
