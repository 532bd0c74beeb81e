import { Refusal } from '#libs/platform';

export class SectionIsFull extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'section_full';

  constructor(most: number) {
    super(`A section holds at most ${most} questions.`);
  }
}
