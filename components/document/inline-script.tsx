'use client';

/** A script that runs while the page is parsed, and only then: on the client React would warn of it. */
export function InlineScript({ code }: { code: string }) {
  return (
    <script type={typeof window === 'undefined' ? 'text/javascript' : 'text/plain'} suppressHydrationWarning>
      {code}
    </script>
  );
}
