import type { Question } from '#libs/contracts';

import type { ItemReader } from './item-reader.js';

type Common = 'id' | 'version' | 'name' | 'explanation' | 'hints' | 'outcomeFeedback' | 'tags' | 'difficulty';

type Own<Q> = Q extends Question ? Omit<Q, Common | 'stem' | 'points'> : never;

/** What only one type of question has, and what it knows better than the parts that all share. */
export type TypeParts = Own<Question> & { readonly stem?: string; readonly points?: string };

/** Reads what is peculiar to a type; refuses through the item when that makes no question. */
export type TypeReader = (item: ItemReader) => TypeParts;
