import { BadgeArt } from '../../shared/ui/badge-art.js';

/** The badge coming down once, in less than a second; nothing waits for it. Reduced motion shows it at rest. */
export function BadgeStruck({ sectionId, title, isFresh }: { sectionId: string; title: string; isFresh: boolean }) {
  return (
    <div className={`struck${isFresh ? ' struck-now' : ''}`}>
      <span className="struck-ring" aria-hidden="true" />
      <BadgeArt seed={sectionId} title={title} size={128} />
    </div>
  );
}
