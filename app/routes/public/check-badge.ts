import type { LoaderFunctionArgs } from "@remix-run/node";
import { allowAnyone } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { checkCertificate } from "#app/features/certificates/check-certificate.server.ts";

/** The signed badge behind a code, for programs: it names nobody. */
export async function loader(args: LoaderFunctionArgs) {
  const guest = await allowAnyone(args);
  const checked = await checkCertificate(guest, args.params.code ?? "");
  if (!checked.ok || checked.value.credential === null) throw notFound();
  return new Response(checked.value.credential, {
    headers: { "Content-Type": "application/jwt", "Cache-Control": "no-store", "X-Robots-Tag": "noindex" },
  });
}
