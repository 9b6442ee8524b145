'use client';

import { useEffect, useState, type ReactNode } from 'react';

export const themes = ['light', 'dark', 'system'] as const;
export type Theme = (typeof themes)[number];

export type ThemeSwitchProps = { label: string; options: readonly { theme: Theme; label: string; icon: ReactNode }[] };

/** Light, dark, or as the device has it. Kept in this browser; hidden without JavaScript, where the device decides. */
export function ThemeSwitch({ label, options }: ThemeSwitchProps) {
  const [chosen, setChosen] = useState<Theme>('system');
  useEffect(() => {
    setChosen((document.documentElement.dataset['theme'] as Theme | undefined) ?? 'system');
  }, []);
  const choose = (theme: Theme) => {
    setChosen(theme);
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
    try {
      localStorage.setItem('theme', theme);
    } catch {
      // Storage may be forbidden: the choice then lasts for this page.
    }
  };
  return (
    <div role="group" aria-label={label} className="no-print flex w-fit rounded-md border border-current/40 p-0.5 no-js:hidden">
      {options.map((option) => (
        <button
          key={option.theme}
          type="button"
          title={option.label}
          aria-label={option.label}
          aria-pressed={option.theme === chosen}
          onClick={() => choose(option.theme)}
          className="grid size-10 place-items-center rounded-sm opacity-80 hover:bg-current/10 hover:opacity-100 aria-pressed:bg-current/15 aria-pressed:opacity-100 forced-colors:aria-pressed:outline-2"
        >
          {option.icon}
        </button>
      ))}
    </div>
  );
}
