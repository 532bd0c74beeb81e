export interface StreamEvent {
  readonly event: string;
  /** What a reader sends as `Last-Event-ID` when it comes back. */
  readonly id?: string;
  readonly data: unknown;
}

/**
 * An event as `text/event-stream` has it. The data is JSON, in which a line break can only be written as an escape, so no
 * name or title of anybody ends the line; event and id lose theirs.
 */
export function eventText({ event, id, data }: StreamEvent): string {
  const named = id === undefined ? '' : `id: ${oneLine(id)}\n`;
  return `event: ${oneLine(event)}\n${named}data: ${JSON.stringify(data)}\n\n`;
}

/** How long a reader waits before it comes back after a cut. */
export function retryText(retryMs: number): string {
  return `retry: ${Math.round(retryMs)}\n\n`;
}

/** Tells proxies and readers that the line is alive; readers skip it. */
export const heartbeatText = ': still here\n\n';

/** What ends a line of an event stream, or makes a reader throw an id away. */
const lineEnds = /[\r\n\0]+/g;

function oneLine(text: string): string {
  return text.replace(lineEnds, ' ');
}
