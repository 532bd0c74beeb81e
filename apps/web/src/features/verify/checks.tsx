import type { AnyVerification } from '#libs/api-client';

import { Icon, type IconName } from '../../shared/ui/icon.js';
import './verify.css';

type Check = AnyVerification['checks'][number];

export const checkNames: Record<Check['name'], string> = {
  shape: 'Document',
  proof: 'Signature',
  issuer: 'Issuer',
  status: 'Not withdrawn',
  dates: 'Dates',
  subject: 'Holder',
};

const outcomes: Record<Check['outcome'], { icon: IconName; word: string }> = {
  pass: { icon: 'check', word: 'Passed' },
  fail: { icon: 'cross', word: 'Failed' },
  unknown: { icon: 'half', word: 'Not known' },
};

/** Each check by name with what was found: "valid" alone would prove nothing. */
export function Checks({ checks }: { checks: readonly Check[] }) {
  return (
    <ul className="verify-checks plain-list">
      {checks.map(({ name, outcome, detail }) => (
        <li key={name} className={`verify-${outcome}`}>
          <Icon name={outcomes[outcome].icon} />
          <strong>{checkNames[name]}</strong>
          <span className="verify-word">{outcomes[outcome].word}</span>
          <p>{detail}</p>
        </li>
      ))}
    </ul>
  );
}
