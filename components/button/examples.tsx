import type { Examples } from '@/components/example';
import { Button, ButtonGroup, ButtonLink } from '@/components/button';

export const examples: Examples = {
  variants: (say) => (
    <ButtonGroup>
      <Button>{say('Davom etish', 'Продолжить', 'Continue')}</Button>
      <Button variant="secondary">{say('Saqlab, keyinroq davom etish', 'Сохранить и продолжить позже', 'Save and come back later')}</Button>
      <Button variant="quiet">{say('Bekor qilish', 'Отмена', 'Cancel')}</Button>
      <Button variant="danger" icon="trash">
        {say('Arizani oʻchirish', 'Удалить заявление', 'Delete the application')}
      </Button>
    </ButtonGroup>
  ),
  'link and disabled': (say) => (
    <ButtonGroup>
      <ButtonLink href="#start" iconAfter="arrow-right">
        {say('Onlayn ariza berish', 'Подать заявление онлайн', 'Apply online')}
      </ButtonLink>
      <Button disabled>{say('Yuborish', 'Отправить', 'Send')}</Button>
    </ButtonGroup>
  ),
  compact: (say) => (
    <div data-density="compact">
      <ButtonGroup>
        <Button>{say('Tasdiqlash', 'Подтвердить', 'Approve')}</Button>
        <Button variant="secondary">{say('Rad etish', 'Отказать', 'Refuse')}</Button>
      </ButtonGroup>
    </div>
  ),
};
