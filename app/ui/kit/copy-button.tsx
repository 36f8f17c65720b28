import Check from "lucide-react/icons/check";
import Copy from "lucide-react/icons/copy";
import { useState } from "react";
import { kitArea } from "#app/messages/vi/kit.ts";
import { useMessages } from "../language.tsx";
import { useIsLive } from "../use-is-live.ts";
import { Button } from "./button.tsx";

type State = "waiting" | "copied" | "refused";

/** Copies a text that also stands on the page, so that without JavaScript it can be selected. */
export function CopyButton({ text, label }: { text: string; label?: string }) {
  const { kit } = useMessages(kitArea);
  const [state, setState] = useState<State>("waiting");
  const isLive = useIsLive();
  if (!isLive) return null;
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setState("copied"),
      () => setState("refused"),
    );
  return (
    <span className="inline-flex flex-wrap items-center gap-3">
      <Button variant="secondary" size="small" icon={state === "copied" ? Check : Copy} onClick={copy}>
        {state === "copied" ? kit.copied : (label ?? kit.copy)}
      </Button>
      <span role="status" className={state === "refused" ? "text-danger-ink" : "sr-only"}>
        {state === "copied" ? kit.copied : state === "refused" ? kit.copyByHand : null}
      </span>
    </span>
  );
}
