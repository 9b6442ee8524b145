import type { Examples } from '@/components/example';
import { SubmitButton } from '@/components/submit-button';

export const examples: Examples = {
  plain: (say) => (
    <form>
      <SubmitButton type="button" pendingLabel={say('Yuborilmoqda…', 'Отправляем…', 'Sending…')}>
        {say('Arizani yuborish', 'Отправить заявление', 'Send the application')}
      </SubmitButton>
    </form>
  ),
};
