import type { LoaderFunctionArgs } from "@remix-run/node";
import { allowAnyone } from "#app/features/accounts/allow.server.ts";
import { answerJson } from "#app/features/certificates/answer-json.server.ts";
import { readIssuerProfile } from "#app/features/certificates/read-issuer.server.ts";
import { numberParam } from "#app/features/roster/read-params.server.ts";

/** Who signs the badges of a commune. */
export async function loader(args: LoaderFunctionArgs) {
  const guest = await allowAnyone(args);
  return answerJson(await readIssuerProfile(guest, numberParam(args.params.communeId)));
}
