import type { Examples } from '@/components/example';
import { FileUpload, UploadedFile } from '@/components/file-upload';
import { Link } from '@/components/link';

export const examples: Examples = {
  plain: (say) => <FileUpload name="photo" label={say('3,5 × 4,5 sm fotosurat', 'Фотография 3,5 × 4,5 см', 'Photo 3.5 × 4.5 cm')} accept=".jpg,.png" facts={say('JPG yoki PNG, 2 MB gacha', 'JPG или PNG, до 2 МБ', 'JPG or PNG, up to 2 MB')} />,
  'already sent, with an error': (say) => (
    <FileUpload name="contract" label={say('Ijara shartnomasi', 'Договор аренды', 'Rental contract')} error={say('Fayl juda katta. Eng katta hajm: 5 MB', 'Файл слишком большой. Наибольший размер: 5 МБ', 'The file is too large. The limit is 5 MB')}>
      <UploadedFile name="ijara-shartnomasi-2026.pdf" size={say('1,2 MB', '1,2 МБ', '1.2 MB')} href="#file" action={<Link href="#remove" hidden="ijara-shartnomasi-2026.pdf">{say('Olib tashlash', 'Убрать', 'Remove')}</Link>} />
    </FileUpload>
  ),
  'with progress': (say) => (
    <FileUpload
      name="scan"
      label={say('Diplom nusxasi', 'Копия диплома', 'Copy of the diploma')}
      accept=".pdf"
      upload={{ endpoint: '/api/uploads', maxBytes: 5_000_000, words: { uploading: say('Yuklanmoqda: {percent} %', 'Загрузка: {percent} %', 'Uploading: {percent}%'), done: say('yuklandi', 'загружен', 'uploaded'), failed: say('Fayl yuklanmadi', 'Файл не загружен', 'The file was not uploaded'), tooLarge: say('Fayl juda katta', 'Файл слишком большой', 'The file is too large') } }}
    />
  ),
};
