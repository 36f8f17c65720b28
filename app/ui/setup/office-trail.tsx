import { useRouteLoaderData } from "@remix-run/react";
import { shellArea } from "#app/messages/vi/shell.ts";
import { Breadcrumb } from "../kit/breadcrumb.tsx";
import { useMessages } from "../language.tsx";
import { OFFICE_PATHS } from "./paths.ts";

/** The way back to the desk, for those who have one; others come to the same page from elsewhere. */
export function OfficeTrail() {
  const { shell } = useMessages(shellArea);
  const root = useRouteLoaderData("root") as { readonly places?: readonly string[] } | undefined;
  if (!root?.places?.includes("office")) return null;
  return <Breadcrumb steps={[{ to: OFFICE_PATHS.overview, label: shell.navigation.office }]} />;
}
