const paths = {
  check: 'M5 12.5l4.5 4.5L19 7.5',
  lock: 'M7 11V8a5 5 0 0 1 10 0v3M5.5 11h13v9h-13z',
  flag: 'M6 21V4h12l-3 4 3 4H6',
  clock: 'M12 7v5l3.5 2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
  cross: 'M6 6l12 12M18 6L6 18',
  arrow: 'M5 12h14M13 6l6 6-6 6',
  up: 'M12 19V5M6 11l6-6 6 6',
  down: 'M12 5v14M6 13l6 6 6-6',
  grip: 'M5 9h14M5 15h14',
  speech: 'M4 5h16v11h-9l-5 4v-4H4z',
  back: 'M19 12H5M11 6l-6 6 6 6',
  cloud: 'M7 18h10a4 4 0 0 0 .6-7.95A6 6 0 0 0 6.1 10.6 3.8 3.8 0 0 0 7 18z',
  offline: 'M7 18h10a4 4 0 0 0 .6-7.95A6 6 0 0 0 6.1 10.6 3.8 3.8 0 0 0 7 18zM4 4l16 16',
  out: 'M14 4h6v6M20 4l-9 9M18 14v5.5H4.5V6H10',
  dot: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8z',
  dash: 'M6 12h12',
  half: 'M12 4a8 8 0 0 0 0 16z M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16z',
  plus: 'M12 5v14M5 12h14',
  book: 'M4.5 5.5A2 2 0 0 1 6.5 4H12v16H6.5a2 2 0 0 0-2 1.5zM19.5 5.5a2 2 0 0 0-2-1.5H12v16h5.5a2 2 0 0 1 2 1.5z',
  play: 'M10 9l5 3-5 3zM3.5 5h17v14h-17z',
  text: 'M5 6h14M5 10.5h14M5 15h9',
  grid: 'M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z',
  keyboard: 'M3 7h18v10H3zM7 11h.01M11 11h.01M15 11h.01M8 14h8',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5.5M12 7.5h.01',
  warn: 'M12 4l9 16H3zM12 10v4.5M12 17.2h.01',
} as const;

export type IconName = keyof typeof paths;

/** A line drawing beside a word; it never stands alone for meaning, so it is hidden from assistive technology. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
