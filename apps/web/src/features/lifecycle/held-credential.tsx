import { Link } from '@tanstack/react-router';
import { useState } from 'react';

import type { HeldCredential } from '#libs/api-client';

import { date } from '../../shared/text/time.js';
import { CredentialHistoryList } from './credential-history.js';
import { DecideDialog } from './decide-dialog.js';
import './lifecycle.css';
import { choicesFor, choiceWords, kindWords, statusWords, type Choice } from './words.js';

interface HeldCredentialCardProps {
  credential: HeldCredential;
  /** Where the list is not about one person. */
  showsLearner?: boolean;
}

/** One credential for those who decide: how it stands and why, what can be done, and what was. */
export function HeldCredentialCard({ credential, showsLearner = false }: HeldCredentialCardProps) {
  const [choice, setChoice] = useState<Choice | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const { id, kind, title, courseTitle, learnerName, email, statusReason, issuedAt, expiresAt, isExpired } = credential;
  const { word, tone } = statusWords(credential);
  return (
    <li className="card held-credential">
      <div className="held-credential-words">
        <p className="row">
          <Link to="/c/$credential" params={{ credential: id }}>
            {kind === 'course_certificate' ? courseTitle : title}
          </Link>
          <span className="muted small-text">{kindWords[kind]}</span>
          <span className={`tag ${tone}`}>{word}</span>
        </p>
        {showsLearner ? (
          <p>
            {learnerName || 'Account erased'} <span className="muted small-text">{email}</span>
          </p>
        ) : null}
        <p className="muted small-text">
          Issued {date(issuedAt)}
          {expiresAt === null ? '' : `, ${isExpired ? 'expired' : 'expires'} ${date(expiresAt)}`}
          {showsLearner && kind === 'section_badge' ? `. ${courseTitle}` : ''}
        </p>
        {statusReason === null ? null : <p>{statusReason}</p>}
      </div>
      <div className="row held-credential-acts">
        {choicesFor(credential).map((one) => (
          <button key={one} type="button" className="button small" onClick={() => setChoice(one)}>
            {choiceWords[one].button}
            <span className="visually-hidden">
              {' '}
              {kindWords[kind]} {title}
              {showsLearner ? ` of ${learnerName}` : ''}
            </span>
          </button>
        ))}
        <button
          type="button"
          className="button small quiet"
          aria-expanded={isOpen}
          onClick={() => setIsOpen((before) => !before)}
        >
          History<span className="visually-hidden"> of {title}</span>
        </button>
      </div>
      {isOpen ? (
        <div className="held-credential-history">
          <CredentialHistoryList credentialId={id} />
        </div>
      ) : null}
      {choice === null ? null : (
        <DecideDialog credential={credential} choice={choice} onClose={() => setChoice(null)} />
      )}
    </li>
  );
}
