import type { QueueVerdict } from "#app/domain/verification/queue.ts";
import type { Rejection } from "#app/messages/rejections.ts";
import { verificationArea } from "#app/messages/vi/verification.ts";
import { Notice } from "../kit/notice.tsx";
import { useFormat, useMessages, useSayRejection } from "../language.tsx";
import type { Result } from "./use-decisions.ts";

export interface QueueFormAnswer {
  readonly problems: { readonly [field: string]: Rejection | undefined };
  readonly intent?: QueueVerdict;
  readonly results?: readonly Result[];
}

/** What a form of the queue was answered, on a page without scripts. */
export function FormResults({ answer }: { answer: QueueFormAnswer | undefined }) {
  const { verification: words } = useMessages(verificationArea);
  const format = useFormat();
  const sayRejection = useSayRejection();
  if (!answer) return null;
  const problems = Object.values(answer.problems).flatMap((problem) =>
    problem ? [sayRejection(problem)] : [],
  );
  const results = answer.results ?? [];
  const done = results.flatMap((result) => (result.ok ? [result] : []));
  const capped = done.flatMap((result) => (result.capped ? [result.capped] : []));
  const sum = (of: "counted" | "gross") => format.points(capped.reduce((total, cap) => total + cap[of], 0));
  const refusals = [
    ...new Set(results.flatMap((result) => (result.ok ? [] : [sayRejection(result.refusal)]))),
  ];
  return (
    <>
      {done.length > 0 ? (
        <Notice tone="success" title={words.doneMany(done.length)}>
          {capped.length > 0 ? words.capped(sum("counted"), sum("gross")) : null}
        </Notice>
      ) : null}
      {[...problems, ...refusals].map((sentence) => (
        <Notice key={sentence} tone="danger">
          {sentence}
        </Notice>
      ))}
    </>
  );
}
