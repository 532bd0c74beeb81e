import type { FastifyReply } from 'fastify';

import type { Board } from './board.js';

/** The board, or nothing for a reader who has it. */
export async function sendBoard(reply: FastifyReply, board: Board, ifNoneMatch: string | undefined): Promise<void> {
  void reply.header('etag', board.etag);
  if (isKnown(board, ifNoneMatch)) await reply.status(304).send();
  else await reply.header('content-type', 'application/json; charset=utf-8').send(board.json());
}

/** Whether the reader says they have exactly this (RFC 9110, 13.1.2). */
function isKnown({ etag }: Board, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch.split(',').some((each) => each.trim().replace(/^W\//, '') === etag);
}
