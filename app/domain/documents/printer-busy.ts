/** Said in the address of the page that asked for a paper while too many others were being printed. */
export const PRINTER_BUSY = "may-ban";

export function whilePrinterIsBusy(back: string): string {
  return `${back}${back.includes("?") ? "&" : "?"}${PRINTER_BUSY}=1`;
}
