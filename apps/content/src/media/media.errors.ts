import { InvalidRequest, Refusal } from '#libs/platform';

export class PictureRefused extends InvalidRequest {
  constructor(problem: string) {
    super(problem, [{ pointer: '', detail: problem }]);
  }
}

export class MediaFull extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'media_full';

  constructor(mebibytesMax: number) {
    super(`The pictures of a course may have ${mebibytesMax} MiB in all. Make them smaller, or leave some out.`);
  }
}
