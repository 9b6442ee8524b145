/** Text whose references stay on one line. */
export function Unbroken({ text }: { text: string }) {
  return text.split(/(YG-\w{4}-\w{4})/).map((part, index) =>
    index % 2 === 1 ? (
      <span key={index} className="whitespace-nowrap">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
