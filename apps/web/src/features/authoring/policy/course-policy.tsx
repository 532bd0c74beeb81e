import type { DraftCourse, Policy } from '#libs/api-client';

import { api } from '../../../shared/session/session.js';
import { PolicyEditor } from './policy-editor.js';
import { settingNames, withChange, type SettingName, type Source } from './settings.js';

/** What the platform does where nobody says anything. */
const defaults: Policy = {
  passMark: 0.8,
  timeLimitSeconds: null,
  attemptsMax: null,
  cooldownSeconds: 0,
  drawCount: null,
  shuffleQuestions: true,
  shuffleOptions: true,
  review: 'after_submit',
  aggregation: 'best',
  opensAt: null,
  closesAt: null,
};

function isSettingName(name: string): name is SettingName {
  return name in settingNames;
}

function sourcesOf(own: DraftCourse['policy']): Record<SettingName, Source> {
  const sources: Record<string, Source> = {};
  for (const name of Object.keys(settingNames))
    if (isSettingName(name)) sources[name] = name in own ? 'course' : 'default';
  // Every setting that has a name was walked.
  return sources as Record<SettingName, Source>;
}

/** What holds in every section that does not say otherwise. */
export function CoursePolicy({ course }: { course: DraftCourse }) {
  return (
    <details className="card">
      <summary>Policy of the course</summary>
      <div className="stack part-more">
        <p className="muted">It holds in every section that does not say otherwise.</p>
        <PolicyEditor
          level="course"
          policy={withChange(defaults, course.policy)}
          sources={sourcesOf(course.policy)}
          version={course.version}
          sectionId={null}
          without={['fixedQuestions']}
          save={(version, { fixedQuestions: _never, ...policy }) =>
            api.content.changeCourse(course.id, version, { policy })
          }
        />
      </div>
    </details>
  );
}
