import { BadgeImage } from '../../shared/ui/badge-image.js';
import { Icon } from '../../shared/ui/icon.js';
import type { PathStep } from './path-step.js';

function Ring({ percent }: { percent: number }) {
  const circumference = 2 * Math.PI * 28;
  const shown = Math.max(8, Math.min(100, percent));
  return (
    <svg className="mark-ring" viewBox="0 0 64 64" aria-hidden="true">
      <circle cx="32" cy="32" r="28" className="mark-ring-track" />
      <circle
        cx="32"
        cy="32"
        r="28"
        className="mark-ring-part"
        strokeDasharray={`${(shown / 100) * circumference} ${circumference}`}
        transform="rotate(-90 32 32)"
      />
    </svg>
  );
}

/** The sign at the way: a badge when passed, a ring when begun, a number when open, a lock when closed. */
export function Mark({ step }: { step: PathStep }) {
  const { progress, number } = step;
  if (progress.state === 'passed') {
    return (
      <span className="mark mark-passed">
        {/* A badge that is not signed yet leaves the tick alone. */}
        {progress.credentialId === null ? null : <BadgeImage credentialId={progress.credentialId} size={80} />}
        <span className="mark-check">
          <Icon name="check" size={14} />
        </span>
      </span>
    );
  }
  if (progress.state === 'in_progress') {
    return (
      <span className="mark mark-begun">
        <Ring percent={progress.percent ?? 0} />
        <span className="mark-number">{number}</span>
      </span>
    );
  }
  return (
    <span className={`mark mark-${progress.state}`}>
      {progress.state === 'locked' ? <Icon name="lock" size={22} /> : <span className="mark-number">{number}</span>}
    </span>
  );
}
