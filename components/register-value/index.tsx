import type { Shown } from '@/server/registers/schema-shown';
import { Link } from '@/components/link';

type Props = {
  value: Shown;
  /** The field's name, for screen readers: a list may be scrolled sideways. */
  label?: string | undefined;
  /** Where a reference leads; null where the reader may not go. */
  href?: ((register: string, key: string) => string | null) | undefined;
};

/** A value of a record in words: a text, a number, a way to another record, or a small table. */
export function RegisterValue({ value, label, href }: Props) {
  if (value.kind === 'text') return <>{value.text}</>;
  if (value.kind === 'code') return <span className="tabular-nums">{value.text}</span>;
  if (value.kind === 'reference') {
    const to = href?.(value.register, value.key) ?? null;
    return to === null ? <span className="tabular-nums">{value.key}</span> : <Link href={to} className="tabular-nums">{value.key}</Link>;
  }
  return (
    <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={label}>
      <table className="w-full border-collapse text-left">
        <thead>
          <tr className="border-b border-line">
            {value.columns.map(({ id, label }) => (
              <th key={id} scope="col" className="py-1 pr-4 font-normal text-muted last:pr-0">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {value.rows.map((row, index) => (
            <tr key={index} className="border-b border-line last:border-b-0">
              {row.map((cell, column) => (
                <td key={value.columns[column]?.id} className="py-1 pr-4 align-top last:pr-0">
                  {cell && <RegisterValue value={cell} href={href} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
