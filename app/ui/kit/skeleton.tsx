import { kitArea } from "#app/messages/vi/kit.ts";
import { useMessages } from "../language.tsx";

const WIDTHS = ["w-full", "w-11/12", "w-full", "w-3/4", "w-5/6"] as const;

/** Lines that will be text, of the height they will have. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const { kit } = useMessages(kitArea);
  return (
    <div role="status" className="pulse grid gap-3">
      <span className="sr-only">{kit.loading}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no identity
        <span key={line} className={`block h-6 rounded-sm bg-line ${WIDTHS[line % WIDTHS.length]}`} />
      ))}
    </div>
  );
}
