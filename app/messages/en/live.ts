import type { live as vi } from "../vi/live.ts";

export const live = {
  offline: "You are offline.",
  offlineAdvice: "The figures shown may not be the latest; the page updates itself when the network is back.",
} satisfies typeof vi;
