import CircleCheck from "lucide-react/icons/circle-check";
import LoaderCircle from "lucide-react/icons/loader-circle";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import { verificationArea } from "#app/messages/vi/verification.ts";
import { Disclosure } from "../kit/disclosure.tsx";
import { useFormat, useMessages, useSayRejection } from "../language.tsx";
import { sayFate } from "./say-fate.ts";
import type { Fate } from "./use-decisions.ts";

interface ResultBarProps {
  fates: readonly Fate[];
  onUndo: () => void;
  onSendAgain: () => void;
}

/** The last turn and the way back, above the bar under the thumb. Says "sending" until the server has answered. */
export function ResultBar({ fates, onUndo, onSendAgain }: ResultBarProps) {
  const { verification: words } = useMessages(verificationArea);
  const format = useFormat();
  const sayRejection = useSayRejection();
  const lastTurn = Math.max(0, ...fates.map(({ turn }) => turn));
  const last = fates.filter(({ turn }) => turn === lastTurn);
  if (last.length === 0) return null;
  const isSending = last.some(({ state }) => state === "sending");
  const isUnsent = fates.some(({ state }) => state === "unsent");
  const refused = last.filter(({ state }) => state === "refused").length;
  const mayUndo = last.some(({ state, decision }) => state === "done" && decision.verdict === "approve");
  const Picture = isSending ? LoaderCircle : isUnsent || refused > 0 ? TriangleAlert : CircleCheck;
  return (
    <div
      role="status"
      className="rise no-print fixed inset-x-4 bottom-24 z-30 mx-auto flex max-w-xl items-center gap-3 rounded-lg bg-night p-2 ps-4 text-night-ink shadow-float lg:bottom-8"
    >
      <Picture size="1.5em" aria-hidden className="shrink-0" />
      <p className="min-w-0 flex-1 py-2 font-bold">{sayTurn()}</p>
      {isUnsent ? (
        <BarButton onClick={onSendAgain}>{words.tryAgain}</BarButton>
      ) : mayUndo ? (
        <BarButton onClick={onUndo}>{words.undo}</BarButton>
      ) : null}
    </div>
  );

  function sayTurn(): string {
    const [only] = last;
    if (isUnsent) return words.notSent;
    if (only && last.length === 1) return sayFate(only, words, format, sayRejection);
    if (isSending) return `${words.sending}: ${words.countOf(last.length)}`;
    const done = last.length - refused;
    const capped = last.filter(({ result }) => result?.ok && result.capped).length;
    return [
      done > 0 ? words.doneMany(done) : null,
      capped > 0 && last[0] ? sumOfCaps() : null,
      refused > 0 ? words.notDone(refused) : null,
    ]
      .filter(Boolean)
      .join(" ");
  }

  function sumOfCaps(): string {
    const caps = last.flatMap(({ result }) => (result?.ok && result.capped ? [result.capped] : []));
    const sum = (of: "counted" | "gross") => caps.reduce((total, cap) => total + cap[of], 0);
    return words.capped(format.points(sum("counted")), format.points(sum("gross")));
  }
}

function BarButton({ onClick, children }: { onClick: () => void; children: React.ReactNode }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="min-h-12 shrink-0 rounded-md px-4 font-bold text-night-gold underline underline-offset-4"
    >
      {children}
    </button>
  );
}

const RESULTS_AT_MOST = 40;

/** Everything decided on this screen, the latest first. */
export function ResultList({ fates }: { fates: readonly Fate[] }) {
  const { verification: words } = useMessages(verificationArea);
  const format = useFormat();
  const sayRejection = useSayRejection();
  if (fates.length === 0) return null;
  const latest = [...fates].sort((a, b) => b.turn - a.turn).slice(0, RESULTS_AT_MOST);
  return (
    <Disclosure summary={words.results}>
      <ul className="grid gap-2">
        {latest.map((fate) => (
          <li key={fate.card.id}>{sayFate(fate, words, format, sayRejection)}</li>
        ))}
      </ul>
    </Disclosure>
  );
}
