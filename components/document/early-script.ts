/**
 * Runs before the first paint, allowed by its hash: says that scripts work, applies the chosen theme and fetches
 * `public/enhance.js`. It fetches it itself so that a policy with `strict-dynamic` needs to know only this script.
 */
export const earlyScript = `(d=>{let r=d.documentElement,t,s=d.createElement('script');r.dataset.js='';try{t=localStorage.theme}catch{}if(t=='light'||t=='dark')r.dataset.theme=t;s.src='/enhance.js';s.async=true;d.head.append(s)})(document)`;
