import { describe, expect, it } from "vitest";
import { judgeEndpoint } from "./push-endpoint.ts";

describe("an address to call a phone at", () => {
  it.each([
    "https://fcm.googleapis.com/fcm/send/abc:def",
    "https://updates.push.services.mozilla.com/wpush/v2/gAAAA",
    "https://web.push.apple.com/QGx",
    "https://wns2-sg2p.notify.windows.com/w/?token=BQYA",
  ])("may be %s", (endpoint) => {
    expect(judgeEndpoint(endpoint)).toEqual({ ok: true, value: endpoint });
  });

  it.each([
    "http://fcm.googleapis.com/fcm/send/abc",
    "https://fcm.googleapis.com:8443/fcm/send/abc",
    "https://fcm.googleapis.com@127.0.0.1/",
    "https://user:word@fcm.googleapis.com/",
    "https://127.0.0.1/",
    "https://[::1]/",
    "https://169.254.169.254/latest/meta-data",
    "https://localhost/",
    "https://fcm.googleapis.com.evil.example/",
    "https://evilnotify.windows.com/",
    "https://fcm.googleapis.com%2f@evil.example/",
    "file:///etc/passwd",
    "//fcm.googleapis.com/",
    "",
    `https://fcm.googleapis.com/${"a".repeat(1000)}`,
  ])("is never %j", (endpoint) => {
    expect(judgeEndpoint(endpoint)).toEqual({ ok: false, code: "push_endpoint_refused" });
  });
});
