import { scaleLinear } from 'd3-scale';
import type { ReactNode } from 'react';

/** The drawing's own space is 100 × 100 and stretches to its place; strokes and text do not stretch with it. */
export function valueScale(max: number) {
  return scaleLinear()
    .domain([0, max || 1])
    .nice(4)
    .range([100, 0]);
}

type PlotProps = {
  id: string;
  title: string;
  description: string;
  categories: readonly string[];
  scale: ReturnType<typeof valueScale>;
  formatTick: (value: number) => string;
  children: ReactNode;
};

/** Axes in HTML, so that their text keeps its size at any width, around an SVG without text. */
export function Plot({ id, title, description, categories, scale, formatTick, children }: PlotProps) {
  const ticks = scale.ticks(4);
  const few = categories.length > 7;
  return (
    <div className="flex gap-2.5 text-[0.8125rem] text-muted tabular-nums">
      <div aria-hidden="true" className="mt-2 flex h-56 shrink-0 flex-col-reverse justify-between text-right">
        {ticks.map((tick) => (
          <span key={tick} className="flex h-0 items-center justify-end">
            {formatTick(tick)}
          </span>
        ))}
      </div>
      <div className="min-w-0 flex-1">
        <svg role="img" aria-labelledby={`${id}-svg-title ${id}-svg-desc`} viewBox="0 0 100 100" preserveAspectRatio="none" className="mt-2 block h-56 w-full overflow-visible">
          <title id={`${id}-svg-title`}>{title}</title>
          <desc id={`${id}-svg-desc`}>{description}</desc>
          {ticks.map((tick) => (
            <path key={tick} d={`M0 ${scale(tick)}H100`} vectorEffect="non-scaling-stroke" className={tick === 0 ? 'stroke-line-strong' : 'stroke-line'} />
          ))}
          {children}
        </svg>
        <div aria-hidden="true" className="mt-2 flex">
          {categories.map((category, index) => (
            <span key={category} className={`flex min-w-0 flex-1 justify-center text-center leading-tight ${few && index % 2 === 1 ? 'max-sm:invisible' : ''}`}>
              <span className={few ? 'whitespace-nowrap' : 'min-w-0 px-0.5 hyphens-auto'}>{category}</span>
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}
