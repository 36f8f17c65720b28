import type { LoaderFunctionArgs } from "@remix-run/node";
import { allowAnyone } from "#app/features/accounts/allow.server.ts";

/** Whatever has no route of its own. The answer is the error page, with its status. */
export async function loader(args: LoaderFunctionArgs): Promise<never> {
  await allowAnyone(args);
  throw new Response(null, { status: 404 });
}

export default function NotFound() {
  return null;
}
