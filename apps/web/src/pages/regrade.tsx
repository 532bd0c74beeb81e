import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';

import { NewRegrade } from '../features/regrade/new-regrade.js';
import { RegradeView } from '../features/regrade/regrade-view.js';
import { Page } from '../shared/ui/page.js';
import { Empty } from '../shared/ui/states.js';

const from = '/author/courses/$id/sections/$section/regrades/$regrade';

/** Grades attempts anew after a question was corrected: dry run first, then the decision. */
export function RegradePage() {
  const { id, section, regrade } = useParams({ from });
  const { question, only } = useSearch({ from });
  const navigate = useNavigate();
  return (
    <Page
      title="Regrade"
      above={
        <Link to="/author/courses/$id/sections/$section" params={{ id, section }} search={{ tab: 'regrades' }}>
          Regrades of the section
        </Link>
      }
    >
      {regrade !== 'new' ? (
        <RegradeView
          id={regrade}
          only={only}
          onOnly={(next) =>
            void navigate({ to: from, params: { id, section, regrade }, search: { only: next }, replace: true })
          }
        />
      ) : question === undefined ? (
        <Empty title="No question chosen">
          <p>Open a question of the section and choose Regrade attempts there.</p>
        </Empty>
      ) : (
        <NewRegrade
          sectionId={section}
          questionId={question}
          onMade={(made) =>
            void navigate({ to: from, params: { id, section, regrade: made.id }, search: {}, replace: true })
          }
        />
      )}
    </Page>
  );
}
