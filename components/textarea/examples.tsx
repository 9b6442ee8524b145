import type { Examples } from '@/components/example';
import { Textarea } from '@/components/textarea';

export const examples: Examples = {
  'with a count': (say) => (
    <Textarea
      name="reason"
      label={say('Murojaat sababini yozing', 'Опишите причину обращения', 'Say why you are asking')}
      maxCharacters={200}
      countWords={{ limit: say('Koʻpi bilan {count} ta belgi', 'Не больше символов: {count}', 'Up to {count} characters'), left: say('Qolgan belgilar: {count}', 'Осталось символов: {count}', 'Characters left: {count}'), over: say('Ortiqcha belgilar: {count}', 'Лишних символов: {count}', 'Characters too many: {count}') }}
    />
  ),
  error: (say) => <Textarea name="complaint" rows={3} label={say('Shikoyat matni', 'Текст жалобы', 'Your complaint')} error={say('Shikoyat matnini yozing', 'Введите текст жалобы', 'Enter your complaint')} />,
};
