import type { AnyVerification } from '#libs/api-client';

import { date, exact } from '../../shared/text/time.js';
import { Icon } from '../../shared/ui/icon.js';
import { checkNames, Checks } from './checks.js';

type Credential = NonNullable<AnyVerification['credential']>;

function When({ time }: { time: string }) {
  return (
    <time dateTime={time} title={exact(time)}>
      {date(time)}
    </time>
  );
}

function recipientWords({ recipient }: Credential): string {
  const known = [recipient.id, ...recipient.identifiers.map(({ value }) => value)].filter((value) => value !== null);
  if (known.length > 0) return known.join(', ');
  return recipient.identifiers.length > 0 ? 'Somebody who can prove it: the address is hidden' : 'Not said';
}

function Facts({ credential }: { credential: Credential }) {
  const { achievement, issuer, results, validFrom, validUntil, awardedAt } = credential;
  return (
    <dl className="verify-facts">
      <dt>What</dt>
      <dd>
        <strong>{achievement.name}</strong>
      </dd>
      {achievement.description === null ? null : (
        <>
          <dt>About</dt>
          <dd>{achievement.description}</dd>
        </>
      )}
      {achievement.criteria === null ? null : (
        <>
          <dt>Earned by</dt>
          <dd>{achievement.criteria}</dd>
        </>
      )}
      {results.map(({ name, value }) => (
        <div key={`${name} ${value}`} className="verify-fact">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <dt>Issued by</dt>
      <dd>
        {issuer.name === null ? null : <>{issuer.name}, </>}
        <span className="verify-id">{issuer.id}</span>
      </dd>
      <dt>Holder</dt>
      <dd>{recipientWords(credential)}</dd>
      <dt>Valid from</dt>
      <dd>
        <When time={validFrom} />
        {awardedAt === null ? null : (
          <>
            {' '}
            (first awarded <When time={awardedAt} />)
          </>
        )}
      </dd>
      <dt>Valid until</dt>
      <dd>{validUntil === null ? 'No end' : <When time={validUntil} />}</dd>
    </dl>
  );
}

function verdictOf({ isValid, checks }: AnyVerification) {
  const failed = checks.filter(({ outcome }) => outcome === 'fail').map(({ name }) => checkNames[name]);
  const open = checks.filter(({ outcome }) => outcome === 'unknown').map(({ name }) => checkNames[name]);
  if (isValid) return { kind: 'success', icon: 'check', title: 'Genuine and valid today.', detail: null } as const;
  if (failed.length > 0) {
    return {
      kind: 'danger',
      icon: 'cross',
      title: `Do not rely on it: ${failed.map((name) => `“${name}”`).join(', ')} failed.`,
      detail: null,
    } as const;
  }
  const detail = 'Nothing is known to be wrong, but that is not enough to rely on it.';
  return {
    kind: 'warning',
    icon: 'half',
    title: `Not decided: ${open.map((name) => `“${name}”`).join(', ')} could not be checked.`,
    detail,
  } as const;
}

/** What was found, check by check: "valid" alone would prove nothing. */
export function VerificationResult({ verification }: { verification: AnyVerification }) {
  const { checks, warnings, credential, isValid } = verification;
  const { kind, icon, title, detail } = verdictOf(verification);
  return (
    <section className="stack" aria-labelledby="found">
      <h2 id="found">{credential === null ? 'What was found' : credential.name}</h2>
      <div className={`note note-${kind}`} role="status">
        <Icon name={icon} />
        <div>
          <p className="note-title">{title}</p>
          {detail === null ? null : <p>{detail}</p>}
        </div>
      </div>
      <Checks checks={checks} />
      {warnings.length === 0 ? null : (
        <div className="note note-warning">
          <Icon name="info" />
          <div>
            <p className="note-title">Worth knowing</p>
            <ul>
              {warnings.map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          </div>
        </div>
      )}
      {credential === null ? null : (
        <section className="stack-tight" aria-labelledby="facts">
          <h3 id="facts">{isValid ? 'What it certifies' : 'What it claims'}</h3>
          <Facts credential={credential} />
        </section>
      )}
      {verification.pageUrl === null ? null : (
        <p>
          <a href={verification.pageUrl}>Its public page</a>
        </p>
      )}
    </section>
  );
}
