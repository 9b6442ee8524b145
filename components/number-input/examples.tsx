import type { Examples } from '@/components/example';
import { NumberInput } from '@/components/number-input';

export const examples: Examples = {
  plain: (say) => <NumberInput name="children" label={say('Farzandlar soni', 'Количество детей', 'Number of children')} width="xs" />,
};
