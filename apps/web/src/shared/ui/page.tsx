import type { ReactNode } from 'react';

interface PageProps {
  title: string;
  /** A sentence under the title. */
  lead?: ReactNode;
  /** Where this page belongs: a link up, above the title. */
  above?: ReactNode;
  actions?: ReactNode;
  width?: 'text' | 'normal' | 'full';
  children?: ReactNode;
}

/** The main landmark with the page's one h1 and the document's title. */
export function Page({ title, lead, above, actions, width = 'normal', children }: PageProps) {
  return (
    <main id="main" tabIndex={-1} className={`page page-${width}`}>
      <title>{`${title} · Waymark`}</title>
      <header className="page-head">
        <div className="page-head-words">
          {above === undefined ? null : <div className="page-above">{above}</div>}
          <h1>{title}</h1>
          {lead === undefined ? null : <div className="page-lead">{lead}</div>}
        </div>
        {actions === undefined ? null : <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </main>
  );
}
