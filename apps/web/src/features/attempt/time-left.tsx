import { useEffect, useRef, useState } from 'react';

import { countdown, duration } from '../../shared/text/time.js';
import { announce } from '../../shared/ui/announcer.js';
import { Icon } from '../../shared/ui/icon.js';

interface TimeLeftProps {
  startedAt: string;
  deadlineAt: string;
  serverNow: () => number;
  onOver: () => void;
}

/** Quiet text that follows the server's clock, spoken at half time, 5 minutes and 1 minute; it can be hidden. */
export function TimeLeft({ startedAt, deadlineAt, serverNow, onOver }: TimeLeftProps) {
  const deadline = Date.parse(deadlineAt);
  const left = () => (deadline - serverNow()) / 1_000;
  const [seconds, setSeconds] = useState(left);
  const [isHidden, setHidden] = useState(false);
  const before = useRef(seconds);
  const latest = useRef({ left, onOver });
  latest.current = { left, onOver };

  useEffect(() => {
    const moments = [(deadline - Date.parse(startedAt)) / 2_000, 300, 60];
    const timer = setInterval(() => {
      const now = latest.current.left();
      if (moments.some((at) => before.current > at && now <= at)) announce(`${duration(now)} left`);
      if (before.current > 0 && now <= 0) latest.current.onOver();
      before.current = now;
      setSeconds(now);
    }, 1_000);
    if (before.current <= 0) latest.current.onOver();
    return () => clearInterval(timer);
  }, [deadline, startedAt]);

  return (
    <div className="time-left">
      <Icon name="clock" size={18} />
      {isHidden ? null : (
        <span className={seconds <= 60 ? 'time-short' : undefined} role="timer" aria-live="off">
          {seconds > 0 ? `${countdown(seconds)} left` : 'Time is up'}
        </span>
      )}
      <button type="button" className="button small quiet" onClick={() => setHidden(!isHidden)}>
        {isHidden ? 'Show time' : 'Hide time'}
      </button>
    </div>
  );
}
