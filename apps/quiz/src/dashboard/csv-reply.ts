import type { FastifyReply } from 'fastify';

/** A CSV to keep; the name has no extension and nothing that a person typed. */
export async function sendCsv(reply: FastifyReply, name: string, csv: string): Promise<void> {
  void reply.header('content-disposition', `attachment; filename="${name}.csv"`);
  await reply.header('content-type', 'text/csv; charset=utf-8').send(csv);
}
