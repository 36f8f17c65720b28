import { useEffect, useRef } from "react";
import type { Rejection } from "#app/messages/rejections.ts";
import { kitArea } from "#app/messages/vi/kit.ts";
import { useMessages, useSayRejection } from "../language.tsx";

/** What an action answers: a refusal per field name. `form` is for what concerns no single field. */
export type Problems = Readonly<Record<string, Rejection | string | undefined>>;

interface ErrorSummaryProps {
  problems: Problems | null | undefined;
  /** The label of each field, so that the link names it. */
  labels?: Readonly<Record<string, string>>;
}

/** Above a refused form: takes the focus, says how much is left, leads to each field with the field's own words. */
export function ErrorSummary({ problems, labels = {} }: ErrorSummaryProps) {
  const { kit } = useMessages(kitArea);
  const say = useSayRejection();
  const box = useRef<HTMLDivElement>(null);
  const entries = Object.entries(problems ?? {}).filter(
    (entry): entry is [string, Rejection | string] => entry[1] !== undefined,
  );
  useEffect(() => {
    if (problems && Object.keys(problems).length > 0) box.current?.focus();
  }, [problems]);
  if (entries.length === 0) return null;
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      className="rounded-lg border-2 border-danger bg-danger-soft p-4 sm:p-5"
    >
      <h2 className="text-lg">{kit.problems(entries.length)}</h2>
      <ul className="mt-1 grid">
        {entries.map(([name, problem]) => (
          <li key={name}>
            {name === "form" ? (
              <p className="py-2 text-danger-ink">{say(problem)}</p>
            ) : (
              <a
                href={`#field-${name}`}
                className="inline-flex min-h-12 items-center text-danger-ink underline underline-offset-4"
              >
                {labels[name] ? `${labels[name]}: ` : null}
                {say(problem)}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
