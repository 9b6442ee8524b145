import { NumberInput } from '@/components/number-input';
import type { TextInputProps } from '@/components/text-input';

/** A sum with its currency beside it ("soʻm"). */
export function MoneyInput({ currency, width = 'm', ...rest }: Omit<TextInputProps, 'prefix' | 'suffix'> & { currency: string }) {
  return <NumberInput suffix={currency} width={width} {...rest} />;
}
