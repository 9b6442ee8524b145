/**
 * Facts about the page for search engines (schema.org). A data block, not code: the content security policy does not
 * concern it. React writes a script's text as it is; `<` is escaped so that no text can end the script.
 */
export function JsonLd({ data }: { data: Readonly<Record<string, unknown>> }) {
  return <script type="application/ld+json">{JSON.stringify(data).replace(/</g, '\\u003c')}</script>;
}
