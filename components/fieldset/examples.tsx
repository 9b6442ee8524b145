import type { Examples } from '@/components/example';
import { Fieldset } from '@/components/fieldset';
import { TextInput } from '@/components/text-input';

export const examples: Examples = {
  plain: (say) => (
    <Fieldset id="address-group" legend={say('Yashash manzili', 'Адрес проживания', 'Home address')} hint={say('Roʻyxatdan oʻtgan joyingiz', 'По месту регистрации', 'Where you are registered')}>
      <div className="flex flex-col gap-5">
        <TextInput name="street" label={say('Koʻcha va uy', 'Улица и дом', 'Street and house')} autoComplete="address-line1" />
        <TextInput name="flat" label={say('Xonadon', 'Квартира', 'Flat')} width="xs" autoComplete="address-line2" />
      </div>
    </Fieldset>
  ),
};
