/** In the order of `locales`, each in its own words. */
export const languages = [
  { locale: 'uz', name: 'Oʻzbekcha' },
  { locale: 'uz-Cyrl', name: 'Ўзбекча' },
  { locale: 'ru', name: 'Русский' },
  { locale: 'en', name: 'English' },
] as const;
