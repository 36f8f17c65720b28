import { allowed, refused, type Verdict } from "../verdict.ts";

/**
 * The services of the browsers' makers. An address that a browser sends is never called blindly: any other host could
 * be a machine inside the house's own network.
 */
const HOSTS = ["fcm.googleapis.com", "updates.push.services.mozilla.com", "web.push.apple.com"] as const;
const HOST_FAMILIES = [".notify.windows.com", ".push.apple.com", ".push.services.mozilla.com"] as const;
const LONGEST = 1000;

export type PushRefusal = { readonly code: "push_endpoint_refused" };

export function judgeEndpoint(text: string): Verdict<string, PushRefusal> {
  const url = text.length <= LONGEST && URL.canParse(text) ? new URL(text) : null;
  const isKnown =
    url !== null &&
    url.protocol === "https:" &&
    url.port === "" &&
    url.username === "" &&
    url.password === "" &&
    ((HOSTS as readonly string[]).includes(url.hostname) ||
      HOST_FAMILIES.some((family) => url.hostname.endsWith(family)));
  return isKnown ? allowed(url.href) : refused({ code: "push_endpoint_refused" });
}
