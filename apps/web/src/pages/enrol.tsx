import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';

import type { Cohort } from '#libs/api-client';

import '../features/enrolment/enrolment.css';
import { FileForm } from '../features/enrolment/file-form.js';
import { InviteChoice } from '../features/enrolment/invite-choice.js';
import { InvitationList } from '../features/enrolment/invitation-list.js';
import { LearnerList } from '../features/enrolment/learner-list.js';
import { LinkList } from '../features/enrolment/link-list.js';
import { PasteForm } from '../features/enrolment/paste-form.js';
import type { EnrolSearch } from '../shared/search-params.js';
import { api } from '../shared/session/session.js';
import { Page } from '../shared/ui/page.js';
import { QueryView } from '../shared/ui/states.js';

const from = '/cohorts/$id/enrol';

const tabs = [
  { tab: undefined, label: 'Add people' },
  { tab: 'learners', label: 'Learners' },
  { tab: 'invitations', label: 'Invitations' },
  { tab: 'links', label: 'Links' },
] as const;

function Tabs({ tab }: Pick<EnrolSearch, 'tab'>) {
  return (
    <nav className="row" aria-label="Ways into the cohort">
      {tabs.map((item) => (
        <Link
          key={item.label}
          from={from}
          search={{ tab: item.tab }}
          className={`button${item.tab === tab ? ' primary' : ''}`}
          aria-current={item.tab === tab ? 'page' : undefined}
          activeOptions={{ exact: true, includeSearch: true }}
        >
          {item.label}
        </Link>
      ))}
    </nav>
  );
}

function AddPeople({ cohort }: { cohort: Cohort }) {
  const [invite, setInvite] = useState(true);
  if (cohort.isArchived) {
    return (
      <p>
        This cohort is archived: its figures stay, but nobody can be added to it.{' '}
        <Link to="/cohorts/$id/settings" params={{ id: cohort.id }}>
          Take it out of the archive
        </Link>{' '}
        first.
      </p>
    );
  }
  return (
    <>
      <InviteChoice cohortId={cohort.id} invite={invite} onChange={setInvite} />
      <PasteForm cohortId={cohort.id} invite={invite} />
      <FileForm key={String(invite)} cohortId={cohort.id} invite={invite} />
    </>
  );
}

function Part({ cohort }: { cohort: Cohort }) {
  const { tab, search, state } = useSearch({ from });
  const navigate = useNavigate({ from });
  switch (tab) {
    case 'learners':
      return (
        <LearnerList
          cohort={cohort}
          search={search}
          onSearch={(next) =>
            void navigate({ search: (before) => ({ ...before, search: next }), replace: true, resetScroll: false })
          }
        />
      );
    case 'invitations':
      return (
        <InvitationList
          cohort={cohort}
          state={state}
          onState={(next) =>
            void navigate({ search: (before) => ({ ...before, state: next }), replace: true, resetScroll: false })
          }
        />
      );
    case 'links':
      return <LinkList cohort={cohort} />;
    case undefined:
      return <AddPeople cohort={cohort} />;
    default:
      return tab satisfies never;
  }
}

/** Who comes into a cohort, who is in it, and who was asked. */
export function EnrolPage() {
  const { id } = useParams({ from });
  const { tab } = useSearch({ from });
  const cohort = useQuery({ queryKey: ['cohort', id], queryFn: () => api.quiz.cohort(id) });
  return (
    <Page
      title="Enrol learners"
      lead={cohort.data === undefined ? undefined : `${cohort.data.name}, ${cohort.data.courseTitle}`}
      above={
        <Link to="/cohorts/$id" params={{ id }}>
          {cohort.data?.name ?? 'Cohort'}
        </Link>
      }
      actions={
        <>
          <Link to="/cohorts/$id/settings" params={{ id }} className="button">
            Settings
          </Link>
          <Link to="/cohorts/$id" params={{ id }} className="button">
            To the cohort
          </Link>
        </>
      }
    >
      <Tabs tab={tab} />
      <QueryView query={cohort}>{(data) => <Part cohort={data} />}</QueryView>
    </Page>
  );
}
