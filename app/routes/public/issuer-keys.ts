import type { LoaderFunctionArgs } from "@remix-run/node";
import { allowAnyone } from "#app/features/accounts/allow.server.ts";
import { answerJson } from "#app/features/certificates/answer-json.server.ts";
import { readIssuerKeys } from "#app/features/certificates/read-issuer.server.ts";
import { numberParam } from "#app/features/roster/read-params.server.ts";

/** Public keys of a commune, old ones included. */
export async function loader(args: LoaderFunctionArgs) {
  const guest = await allowAnyone(args);
  return answerJson(await readIssuerKeys(guest, numberParam(args.params.communeId)));
}
