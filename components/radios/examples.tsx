import type { Examples } from '@/components/example';
import { Radios } from '@/components/radios';
import { TextInput } from '@/components/text-input';

export const examples: Examples = {
  'with hints and a reveal': (say) => (
    <Radios
      name="delivery"
      label={say('Hujjatni qanday olasiz?', 'Как получить документ?', 'How will you receive the document?')}
      defaultValue="post"
      options={[
        { value: 'online', label: say('Elektron shaklda', 'В электронном виде', 'Electronically'), hint: say('Kabinetingizda va QR kod bilan', 'В кабинете, с QR-кодом', 'In your cabinet, with a QR code') },
        { value: 'centre', label: say('Davlat xizmatlari markazida', 'В Центре госуслуг', 'At a State Services Centre') },
        { value: 'post', label: say('Pochta orqali', 'По почте', 'By post'), reveal: <TextInput name="address" label={say('Manzil', 'Адрес', 'Address')} autoComplete="street-address" /> },
      ]}
    />
  ),
  inline: (say) => (
    <Radios name="married" inline label={say('Nikohda turasizmi?', 'Состоите в браке?', 'Are you married?')} options={[{ value: 'yes', label: say('Ha', 'Да', 'Yes') }, { value: 'no', label: say('Yoʻq', 'Нет', 'No') }]} error={say('Ha yoki yoʻqni tanlang', 'Выберите «да» или «нет»', 'Choose yes or no')} />
  ),
};
