import { isKnownBy } from '#libs/platform';
import type { FastifyReply } from 'fastify';

import type { Board } from './board.js';

/** The board, or nothing for a reader who has it. */
export async function sendBoard(reply: FastifyReply, board: Board, ifNoneMatch: string | undefined): Promise<void> {
  void reply.header('etag', board.etag);
  if (isKnownBy(board.etag, ifNoneMatch)) await reply.status(304).send();
  else await reply.header('content-type', 'application/json; charset=utf-8').send(board.json());
}
