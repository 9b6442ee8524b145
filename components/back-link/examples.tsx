import type { Examples } from '@/components/example';
import { BackLink } from '@/components/back-link';

export const examples: Examples = { plain: (say) => <BackLink href="#back">{say('Orqaga', 'Назад', 'Back')}</BackLink> };
