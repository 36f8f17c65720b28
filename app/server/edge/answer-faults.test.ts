import type { LoaderFunctionArgs, ServerBuild } from "@remix-run/node";
import { describe, expect, it } from "vitest";
import { answerFaults } from "./answer-faults.server.ts";

const silent = { warn() {}, error() {} };
const args = {
  request: new Request("http://localhost/"),
  params: {},
  context: { platform: { log: silent }, visit: { requestId: "019a" } },
} as unknown as LoaderFunctionArgs;

type Step = (given: LoaderFunctionArgs) => Promise<unknown>;

/** What a page, or what a phone asks, answers when its loader fails with this code. */
async function answerTo(id: string, code: string): Promise<unknown> {
  const fails = async () => {
    throw Object.assign(new Error("failed"), { code });
  };
  const route = { id, path: "", module: { loader: fails, action: fails, default: () => null } };
  const { routes } = answerFaults({ routes: { [id]: route } } as unknown as ServerBuild);
  const built = routes as unknown as Record<string, { module: { loader: Step; action: Step } }>;
  const { loader, action } = (built[id] ?? route).module;
  const heard = await Promise.all(
    [loader, action].map((step) => step(args).catch((error: unknown) => error)),
  );
  const [first, second] = heard.map((each) => (each instanceof Response ? each.status : "thrown on"));
  expect(second).toBe(first);
  return first;
}

describe("what a loader or action cannot do", () => {
  it.each([
    ["routes/member/points", "ECONNREFUSED", 503],
    ["routes/member/points", "53100", 503],
    ["routes/member/points", "23505", 409],
    ["routes/office/actors", "P2003", 409],
    ["routes/office/actors", "42P01", "thrown on"],
    ["routes/api/claims", "57P01", 503],
    // A phone takes 409 for the last word.
    ["routes/api/claims", "23505", "thrown on"],
  ])("of %s, failing with %s: %s", async (id, code, expected) => {
    expect(await answerTo(id, code)).toBe(expected);
  });
});
