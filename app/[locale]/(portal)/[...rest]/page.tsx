import { notFound } from 'next/navigation';

/** Addresses nobody owns: answered in the page's language. Not kept, or every mistyped address would be. */
export const dynamic = 'force-dynamic';

export default function UnknownPage() {
  notFound();
}
