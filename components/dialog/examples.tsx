import type { Examples } from '@/components/example';
import { Button } from '@/components/button';
import { buttonClass } from '@/components/button/look';
import { Dialog, DialogButton } from '@/components/dialog';

export const examples: Examples = {
  plain: (say) => (
    <>
      <DialogButton opens="example-dialog" className={buttonClass({ variant: 'secondary' })}>
        {say('Arizani qaytarib olish', 'Отозвать заявление', 'Withdraw the application')}
      </DialogButton>
      <Dialog
        id="example-dialog"
        title={say('Arizani qaytarib olasizmi?', 'Отозвать заявление?', 'Withdraw the application?')}
        closeLabel={say('Yopish', 'Закрыть', 'Close')}
        actions={
          <form method="dialog">
            <Button variant="danger">{say('Ha, qaytarib olish', 'Да, отозвать', 'Yes, withdraw')}</Button>
          </form>
        }
      >
        {say('Toʻlov 10 kun ichida qaytariladi.', 'Оплата вернётся в течение 10 дней.', 'The fee is returned within 10 days.')}
      </Dialog>
    </>
  ),
};
