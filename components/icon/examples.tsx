import type { Examples } from '@/components/example';
import { Icon, iconNames } from '@/components/icon';

export const examples: Examples = {
  set: () => (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(6rem,1fr))] gap-3">
      {iconNames.map((name) => (
        <li key={name} className="flex flex-col items-center gap-2 text-center text-[0.75rem] text-muted">
          <Icon name={name} size={32} className="text-accent" />
          {name}
        </li>
      ))}
    </ul>
  ),
};
