import type { ActionFunctionArgs } from "@remix-run/node";
import { allow } from "#app/features/accounts/allow.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { receivePhoto } from "#app/features/photos/receive-photo.server.ts";

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "activity.send-photo");
  const verdict = await receivePhoto(caller, await receiveForm(args.request));
  return Response.json(verdict, {
    status: verdict.ok ? 200 : verdict.code === "photo_id_reused" ? 409 : 422,
  });
}
