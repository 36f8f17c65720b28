import http from "node:http";
import type { Run } from "../area.ts";
import type { Figure } from "../figure.ts";
import { openHouse } from "../running-house.ts";
import { measureBoardPage } from "./board-page.ts";
import { measureWorkPages } from "./work-pages.ts";

const BUDGET_KB = 40;

export async function measurePage(run: Run): Promise<Figure[]> {
  return [
    ...(await measureSignInPage(run)),
    ...(await measureWorkPages(run)),
    ...(await measureBoardPage(run)),
  ];
}

/** What the sign-in page brings over the wire before any script: page, styles, fonts, with their headers. */
async function measureSignInPage({ folders }: Run): Promise<Figure[]> {
  const dataDir = await folders.fresh();
  const house = await openHouse(dataDir);
  try {
    const page = await download(`${house.origin}/dang-nhap`);
    const styles = [...page.text.matchAll(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g)].map(
      ([, to]) => to ?? "",
    );
    const fonts = [...page.text.matchAll(/<link[^>]+href="([^"]+\.woff2)"/g)].map(([, to]) => to ?? "");
    let bytes = page.bytes;
    for (const to of new Set([...styles, ...fonts])) bytes += (await download(house.origin + to)).bytes;
    if (styles.length === 0 || fonts.length === 0)
      throw new Error("the page names no styles or no fonts: nothing was weighed");
    return [
      {
        area: "page",
        operation: "sign-in page before scripts",
        measured: bytes / 1000,
        unit: "kB",
        against: { what: `${BUDGET_KB} kB`, value: BUDGET_KB },
        gate: 1,
      },
    ];
  } finally {
    await house.stop();
  }
}

/** Bytes as they come over the socket, compressed, with status line and headers. */
function download(url: string): Promise<{ bytes: number; text: string }> {
  return new Promise((resolve, reject) => {
    const request = http.get(
      url,
      { headers: { "accept-encoding": "gzip" }, agent: false },
      async (response) => {
        for await (const _chunk of response);
        const bytes = response.socket.bytesRead;
        const text = await (await fetch(url)).text();
        resolve({ bytes, text });
      },
    );
    request.on("error", reject);
  });
}
