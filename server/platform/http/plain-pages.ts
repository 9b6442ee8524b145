/**
 * Public pages are documents: text, links and forms. They are sent without the React runtime and without
 * the copy of their content that it would hydrate from, which is most of their weight. What little they
 * do in the browser (suggestions, theme) is `public/enhance.js`, on custom elements.
 */
const plainPath = /^\/(?:uz|uz-Cyrl|ru|en)(?:\/(?:services|spheres|life-events|agencies|classifiers|about|help|accessibility|privacy|verify|problem)(?:\/[^?]*)?)?\/?(?:\?|$)/;

export function isPlainPage(url: string): boolean {
  return plainPath.test(url);
}

const runtimeScript = /<script\b(?=[^>]*\ssrc="\/_next\/)[^>]*><\/script>/g;
const flightScript = /<script\b[^>]*>\s*(?:\(?self\.__next_[fsr]|self\.__next_|\$RC|requestAnimationFrame\(function\(\)\{\$RT)[\s\S]*?<\/script>/g;
const turbopackScript = /<script\b[^>]*\sid="_R_"[^>]*>[\s\S]*?<\/script>/g;
const preconnectToItself = /<link rel="preconnect" href="\/"[^>]*>/g;
const scriptPreload = /<link\b(?=[^>]*\srel="(?:preload|modulepreload)")(?=[^>]*\sas="script")[^>]*>/g;

/** The page without Next's runtime; everything a reader sees stays. */
export function withoutRuntime(html: string): string {
  return html.replace(runtimeScript, '').replace(flightScript, '').replace(scriptPreload, '').replace(turbopackScript, '').replace(preconnectToItself, '');
}
