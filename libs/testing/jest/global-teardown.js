export default async function globalTeardown() {
  await globalThis.waymarkTestServers?.stop();
}
