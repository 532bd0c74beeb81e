import { Refusal, type RefusalDetail } from '#libs/platform';

/** Nothing of the file became a course; its code says why: `roadmap_binary`, `roadmap_empty`, `roadmap_no_headings`, ... */
export class RoadmapRefused extends Refusal {
  readonly kind = 'invalid';
  readonly code: string;
  override readonly details: readonly RefusalDetail[];

  constructor({ code, message, line }: { code: string; message: string; line?: number }) {
    super(line === undefined ? message : `${message} (line ${line})`);
    this.code = `roadmap_${code}`;
    this.details = [{ pointer: '/markdown', detail: this.message }];
  }
}

/** Nothing of the file became a question: `format_unknown`, `file_too_large`. */
export class FileRefused extends Refusal {
  readonly kind = 'invalid';
  override readonly details: readonly RefusalDetail[];

  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.details = [{ pointer: code === 'format_unknown' ? '/format' : '', detail: message }];
  }
}

interface ToldFile {
  readonly path: string;
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}

/** Nothing of the folder became a course: `package_refused`, `course_file_refused`, `section_refused`, `file_too_large`. */
export class FolderRefused extends Refusal {
  readonly kind = 'invalid';
  override readonly details: readonly RefusalDetail[];

  constructor(
    readonly code: string,
    message: string,
    files: readonly ToldFile[],
    details: readonly RefusalDetail[] = [],
  ) {
    super(message);
    const ofFiles = files.flatMap(({ path, problems }) =>
      problems.map((problem) => ({ pointer: `/${path}`, detail: `Line ${problem.line}: ${problem.message}` })),
    );
    this.details = [...details, ...ofFiles].slice(0, 100);
  }
}

export class FileTooComplex extends Refusal {
  readonly kind = 'invalid';
  readonly code = 'file_too_complex';

  constructor() {
    super('Reading the file takes more time or memory than is allowed. Split it, or nest less in it.');
  }
}

export class ImportsBusy extends Refusal {
  readonly kind = 'limited';
  readonly code = 'imports_busy';
  override readonly retryAfterSeconds = 5;

  constructor() {
    super('Several large files are being read at this moment. Try again in a few seconds.');
  }
}
