import { Link } from '@tanstack/react-router';
import { useRef } from 'react';

import { policySentences } from '../../shared/text/policy.js';
import { Mark } from './mark.js';
import { gradeWords, reasonText, stateWord, type PathStep } from './path-step.js';
import { StartQuiz } from './start-quiz.js';
import { Trail } from './trail.js';
import './path.css';

function startLabel(step: PathStep): string {
  if (step.progress.openAttemptId !== null) return 'Resume the quiz';
  return step.progress.attemptsUsed === 0 ? 'Take the quiz' : 'Try the quiz again';
}

function NextCard({ step, slug }: { step: PathStep; slug: string }) {
  const { section, progress } = step;
  const canStart = progress.state !== 'locked' && progress.reasons.length === 0;
  return (
    <div className="step-next">
      <p className="step-eyebrow">Next on your path</p>
      <h2>
        <Link to="/courses/$slug/sections/$section" params={{ slug, section: section.id }}>
          {section.title}
        </Link>
      </h2>
      <p className="muted">
        {policySentences(section.quiz).slice(0, 3).join(' ')}
        {section.quiz.practice === null ? '' : ' You can practise first.'}
      </p>
      {progress.reasons.map((reason) => (
        <p key={reason.code}>{reasonText(reason)}</p>
      ))}
      <div className="row step-next-actions">
        {canStart ? <StartQuiz sectionId={section.id} label={startLabel(step)} /> : null}
        <Link
          to="/courses/$slug/sections/$section"
          params={{ slug, section: section.id }}
          className={`button large${canStart ? '' : ' primary'}`}
        >
          Read first
        </Link>
      </div>
    </div>
  );
}

function StepWords({ step, slug }: { step: PathStep; slug: string }) {
  const { section, progress } = step;
  return (
    <div className="step-words">
      <h2 className="step-title">
        <Link to="/courses/$slug/sections/$section" params={{ slug, section: section.id }}>
          {section.title}
        </Link>
      </h2>
      <p className={`step-state step-state-${progress.state}`}>
        {stateWord(step)}
        {progress.percent === null ? '' : ` · ${gradeWords(progress)}`}
        {section.isRequired ? '' : ' · optional'}
      </p>
      {progress.reasons.slice(0, 2).map((reason) => (
        <p key={`${reason.code}${reason.sectionId ?? ''}`} className="muted small-text">
          {reasonText(reason)}
        </p>
      ))}
    </div>
  );
}

/** The winding path of way-marks; the next step is the largest thing on it. */
export function CoursePath({ steps, slug }: { steps: readonly PathStep[]; slug: string }) {
  const path = useRef<HTMLDivElement>(null);
  const firstUnpassed = steps.findIndex(({ progress }) => progress.state !== 'passed');
  const walked = firstUnpassed === -1 ? steps.length : firstUnpassed + 1;
  return (
    <div className="path" ref={path}>
      <Trail path={path} walked={walked} />
      <ol className="path-steps plain-list">
        {steps.map((step, index) => (
          <li key={step.section.id} className={`step step-at-${index % 6}${step.isNext ? ' step-is-next' : ''}`}>
            <Mark step={step} />
            {step.isNext ? <NextCard step={step} slug={slug} /> : <StepWords step={step} slug={slug} />}
          </li>
        ))}
      </ol>
    </div>
  );
}
