import http from "node:http";
import type { AddressInfo } from "node:net";
import { openInChromium } from "./canary.ts";
import { Findings } from "./findings.ts";
import { Visitor } from "./visitor.ts";

/** A server of the harness itself that does everything wrong: each detector has to say so before it is believed. */
export async function proveDetectors(): Promise<{ found: string[] }> {
  const server = http.createServer((request, response) => {
    const text = new URL(request.url ?? "/", "http://any.invalid").searchParams.get("q") ?? "";
    if (request.url?.startsWith("/broken")) response.writeHead(500).end();
    else if (request.url?.startsWith("/hung")) response.writeHead(200).write("...");
    else if (request.url?.startsWith("/header")) response.writeHead(200, { "X-Injected": "a=b" }).end();
    else if (request.url?.startsWith("/gone")) response.destroy();
    else response.writeHead(200, { "Content-Type": "text/html" }).end(`<!doctype html><p>${text}</p>`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const visitor = new Visitor(origin, "control");
  const reflected = `/?q=${encodeURIComponent("<img src=x onerror=window.__ran=1>")}`;
  const missed: string[] = [];
  const expect = async (what: string, path: string, pattern: RegExp) => {
    const findings = new Findings(() => {});
    await findings.hear(what, () => visitor.get(path));
    if (!findings.found.some((line) => pattern.test(line))) missed.push(`the detector of ${what} is blind`);
  };
  await expect("faults", "/broken", /^500/);
  await expect("headers", "/header", /header written/);
  await expect("lost connections", "/gone", /connection lost/);
  await expect("foreign script", reflected, /script of a stranger/);
  await expect("hangs", "/hung", /^hung/);
  const canary = await openInChromium({ origin }, [{ who: visitor, address: reflected }]);
  if (!canary.found.some((line) => line.includes("ran a string")))
    missed.push("the canary in Chromium is blind");
  const clean = await openInChromium({ origin }, [{ who: visitor, address: "/?q=hello" }]);
  if (clean.found.length > 0) missed.push("the canary in Chromium sings by itself");
  visitor.close();
  server.closeAllConnections();
  server.close();
  process.stdout.write(
    missed.length === 0 ? "6 detectors each found what was planted\n" : `${missed.join("\n")}\n`,
  );
  return { found: missed };
}
