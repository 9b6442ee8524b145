import type { Examples } from '@/components/example';
import { buttonClass } from '@/components/button/look';
import { Toasts } from '@/components/toast';
import { ToastButton } from '@/components/toast/toast-button';

export const examples: Examples = {
  plain: (say) => (
    <>
      <ToastButton message={say('Xizmat pasporti saqlandi', 'Паспорт услуги сохранён', 'The service passport is saved')} className={buttonClass({ variant: 'secondary' })}>
        {say('Saqlash', 'Сохранить', 'Save')}
      </ToastButton>
      <Toasts label={say('Xabarlar', 'Сообщения', 'Messages')} closeLabel={say('Yopish', 'Закрыть', 'Close')} />
    </>
  ),
};
