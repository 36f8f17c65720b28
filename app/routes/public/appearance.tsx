import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useSearchParams } from "@remix-run/react";
import { allowAnyone } from "#app/features/accounts/allow.server.ts";
import { safePath } from "#app/features/accounts/safe-path.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { appearanceArea } from "#app/messages/vi/appearance.ts";
import { AppearanceForm } from "#app/ui/appearance/appearance-form.tsx";
import { choosePreference, readPreference, writePreference } from "#app/ui/appearance/preference.ts";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(appearanceArea).title };

export async function loader(args: LoaderFunctionArgs) {
  await allowAnyone(args);
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const { platform } = await allowAnyone(args);
  const fields = (await receiveForm(args.request)) ?? new FormData();
  const { theme, textSize, language, returnTo } = Object.fromEntries(fields);
  const current = readPreference(args.request.headers.get("Cookie"));
  const chosen = choosePreference(
    { theme: text(theme), textSize: text(textSize), language: text(language) },
    current,
  );
  const isSecure = platform.config.publicOrigins[0].startsWith("https:");
  return redirect(safePath(text(returnTo), "/giao-dien?da-luu"), {
    status: 303,
    headers: { "Set-Cookie": writePreference(chosen, isSecure) },
  });
}

export default function Appearance() {
  const [search] = useSearchParams();
  return <AppearanceForm isSaved={search.has("da-luu")} />;
}

function text(value: FormDataEntryValue | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}
