import { scaleBand } from 'd3-scale';
import { area, curveMonotoneX, line, stack } from 'd3-shape';
import { ChartFigure, at, dashes, fills, strokes, totals, type ChartProps } from './figure';
import { Plot, valueScale } from './plot';

export type { ChartProps, Series } from './figure';

const round = (value: number) => Math.round(value * 100) / 100;

/** Lengths side by side, one row a category: for names of any length. Several series are stacked. */
export function BarChart(props: ChartProps) {
  const { categories, series, format } = props;
  const sums = totals(series, categories);
  const max = Math.max(...sums, 1);
  return (
    <ChartFigure {...props}>
      <ul className="flex flex-col gap-3">
        {categories.map((category, row) => {
          let x = 0;
          return (
            <li key={category}>
              <span className="flex items-baseline justify-between gap-4 leading-snug">
                <span className="min-w-0">{category}</span>
                <span className="font-semibold tabular-nums">{format(sums[row] ?? 0)}</span>
              </span>
              <svg aria-hidden="true" className="mt-1 block h-3 w-full">
                <rect width="100%" height="100%" rx={3} className="fill-neutral-soft" />
                {series.map((one, index) => {
                  const width = ((one.values[row] ?? 0) / max) * 100;
                  const from = x;
                  x += width;
                  return <rect key={one.label} x={`${round(from)}%`} width={`${round(width)}%`} height="100%" rx={series.length > 1 ? 0 : 3} strokeWidth={series.length > 1 ? 2 : 0} className={`stroke-canvas ${at(fills, index)}`} />;
                })}
              </svg>
            </li>
          );
        })}
      </ul>
    </ChartFigure>
  );
}

/** Columns over a few periods or groups; several series are stacked. */
export function ColumnChart(props: ChartProps) {
  const { id, title, description, categories, series, format, formatTick = format } = props;
  const y = valueScale(Math.max(...totals(series, categories)));
  const x = scaleBand<number>().domain(categories.map((_, index) => index)).range([0, 100]).paddingInner(0.35).paddingOuter(0.175);
  const layers = stack<number, number>()
    .keys(series.map((_, index) => index))
    .value((category, key) => series[key]?.values[category] ?? 0)(categories.map((_, index) => index));
  return (
    <ChartFigure {...props}>
      <Plot {...{ id, title, description, categories, formatTick }} scale={y}>
        {layers.map((layer) =>
          layer.map(([from, to], category) => (
            <rect key={`${layer.key}-${category}`} x={round(x(category) ?? 0)} width={round(x.bandwidth())} y={round(y(to))} height={round(Math.max(y(from) - y(to), 0))} strokeWidth={series.length > 1 ? 2 : 0} vectorEffect="non-scaling-stroke" className={`stroke-canvas ${at(fills, layer.key)}`}>
              <title>{`${categories[category]}, ${series[layer.key]?.label}: ${format(to - from)}`}</title>
            </rect>
          )),
        )}
      </Plot>
    </ChartFigure>
  );
}

/** Change over time. `filled` for one series whose amount matters; lines for several to compare. */
export function LineChart({ filled, ...props }: ChartProps & { filled?: boolean | undefined }) {
  const { id, title, description, categories, series, format, formatTick = format } = props;
  const y = valueScale(Math.max(...series.flatMap((one) => one.values)));
  const x = (index: number) => ((index + 0.5) / categories.length) * 100;
  const path = line<number>((_, index) => round(x(index)), (value) => round(y(value))).curve(curveMonotoneX);
  const surface = area<number>((_, index) => round(x(index)), 100, (value) => round(y(value))).curve(curveMonotoneX);
  return (
    <ChartFigure {...props} lines>
      <Plot {...{ id, title, description, categories, formatTick }} scale={y}>
        {series.map((one, index) => (
          <g key={one.label}>
            {filled && <path d={surface(one.values) ?? ''} fillOpacity={0.16} className={at(fills, index)} />}
            <path d={path(one.values) ?? ''} fill="none" strokeWidth={2.5} strokeLinejoin="round" strokeDasharray={at(dashes, index)} vectorEffect="non-scaling-stroke" className={at(strokes, index)} />
            {one.values.map((value, point) => (
              <path key={point} d={`M${round(x(point))} ${round(y(value))}h0`} strokeWidth={7} strokeLinecap="round" vectorEffect="non-scaling-stroke" className={at(strokes, index)}>
                <title>{`${categories[point]}, ${one.label}: ${format(value)}`}</title>
              </path>
            ))}
          </g>
        ))}
      </Plot>
    </ChartFigure>
  );
}
