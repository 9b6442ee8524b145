import type { Examples } from '@/components/example';
import { TextInput } from '@/components/text-input';

export const examples: Examples = {
  plain: (say) => <TextInput name="full-name" label={say('Familiya, ism, sharif', 'Фамилия, имя, отчество', 'Full name')} hint={say('Pasportda yozilganidek', 'Как в паспорте', 'As in your passport')} autoComplete="name" />,
  error: (say) => (
    <TextInput
      name="pinfl"
      label={say('JShShIR', 'ПИНФЛ', 'Personal number (PINFL)')}
      hint={say('Pasport yoki ID-kartadagi 14 ta raqam', '14 цифр из паспорта или ID-карты', '14 digits on your passport or ID card')}
      error={say('JShShIR 14 ta raqamdan iborat boʻlishi kerak', 'ПИНФЛ должен состоять из 14 цифр', 'The personal number must have 14 digits')}
      errorPrefix={say('Xato:', 'Ошибка:', 'Error:')}
      defaultValue="3021197591"
      width="m"
      inputMode="numeric"
    />
  ),
  'optional, with suffix': (say) => (
    <TextInput name="area" label={say('Maydoni', 'Площадь', 'Area')} optional optionalLabel={say('(ixtiyoriy)', '(необязательно)', '(optional)')} suffix={say('m²', 'м²', 'm²')} width="s" />
  ),
  disabled: (say) => <TextInput name="from-register" label={say('Tugʻilgan joyi', 'Место рождения', 'Place of birth')} defaultValue={say('Samarqand', 'Самарканд', 'Samarkand')} disabled width="m" />,
};
