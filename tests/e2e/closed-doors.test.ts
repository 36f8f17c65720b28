import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { NEIGHBOUR } from "#tests/support/inhabitants.ts";
import { signInPlainly } from "#tests/support/sign-in-plainly.ts";
import type { RoutePolicy } from "../tidy/checks/routes.ts";

const policy: RoutePolicy[] = JSON.parse(readFileSync("tests/tidy/route-policy.json", "utf8"));
const UNKNOWN = "01a1fab4-2189-7da3-b850-951ff333046c";
/** What a member, who works in a team, has no business with. */
const OFFICE_ONLY = /^(?:commune\.(?!read$)|people\.|slip\.|role\.|two-person-act\.)/;

interface Door {
  readonly address: string;
  readonly routeId: string;
  readonly capability: string;
  readonly method: "GET" | "POST";
}

const doors: Door[] = policy
  .filter(({ path }) => path !== "*")
  .flatMap(({ path, file, loader, action }) => {
    const address = path.replace("/*", "/khong-co").replace(/:\w+/g, UNKNOWN);
    const routeId = file.replace(/^app\//, "").replace(/\.tsx?$/, "");
    const door = (capability: string | null, method: Door["method"]) =>
      capability === null || capability === "anyone" ? [] : [{ address, routeId, capability, method }];
    return [...door(loader, "GET"), ...door(action, "POST")];
  });

/** The ways by which the same function can be reached. */
const CHANNELS: readonly (readonly [string, (door: Door) => string])[] = [
  ["as a document", ({ address }) => address],
  ["as data", ({ address }) => `${address}.data`],
  [
    "as data of this route alone",
    ({ address, routeId }) => `${address}.data?_routes=${encodeURIComponent(routeId)}`,
  ],
  ["by the old data parameter", ({ address, routeId }) => `${address}?_data=${encodeURIComponent(routeId)}`],
];

interface Answer {
  readonly status: number;
  readonly body: string;
}

async function knock(door: Door, address: string, cookie: string): Promise<Answer> {
  const { origin } = inject("house");
  const answer = await fetch(origin + address, {
    method: door.method,
    redirect: "manual",
    headers: { Cookie: cookie, Origin: origin, "Sec-Fetch-Site": "same-origin" },
    ...(door.method === "POST" && { body: new URLSearchParams({ intent: "none" }) }),
  });
  return { status: answer.status, body: await answer.text() };
}

/** Single fetch tells a redirect with 202 and where to; anything else of 2xx came from inside. */
function isClosed({ status, body }: Answer): boolean {
  if (status >= 300 && status < 500) return true;
  return status === 202 && body.includes("redirect") && /dang-nhap|xac-thuc/.test(body);
}

describe("a door of its own guards every loader and every action", () => {
  it("there are doors to try", () => {
    expect(doors.length).toBeGreaterThan(40);
  });

  describe.each(CHANNELS)("%s", (_channel, addressOf) => {
    it("nobody comes in who has not signed in", async () => {
      const open: string[] = [];
      for (const door of doors) {
        const answer = await knock(door, addressOf(door), "");
        if (!isClosed(answer))
          open.push(`${door.method} ${addressOf(door)}: ${answer.status} ${answer.body.slice(0, 120)}`);
      }
      expect(open).toEqual([]);
    });

    it("a member finds every door of the office closed", async () => {
      const open: string[] = [];
      for (const door of doors.filter(({ capability }) => OFFICE_ONLY.test(capability))) {
        const answer = await knock(door, addressOf(door), member);
        if (answer.status < 400 || answer.status >= 500)
          open.push(`${door.method} ${addressOf(door)}: ${answer.status}`);
      }
      expect(open).toEqual([]);
    });
  });

  it("the member whom the office refuses is let in at home", async () => {
    const home = doors.find(({ address, method }) => address === "/tai-khoan" && method === "GET");
    if (!home) throw new Error("the account page is gone");
    expect((await knock(home, home.address, member)).status).toBe(200);
  });
});

let member = "";

beforeAll(async () => {
  const { status, cookie } = await signInPlainly(inject("house").origin, NEIGHBOUR);
  expect(status).toBe(303);
  member = cookie;
});
