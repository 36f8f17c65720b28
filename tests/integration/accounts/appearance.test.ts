import { expect, it } from "vitest";
import { action } from "#app/routes/public/appearance.tsx";
import { testOffice } from "../communes/office.ts";

const office = testOffice();
const context = () => ({
  platform: office.platform,
  visit: { requestId: "test", clientAddress: "203.0.113.7", nonce: "" },
});

const send = (body: string, contentType: string) =>
  action({
    request: new Request("http://localhost:3000/giao-dien", {
      method: "POST",
      headers: { "Content-Type": contentType },
      body,
    }),
    params: {},
    context: context(),
  });

it("a body that is no form changes nothing and is no fault of the house", async () => {
  const bodies = [
    ["{}", "application/json"],
    ["abc", "text/plain"],
    ["abc", "multipart/form-data"],
    ["--x\r\nContent-Disposition", "multipart/form-data; boundary=x"],
  ] as const;
  for (const [body, type] of bodies) expect((await send(body, type)).status, type).toBe(303);
});

it("goes back to a page of this house only", async () => {
  for (const place of ["//evil.example", "/\\evil.example", "https://evil.example", "/%5c..//evil.example"]) {
    const answer = await send(`theme=dark&returnTo=${encodeURIComponent(place)}`, FORM);
    expect(answer.headers.get("Location"), place).not.toMatch(/^(?:\/\/|\/\\|https?:)/);
  }
});

const FORM = "application/x-www-form-urlencoded";
