import { useFetcher } from "@remix-run/react";
import { useEffect, useState } from "react";
import { noticesArea } from "#app/messages/vi/notices.ts";
import { Button } from "../kit/button.tsx";
import { Card } from "../kit/card.tsx";
import { Notice } from "../kit/notice.tsx";
import { useMessages, useSayRejection } from "../language.tsx";
import { NOTICE_PATHS } from "./paths.ts";
import { readPushLine, turnPushOff, turnPushOn } from "./push-browser.ts";

type Phase = "unknown" | "unable" | "off" | "on" | "denied" | "failed";

/** Whether this browser is called. Needs scripts: without them no browser can be. */
export function PhoneCalls({ publicKey }: { publicKey: string }) {
  const { notices } = useMessages(noticesArea);
  const words = notices.calls;
  const say = useSayRejection();
  const fetcher = useFetcher<{ problems?: { form?: { code: "push_endpoint_refused" } } }>();
  const [phase, setPhase] = useState<Phase>("unknown");
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    void readPushLine().then((line) => setPhase(line === "unable" ? "unable" : line ? "on" : "off"));
  }, []);

  const send = (fields: Record<string, string>) =>
    fetcher.submit(fields, { method: "post", action: NOTICE_PATHS.calls });
  const turnOn = async () => {
    setBusy(true);
    const turned = await turnPushOn(publicKey);
    setBusy(false);
    if (typeof turned === "string") return setPhase(turned);
    send({ intent: "line-on", ...turned });
    setPhase("on");
  };
  const turnOff = async () => {
    setBusy(true);
    const endpoint = await turnPushOff();
    setBusy(false);
    if (endpoint) send({ intent: "line-off", endpoint });
    setPhase("off");
  };

  if (phase === "unknown") return null;
  const refusal = fetcher.data?.problems?.form;
  return (
    <Card title={words.phone}>
      <div className="grid gap-4">
        {refusal ? <Notice tone="danger">{say(refusal)}</Notice> : null}
        {phase === "denied" || phase === "failed" ? <Notice tone="warning">{words[phase]}</Notice> : null}
        {phase === "unable" ? <p>{words.notHere}</p> : <p>{phase === "on" ? words.isOn : words.isOff}</p>}
        {phase === "unable" ? null : (
          <Button
            type="button"
            variant="secondary"
            disabled={isBusy}
            onClick={phase === "on" ? turnOff : turnOn}
          >
            {phase === "on" ? words.turnOff : words.turnOn}
          </Button>
        )}
      </div>
    </Card>
  );
}
