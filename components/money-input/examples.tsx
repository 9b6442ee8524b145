import type { Examples } from '@/components/example';
import { MoneyInput } from '@/components/money-input';

export const examples: Examples = {
  plain: (say) => <MoneyInput name="income" label={say('Oylik daromad', 'Месячный доход', 'Monthly income')} currency={say('soʻm', 'сум', 'soum')} defaultValue="4 500 000" />,
  error: (say) => <MoneyInput name="salary" label={say('Ish haqi', 'Заработная плата', 'Salary')} currency={say('soʻm', 'сум', 'soum')} error={say('Summani raqam bilan yozing', 'Введите сумму цифрами', 'Enter the sum in digits')} />,
};
