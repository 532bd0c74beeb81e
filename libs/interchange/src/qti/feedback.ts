import type { XmlElement } from '../xml/xml.js';
import type { Losses } from './findings.js';
import type { Processing, Shown } from './processing.js';
import type { Prose } from './prose.js';
import { attribute, elementsBelow } from './tree.js';

const names = new Set(['qti-feedback-inline', 'qti-feedback-block', 'qti-modal-feedback']);

export function isFeedback({ name }: XmlElement): boolean {
  return names.has(name);
}

interface Piece {
  readonly element: XmlElement;
  readonly outcome: string;
  readonly identifier: string;
  readonly isHidden: boolean;
}

type Role = 'correct' | 'partial' | 'incorrect' | 'explanation';

export interface Feedback {
  readonly explanation?: string;
  readonly outcomeFeedback?: Readonly<Partial<Record<'correct' | 'partial' | 'incorrect', string>>>;
}

/** Sorts the feedback of an item by who is shown it. What stays at the end is stated: nothing is dropped in silence. */
export class FeedbackPieces {
  private readonly left: Set<Piece>;

  constructor(
    item: XmlElement,
    private readonly processing: Processing,
    private readonly prose: Prose,
  ) {
    this.left = new Set([...elementsBelow(item)].filter(isFeedback).map(pieceOf));
  }

  /** For those who chose the option: inside of it, or named after it by an outcome that repeats the response. */
  ofOption(option: XmlElement): string | undefined {
    const id = attribute(option, 'identifier') ?? '';
    const inside = new Set([...elementsBelow(option)].filter(isFeedback));
    const own = [...this.left].filter(
      ({ element, outcome, identifier, isHidden }) =>
        !isHidden && identifier === id && (inside.has(element) || this.processing.echoes.has(outcome)),
    );
    return this.take(own);
  }

  /** For everyone, or by how the whole answer did. */
  ofAnswer(): Feedback {
    const texts = new Map<Role, string>();
    for (const role of ['explanation', 'correct', 'partial', 'incorrect'] as const) {
      const own = [...this.left].filter((piece) => !piece.isHidden && this.roleOf(piece) === role);
      const text = this.take(own);
      if (text) texts.set(role, text);
    }
    const explanation = texts.get('explanation');
    texts.delete('explanation');
    return {
      ...(explanation && { explanation }),
      ...(texts.size > 0 && { outcomeFeedback: Object.fromEntries(texts) }),
    };
  }

  stateRest(losses: Losses): void {
    for (const { element, identifier } of this.left)
      losses.add(element.line, `The feedback “${identifier}” was left out: when it is shown cannot be told here.`);
  }

  private take(pieces: readonly Piece[]): string | undefined {
    for (const piece of pieces) this.left.delete(piece);
    const texts = pieces.map(({ element }) => this.prose.read(element.children, element.line));
    return texts.filter((text) => text !== '').join('\n\n') || undefined;
  }

  /** The rules say it, or the identifier does, as those of widespread programs. */
  private roleOf({ outcome, identifier }: Piece): Role | null {
    const shown = this.processing.shown.get(`${outcome} ${identifier}`);
    const name = identifier.toLowerCase().replace(/_?(fb|feedback)$/, '');
    if (/^(incorrect|wrong|general_incorrect)$/.test(name)) return 'incorrect';
    if (/^(correct|right)$/.test(name)) return 'correct';
    if (/^(partial|partially_?correct)$/.test(name)) return 'partial';
    if (/^(explanation|general|solution|rationale)$/.test(name)) return 'explanation';
    return shown ? roles[shown] : null;
  }
}

const roles: Readonly<Record<Shown, Role>> = { right: 'correct', wrong: 'incorrect', always: 'explanation' };

function pieceOf(element: XmlElement): Piece {
  return {
    element,
    outcome: attribute(element, 'outcome-identifier') ?? '',
    identifier: attribute(element, 'identifier') ?? '',
    isHidden: attribute(element, 'show-hide') === 'hide',
  };
}
