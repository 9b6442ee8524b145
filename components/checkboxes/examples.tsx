import type { Examples } from '@/components/example';
import { Checkbox, Checkboxes } from '@/components/checkboxes';

export const examples: Examples = {
  several: (say) => (
    <Checkboxes
      name="notify"
      label={say('Xabarlarni qayerga yuboraylik?', 'Куда присылать сообщения?', 'Where shall we send messages?')}
      hint={say('Mos keladiganlarning hammasini belgilang', 'Отметьте всё, что подходит', 'Choose all that apply')}
      defaultValue={['sms']}
      options={[
        { value: 'sms', label: 'SMS' },
        { value: 'mail', label: say('Elektron pochta', 'Электронная почта', 'Email') },
        { value: 'cabinet', label: say('Kabinet', 'Кабинет', 'My cabinet'), hint: say('Har doim', 'Всегда', 'Always') },
      ]}
    />
  ),
  consent: (say) => <Checkbox name="consent" label={say('Shaxsiy maʼlumotlarim qayta ishlanishiga roziman', 'Я согласен на обработку моих персональных данных', 'I agree to the processing of my personal data')} error={say('Davom etish uchun rozilik kerak', 'Без согласия продолжить нельзя', 'You have to agree to continue')} />,
  compact: (say) => (
    <div data-density="compact">
      <Checkboxes name="states" label={say('Holati', 'Состояние', 'State')} options={[{ value: 'new', label: say('Yangi', 'Новое', 'New') }, { value: 'open', label: say('Ish jarayonida', 'В работе', 'In progress') }]} defaultValue={['open']} />
    </div>
  ),
};
