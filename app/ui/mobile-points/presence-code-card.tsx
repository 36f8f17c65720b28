import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { mobilePointsArea } from "#app/messages/vi/mobile-points.ts";
import { Card } from "../kit/card.tsx";
import { LinkButton } from "../kit/link-button.tsx";
import { QrCode } from "../kit/qr-code.tsx";
import { useMessages } from "../language.tsx";

const NEW_EVERY_MS = 60_000;

/** D11: what the host holds up. It is asked for anew each minute; without scripts a button does. */
export function PresenceCodeCard({ code, address, here }: { code: string; address: string; here: string }) {
  const { mobilePoints: words } = useMessages(mobilePointsArea);
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const timer = setInterval(revalidate, NEW_EVERY_MS);
    return () => clearInterval(timer);
  }, [revalidate]);
  return (
    <Card title={words.code}>
      <div className="grid justify-items-center gap-3 text-center">
        <QrCode content={address} label={words.code} size="17rem" />
        <p className="font-mono text-3xl font-bold tracking-widest">{`${code.slice(0, 4)} ${code.slice(4)}`}</p>
        <p>{words.codeLead}</p>
        <p className="text-sm text-ink-soft">{words.codeNote}</p>
        <LinkButton to={here} variant="secondary" size="small" reloadDocument>
          {words.newCode}
        </LinkButton>
      </div>
    </Card>
  );
}
