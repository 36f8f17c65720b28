import { useFetcher, useSubmit } from "@remix-run/react";
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/browser";
import Fingerprint from "lucide-react/icons/fingerprint-pattern";
import { type ReactNode, useEffect, useState } from "react";
import { accountsArea } from "#app/messages/vi/accounts.ts";
import { Button } from "#app/ui/kit/button.tsx";
import { useMessages, useSayRejection } from "#app/ui/language.tsx";
import { useIsLive } from "#app/ui/use-is-live.ts";

interface PasskeyButtonProps {
  /** Show a passkey that is there, or make a new one. */
  act: "prove" | "register";
  variant: "primary" | "secondary";
  children: ReactNode;
}

type Options = PublicKeyCredentialCreationOptionsJSON & PublicKeyCredentialRequestOptionsJSON;

/**
 * Asks the page's action for options, lets the browser ask for the finger, and posts the answer back. There is
 * no passkey without JavaScript, so without it there is no button; the code app needs none.
 */
export function PasskeyButton({ act, variant, children }: PasskeyButtonProps) {
  const fetcher = useFetcher<{ options?: Options }>();
  const submit = useSubmit();
  const isLive = useIsLive();
  const words = useMessages(accountsArea).accounts.prove;
  const say = useSayRejection();
  const [hasFailed, setFailed] = useState(false);
  const options = fetcher.data?.options;

  useEffect(() => {
    if (!options) return;
    ask(act, options)
      .then((answer) => submit({ intent: "passkey", answer: JSON.stringify(answer) }, { method: "post" }))
      .catch(() => setFailed(true));
  }, [act, options, submit]);

  if (!isLive) return null;
  if (window.PublicKeyCredential === undefined) return <p className="text-ink-soft">{words.noPasskeyHere}</p>;
  return (
    <>
      <Button
        variant={variant}
        size="large"
        block
        icon={Fingerprint}
        onClick={() => {
          setFailed(false);
          fetcher.submit({ intent: "passkey-options" }, { method: "post" });
        }}
      >
        {children}
      </Button>
      {hasFailed ? (
        <p role="alert" className="text-danger-ink">
          {say({ code: "passkey_refused" })}
        </p>
      ) : null}
    </>
  );
}

async function ask(act: "prove" | "register", options: Options) {
  const browser = await import("@simplewebauthn/browser");
  return act === "prove"
    ? browser.startAuthentication({ optionsJSON: options })
    : browser.startRegistration({ optionsJSON: options });
}
