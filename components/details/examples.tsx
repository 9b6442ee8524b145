import type { Examples } from '@/components/example';
import { Accordion, Details } from '@/components/details';

export const examples: Examples = {
  details: (say) => <Details summary={say('JShShIR qayerda yozilgan?', 'Где найти ПИНФЛ?', 'Where is the personal number?')}>{say('ID-kartaning orqa tomonida, pasportda fotosurat yonida.', 'На обороте ID-карты, в паспорте — рядом с фотографией.', 'On the back of the ID card; beside the photo in the passport.')}</Details>,
  accordion: (say) => (
    <Accordion
      level={3}
      items={[
        { id: 'faq-1', title: say('Arizani qanday qaytarib olaman?', 'Как отозвать заявление?', 'How do I withdraw an application?'), children: say('Kabinetda arizani oching.', 'Откройте заявление в кабинете.', 'Open it in your cabinet.') },
        { id: 'faq-2', title: say('Rad javobiga shikoyat qilsa boʻladimi?', 'Можно ли обжаловать отказ?', 'Can I appeal against a refusal?'), children: say('Ha, 10 kun ichida.', 'Да, в течение 10 дней.', 'Yes, within 10 days.') },
      ]}
    />
  ),
};
