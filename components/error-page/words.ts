type Words = { title: string; text: string; number: string; retry: string; home: string };

const words: Readonly<Record<string, Words>> & { uz: Words } = {
  uz: { title: 'Xizmatda nosozlik yuz berdi', text: 'Xato bizda. Saqlangan javoblaringiz joyida. Bir ozdan keyin qayta urinib koʻring.', number: 'Xato raqami', retry: 'Qayta urinish', home: 'Bosh sahifa' },
  'uz-Cyrl': { title: 'Хизматда носозлик юз берди', text: 'Хато бизда. Сақланган жавобларингиз жойида. Бир оздан кейин қайта уриниб кўринг.', number: 'Хато рақами', retry: 'Қайта уриниш', home: 'Бош саҳифа' },
  ru: { title: 'В сервисе произошёл сбой', text: 'Ошибка на нашей стороне. Сохранённые ответы не пропали. Попробуйте ещё раз чуть позже.', number: 'Номер ошибки', retry: 'Попробовать снова', home: 'На главную' },
  en: { title: 'Something went wrong', text: 'The fault is ours. Answers you have saved are safe. Try again in a while.', number: 'Error number', retry: 'Try again', home: 'Home page' },
};

export function errorWords(locale: string | undefined): Words {
  return words[locale ?? ''] ?? words.uz;
}
