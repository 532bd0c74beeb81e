import type { Verification } from '#libs/api-client';

import { Icon } from '../../shared/ui/icon.js';

type Check = Verification['checks'][number];

const names: Record<Check['name'], string> = {
  shape: 'Document',
  proof: 'Signature',
  issuer: 'Issuer',
  status: 'Not withdrawn',
  dates: 'Dates',
  subject: 'Holder',
};

/** Each check by name with what was found: "valid" alone would prove nothing. */
export function Checks({ checks }: { checks: readonly Check[] }) {
  return (
    <ul className="checks plain-list">
      {checks.map((check) => (
        <li key={check.name} className={`check-${check.outcome}`}>
          <Icon name={check.outcome === 'pass' ? 'check' : 'cross'} />
          <strong>
            {names[check.name]}
            <span className="visually-hidden">{check.outcome === 'pass' ? ': passed' : ': failed'}</span>
          </strong>
          <p>{check.detail}</p>
        </li>
      ))}
    </ul>
  );
}
