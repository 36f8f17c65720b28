import type { Config } from "#app/platform/config/config.ts";

export interface PasskeyParty {
  readonly rpID: string;
  readonly origins: string[];
}

/** The name passkeys are bound to: the host the browser shows, when it is one of this house's own. */
export function passkeyParty(config: Config, request: Request): PasskeyParty {
  const hosts = config.publicOrigins.map((origin) => new URL(origin).hostname);
  const shown = new URL(request.url).hostname;
  const rpID = hosts.includes(shown) ? shown : (hosts[0] ?? shown);
  return {
    rpID,
    origins: config.publicOrigins.filter((origin) => new URL(origin).hostname === rpID),
  };
}
