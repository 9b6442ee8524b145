import { Fragment } from 'react';
import { Link } from '@/components/link';

/** A message's text as it was written; addresses of this portal are links, others stay words. */
export function MailText({ text, portal }: { text: string; portal: string }) {
  const parts = text.split(/(https?:\/\/[^\s<>"]+)/);
  return (
    <div className="rounded-md bg-subtle p-5 break-words whitespace-pre-wrap">
      {parts.map((part, index) => {
        const isLink = index % 2 === 1 && part.startsWith(`${portal}/`);
        return <Fragment key={index}>{isLink ? <Link href={part.slice(portal.length)}>{part}</Link> : part}</Fragment>;
      })}
    </div>
  );
}
