/** Words of the renderer, in the page's language. */
export type FormWords = {
  errorPrefix: string;
  optional: string;
  yes: string;
  no: string;
  day: string;
  month: string;
  year: string;
  currency: string;
  choose: string;
  chooseTerritory: string;
  fromRegister: string;
  fromRegisterCheck: string;
  characters: { limit: string; left: string; over: string };
};

/** A region with its districts. */
export type TerritoryGroup = { name: string; districts: readonly { code: string; name: string }[] };
