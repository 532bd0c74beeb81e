export type Theme = 'light' | 'dark' | 'system';

const key = 'waymark.theme';
const prefersDark = window.matchMedia('(prefers-color-scheme: dark)');

export function readTheme(): Theme {
  const stored = localStorage.getItem(key);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

function show(): void {
  const theme = readTheme();
  const isDark = theme === 'dark' || (theme === 'system' && prefersDark.matches);
  document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
}

export function chooseTheme(theme: Theme): void {
  if (theme === 'system') localStorage.removeItem(key);
  else localStorage.setItem(key, theme);
  show();
}

/** Follows the choice made here or in another tab, and the system's while none is made. */
export function startTheme(): void {
  show();
  prefersDark.addEventListener('change', show);
  window.addEventListener('storage', (event) => {
    if (event.key === key) show();
  });
}
