import { TextInput, type TextInputProps } from '@/components/text-input';

/**
 * A number as text with a numeric keyboard: `type="number"` loses what it cannot read, rolls with the wheel and
 * is announced badly. The server reads it; spaces and a decimal comma are for it to understand.
 */
export function NumberInput({ decimals = false, width = 's', ...rest }: TextInputProps & { decimals?: boolean }) {
  return <TextInput inputMode={decimals ? 'decimal' : 'numeric'} autoComplete="off" spellCheck={false} width={width} {...rest} />;
}
