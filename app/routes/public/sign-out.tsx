import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { allowAnyone } from "#app/features/accounts/allow.server.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import { PATHS } from "#app/features/accounts/paths.ts";
import { signOut } from "#app/features/accounts/sign-out.server.ts";

/** A link cannot sign anybody out. */
export async function loader(args: LoaderFunctionArgs) {
  await allowAnyone(args);
  throw goOn("/");
}

export async function action(args: ActionFunctionArgs) {
  const guest = await allowAnyone(args);
  return goOn(`${PATHS.signIn}?da-ra`, [await signOut(guest)]);
}
