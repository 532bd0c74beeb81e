import { useBlocker } from '@tanstack/react-router';

/** Asks before somebody leaves work behind that is kept nowhere. */
export function useLeaveWarning(isAtRisk: boolean): void {
  useBlocker({ shouldBlockFn: () => isAtRisk && !confirm('Leave without saving?'), enableBeforeUnload: isAtRisk });
}
