import { expect, it } from "vitest";
import { PRINTER_BUSY, whilePrinterIsBusy } from "./printer-busy.ts";

it("the page goes on with what it was asked, and knows why the paper did not come", () => {
  for (const back of ["/bang", "/bang?thang=202611&nhom=to"]) {
    const address = new URL(whilePrinterIsBusy(back), "http://house");
    expect(address.pathname).toBe("/bang");
    expect(address.searchParams.has(PRINTER_BUSY)).toBe(true);
    expect(address.searchParams.get("nhom")).toBe(back.includes("?") ? "to" : null);
  }
});
