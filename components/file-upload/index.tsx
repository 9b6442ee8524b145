import type { ReactNode } from 'react';
import { Field, controlProps, type FieldProps } from '@/components/field';
import { UploadProgress, type UploadWords } from './progress';

export type FileUploadProps = FieldProps & {
  /** As in HTML: ".pdf,.jpg". */
  accept?: string | undefined;
  multiple?: boolean | undefined;
  /** What may be sent: "PDF or JPG, up to 5 MB". */
  facts?: ReactNode;
  /** Send at once, with progress, where scripts run. */
  upload?: { endpoint: string; maxBytes: number; words: UploadWords } | undefined;
  /** What was sent before, with a way to take it away. */
  children?: ReactNode;
};

const fileInputClass =
  'block w-full max-w-xl cursor-pointer rounded-md border-[1.5px] border-dashed border-line-strong bg-subtle p-3 file:mr-4 file:min-h-10 file:cursor-pointer file:rounded-md file:border-[1.5px] file:border-solid file:border-accent file:bg-raised file:px-4 file:py-1.5 file:font-semibold file:text-accent hover:border-accent aria-[invalid]:border-danger';

/** The browser's own file field, large enough to drop a file on. */
export function FileUpload({
  name, id = name, label, hint, error, errorPrefix, optional, optionalLabel, heading, className,
  accept, multiple, facts, upload, children,
}: FileUploadProps) {
  const input = { ...controlProps({ name, id, hint, error }, facts ? `${id}-facts` : undefined), accept, className: fileInputClass };
  return (
    <Field {...{ name, id, label, hint, error, errorPrefix, optional, optionalLabel, heading, className }}>
      {children}
      {upload ? <UploadProgress {...input} {...upload} /> : <input {...input} type="file" multiple={multiple} />}
      {facts && (
        <p id={`${id}-facts`} className="mt-1.5 text-muted">
          {facts}
        </p>
      )}
    </Field>
  );
}

/** A file that has been sent. */
export function UploadedFile({ name, size, href, action }: { name: string; size?: string | undefined; href?: string | undefined; action?: ReactNode }) {
  return (
    <div className="mb-3 flex max-w-xl flex-wrap items-center gap-x-4 gap-y-1 rounded-md border border-line bg-raised px-4 py-2.5">
      <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        {href ? (
          <a href={href} className="link">
            {name}
          </a>
        ) : (
          name
        )}
        {size && <span className="text-muted"> · {size}</span>}
      </span>
      {action}
    </div>
  );
}
