import { useSearchParams } from "@remix-run/react";
import { PRINTER_BUSY } from "#app/domain/documents/printer-busy.ts";
import { kitArea } from "#app/messages/vi/kit.ts";
import { Flash } from "./kit/flash.tsx";
import { useMessages } from "./language.tsx";

/** Why a paper that was asked for did not come. */
export function PrinterBusy() {
  const [search] = useSearchParams();
  const { kit } = useMessages(kitArea);
  return search.has(PRINTER_BUSY) ? <Flash tone="danger">{kit.printerBusy}</Flash> : null;
}
