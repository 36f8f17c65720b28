import Printer from "lucide-react/icons/printer";
import { kitArea } from "#app/messages/vi/kit.ts";
import { useMessages } from "../language.tsx";
import { useIsLive } from "../use-is-live.ts";
import { Button } from "./button.tsx";

/** Asks the browser to print; without JavaScript the browser's own menu does. */
export function PrintButton({ label }: { label?: string }) {
  const { kit } = useMessages(kitArea);
  const isLive = useIsLive();
  if (!isLive) return null;
  return (
    <Button variant="secondary" icon={Printer} className="no-print" onClick={() => window.print()}>
      {label ?? kit.print}
    </Button>
  );
}
