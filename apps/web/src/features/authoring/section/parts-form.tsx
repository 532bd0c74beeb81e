import type { DraftSection } from '#libs/api-client';

import { Choice, Line, Prose } from '../editor/inputs.js';
import { ListEditor } from '../editor/list-editor.js';

/** New parts have no id yet; the server gives them one. */
type Unsaved<Part extends { id: string }> = Omit<Part, 'id'> & { id?: string };
export type ResourceDraft = Unsaved<DraftSection['resources'][number]>;
export type TopicDraft = Omit<Unsaved<DraftSection['topics'][number]>, 'key' | 'resources'> & {
  resources: readonly ResourceDraft[];
};

const kinds = [
  { value: 'article', label: 'Article' },
  { value: 'documentation', label: 'Documentation' },
  { value: 'video', label: 'Video' },
  { value: 'book', label: 'Book' },
  { value: 'course', label: 'Course' },
  { value: 'tool', label: 'Tool' },
  { value: 'image', label: 'Image' },
] as const;

interface ResourcesFormProps {
  /** Where they are in the section, such as `topics/0/resources`. */
  field: string;
  resources: readonly ResourceDraft[];
  onChange: (resources: ResourceDraft[]) => void;
}

export function ResourcesForm({ field, resources, onChange }: ResourcesFormProps) {
  return (
    <ListEditor
      label="Resources"
      noun="Resource"
      field={field}
      items={resources}
      onChange={onChange}
      make={() => ({ title: '', url: null, kind: 'article' })}
    >
      {(resource, set, index) => (
        <>
          <Line
            label={`Title of resource ${index + 1}`}
            field={`${field}/${index}/title`}
            value={resource.title}
            onChange={(title) => set({ ...resource, title })}
          />
          <Line
            label={`Address of resource ${index + 1}`}
            field={`${field}/${index}/url`}
            hint="Begins with https://. Empty for a book on a shelf."
            value={resource.url ?? ''}
            onChange={(url) => set({ ...resource, url: url.trim() === '' ? null : url.trim() })}
          />
          <Choice
            label={`Kind of resource ${index + 1}`}
            value={kinds.find(({ value }) => value === resource.kind)?.value ?? 'article'}
            options={kinds}
            onChange={(kind) => set({ ...resource, kind })}
          />
        </>
      )}
    </ListEditor>
  );
}

interface TopicsFormProps {
  topics: readonly TopicDraft[];
  onChange: (topics: TopicDraft[]) => void;
}

export function TopicsForm({ topics, onChange }: TopicsFormProps) {
  return (
    <ListEditor
      label="Topics"
      noun="Topic"
      field="topics"
      items={topics}
      onChange={onChange}
      make={() => ({ title: '', prose: '', resources: [] })}
    >
      {(topic, set, index) => (
        <>
          <Line
            label={`Title of topic ${index + 1}`}
            field={`topics/${index}/title`}
            value={topic.title}
            onChange={(title) => set({ ...topic, title })}
          />
          <Prose
            label={`Text of topic ${index + 1}`}
            field={`topics/${index}/prose`}
            value={topic.prose}
            onChange={(prose) => set({ ...topic, prose })}
          />
          <details>
            <summary>
              Resources of this topic
              {topic.resources.length === 0 ? '' : ` (${topic.resources.length})`}
            </summary>
            <div className="part-more">
              <ResourcesForm
                field={`topics/${index}/resources`}
                resources={topic.resources}
                onChange={(resources) => set({ ...topic, resources })}
              />
            </div>
          </details>
        </>
      )}
    </ListEditor>
  );
}
