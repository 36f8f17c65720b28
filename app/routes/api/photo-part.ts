import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { allow } from "#app/features/accounts/allow.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { readPhotoParts, receivePhotoPart } from "#app/features/photos/receive-photo-part.server.ts";

/** Where a sending that broke off goes on. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "activity.send-photo");
  const sha256 = new URL(args.request.url).searchParams.get("sha256") ?? "";
  return Response.json(
    { have: await readPhotoParts(caller, sha256) },
    { headers: { "Cache-Control": "no-store" } },
  );
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "activity.send-photo");
  const verdict = await receivePhotoPart(caller, await receiveForm(args.request));
  return Response.json(verdict, {
    status: verdict.ok ? 200 : verdict.code === "photo_id_reused" ? 409 : 422,
  });
}
