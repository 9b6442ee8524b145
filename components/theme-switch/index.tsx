import { Icon, type IconName } from '@/components/icon';

const themes: readonly { theme: 'light' | 'dark' | 'system'; icon: IconName }[] = [
  { theme: 'light', icon: 'sun' },
  { theme: 'dark', icon: 'moon' },
  { theme: 'system', icon: 'monitor' },
];

export type ThemeSwitchProps = { label: string; words: Readonly<Record<'light' | 'dark' | 'system', string>> };

/**
 * Light, dark, or as the device has it; `public/enhance.js` keeps the choice in this browser. Hidden without
 * JavaScript, where the device decides.
 */
export function ThemeSwitch({ label, words }: ThemeSwitchProps) {
  return (
    <div role="group" aria-label={label} className="no-print flex w-fit rounded-md border border-line-strong p-0.5 no-js:hidden">
      {themes.map(({ theme, icon }) => (
        <button
          key={theme}
          type="button"
          title={words[theme]}
          aria-label={words[theme]}
          aria-pressed={theme === 'system'}
          data-theme-choice={theme}
          suppressHydrationWarning
          className="grid size-11 place-items-center rounded-sm text-muted hover:bg-subtle hover:text-ink aria-pressed:bg-accent aria-pressed:text-on-accent forced-colors:aria-pressed:outline-2"
        >
          <Icon name={icon} size={20} />
        </button>
      ))}
    </div>
  );
}
