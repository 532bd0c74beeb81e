import type { DraftSection } from '#libs/api-client';

import { api } from '../../../shared/session/session.js';
import { PolicyEditor } from './policy-editor.js';

/** How the section's quiz is given and judged. It counts from the next publication on. */
export function SectionPolicy({ section }: { section: DraftSection }) {
  return (
    <PolicyEditor
      level="section"
      policy={section.policy}
      sources={section.policySources}
      version={section.version}
      sectionId={section.id}
      save={(version, policy) => api.content.changeSection(section.id, version, { policy })}
    >
      <p className="muted">
        Learners with an accommodation get more time, more attempts or no pause on top of what stands here; instructors
        grant it on the learner's page.
      </p>
    </PolicyEditor>
  );
}
