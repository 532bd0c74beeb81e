import type { OutlineSection, Resource } from '#libs/api-client';

import { Markdown, safeUrl } from '../../shared/markdown/markdown.js';
import { Icon, type IconName } from '../../shared/ui/icon.js';

function iconOf(kind: string): IconName {
  if (kind === 'video') return 'play';
  if (kind === 'book' || kind === 'course') return 'book';
  return 'text';
}

function host(href: string): string {
  return new URL(href).hostname.replace(/^www\./, '');
}

function ResourceLine({ resource }: { resource: Resource }) {
  const href = resource.url === null ? null : safeUrl(resource.url);
  return (
    <li className="resource">
      <Icon name={iconOf(resource.kind)} size={18} />
      {href === null ? (
        <span>{resource.title}</span>
      ) : (
        <span>
          <a href={href} target="_blank" rel="noopener noreferrer">
            {resource.title}
          </a>{' '}
          <span className="muted small-text">{host(href)}</span>
        </span>
      )}
    </li>
  );
}

function ResourceList({ resources }: { resources: readonly Resource[] }) {
  if (resources.length === 0) return null;
  return (
    <ul className="resources plain-list">
      {resources.map((resource) => (
        <ResourceLine key={resource.id} resource={resource} />
      ))}
    </ul>
  );
}

/** What to read for a section, by topic, in the author's order. */
export function SectionResources({ section }: { section: OutlineSection }) {
  return (
    <div className="stack">
      {section.prose === '' ? null : <Markdown text={section.prose} />}
      <ResourceList resources={section.resources} />
      {section.topics.map((topic) => (
        <section key={topic.id} className="topic">
          <h3>{topic.title}</h3>
          {topic.prose === '' ? null : <Markdown text={topic.prose} />}
          <ResourceList resources={topic.resources} />
        </section>
      ))}
    </div>
  );
}
