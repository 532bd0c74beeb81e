import { LocalServerError, startKafka } from '#libs/local-servers';

/** `npm run kafka`: one Kafka broker by hand, on port 9092, until Ctrl-C. Its log is kept under `.waymark/kafka`. */
async function main(): Promise<void> {
  const kafka = await startKafka({ dataDir: '.waymark/kafka', jarsDir: '.waymark/kafka-jars', port: 9092 });
  console.log(`Kafka listens on ${kafka.broker}. Ctrl-C stops it.`);
  await new Promise<void>((resolve) => {
    // A signal handler alone does not keep the process alive.
    const alive = setInterval(() => {}, 60_000);
    const end = () => {
      clearInterval(alive);
      resolve();
    };
    process.once('SIGINT', end).once('SIGTERM', end);
  });
  await kafka.stop();
}

main().catch((error: unknown) => {
  if (!(error instanceof LocalServerError)) throw error;
  console.error(`${error.message} ${error.hint}`);
  process.exitCode = 1;
});
