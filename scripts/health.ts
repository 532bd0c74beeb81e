/** The container's health check: exit 0 when this service says it is ready. Needs no shell and no curl. */
const port = process.env['PORT'] ?? '3000';
const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(2_500) }).catch(
  () => null,
);
process.exitCode = answer?.ok ? 0 : 1;
