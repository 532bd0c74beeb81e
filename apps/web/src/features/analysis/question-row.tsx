import type { ReactNode } from 'react';

import type { AnalysedQuestion } from '#libs/api-client';

import { count, percent, share } from '../../shared/text/numbers.js';
import { duration } from '../../shared/text/time.js';
import { stemLine, typeWords } from '../../shared/text/questions.js';
import { Icon } from '../../shared/ui/icon.js';
import { orDash, plain } from './figures.js';

function Part({ part }: { part: AnalysedQuestion['parts'][number] }) {
  return (
    <div
      className="table-scroll"
      role="region"
      aria-label={`Answers${part.label === '' ? '' : ` to ${part.label}`}`}
      tabIndex={0}
    >
      <table className="table">
        <caption>
          {part.label === '' ? 'What was answered' : part.label}
          {part.isTyped ? '; of typed answers only the frequent ones' : ''}
        </caption>
        <thead>
          <tr>
            <th scope="col">Answer</th>
            <th scope="col" className="number">
              Attempts
            </th>
            <th scope="col" className="number">
              Share
            </th>
            <th scope="col" className="number">
              Mean on the rest
            </th>
          </tr>
        </thead>
        <tbody>
          {part.classes.map((answer) => (
            <tr key={answer.value}>
              <th scope="row">
                <span className="answer-class">
                  {answer.isRight ? <Icon name="check" size={16} /> : <Icon name="dash" size={16} />}
                  <span className="visually-hidden">{answer.isRight ? 'Right: ' : 'Not right: '}</span>
                  {answer.label}
                </span>
              </th>
              <td className="number">{count(answer.count)}</td>
              <td className="number">{orDash(answer.share, share)}</td>
              <td className="number">{answer.meanRest === null ? 'nobody' : plain(answer.meanRest)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {part.otherCount === null || part.otherCount === 0 ? null : (
        <p className="muted small-text part-other">{count(part.otherCount)} with another answer or none.</p>
      )}
    </div>
  );
}

function Details({ question }: { question: AnalysedQuestion }) {
  const { intendedWeight, effectiveWeight, discriminativeEfficiency, randomGuessScore, medianSeconds } = question;
  const lines = [
    ['Standard deviation', orDash(question.standardDeviation, (value) => `${plain(value)} points`)],
    ['Discriminative efficiency', orDash(discriminativeEfficiency, percent)],
    ['Intended weight', orDash(intendedWeight, share)],
    [
      'Effective weight',
      question.hasNegativeCovariance
        ? 'None: better learners earn less here'
        : effectiveWeight === null
          ? 'Not on every paper'
          : percent(effectiveWeight),
    ],
    ['Blind guessing earns', orDash(randomGuessScore, share)],
    ['Median time', orDash(medianSeconds, duration)],
  ] as const;
  return (
    <div className="stack part-more">
      <dl className="definitions">
        {lines.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {question.parts.map((part) => (
        <Part key={part.partId} part={part} />
      ))}
    </div>
  );
}

interface QuestionRowProps {
  question: AnalysedQuestion;
  /** Ways on from the question, for those who may change it. */
  links?: ReactNode;
}

/** One version of one question: figures, what looks wrong, who answered what. */
export function AnalysedCard({ question, links }: QuestionRowProps) {
  return (
    <li className="card stack">
      <div className="row">
        <span className="tag">
          {question.position === null ? 'Not in the publication' : `Number ${question.position}`}
        </span>
        <span className="tag">{typeWords[question.type]}</span>
        <span className="muted small-text">Version {question.version}</span>
      </div>
      <h3>{stemLine(question.stemStart, 140)}</h3>
      <dl className="question-figures">
        <div title="Graded attempts with this version on their paper">
          <dt>Attempts</dt>
          <dd>{count(question.attempts)}</dd>
        </div>
        <div title="Share of the mark earned on average">
          <dt>Facility</dt>
          <dd>{orDash(question.facility, share)}</dd>
        </div>
        <div title="How well it tells stronger from weaker learners, -100 % to 100 %">
          <dt>Discrimination</dt>
          <dd>{orDash(question.discriminationIndex, percent)}</dd>
        </div>
        <div title="Challenges that nobody has answered yet">
          <dt>Open challenges</dt>
          <dd>{count(question.openChallenges)}</dd>
        </div>
      </dl>
      {question.notice === null ? null : <p className="muted small-text">{question.notice}</p>}
      {question.flags.length === 0 ? null : (
        <ul className="plain-list stack-tight" aria-label="What looks wrong">
          {question.flags.map(({ code, text }) => (
            <li key={code + text} className="flag">
              <Icon name="warn" size={18} /> {text}
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>More figures, and who answered what</summary>
        <Details question={question} />
      </details>
      {links}
    </li>
  );
}
