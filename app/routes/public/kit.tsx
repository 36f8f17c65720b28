import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { allowAnyone } from "#app/features/accounts/allow.server.ts";
import { KitPage } from "#app/ui/kit-page/kit-page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: () => "Bộ giao diện" };

export const meta: MetaFunction = () => [{ name: "robots", content: "noindex" }];

/** For those who build the house; in production there is no such page. */
export async function loader(args: LoaderFunctionArgs) {
  const { platform } = await allowAnyone(args);
  if (platform.config.mode === "production") throw new Response(null, { status: 404 });
  return null;
}

export default function Kit() {
  return <KitPage />;
}
