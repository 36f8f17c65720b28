import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { CERTIFICATE_PATHS } from "#app/domain/certificates/certificate-paths.ts";
import { formatCheckCode, parseCheckCode } from "#app/domain/certificates/check-code.ts";
import { allowAnyone } from "#app/features/accounts/allow.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { checkSchema } from "#app/features/certificates/certificates.schema.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { certificatesArea } from "#app/messages/vi/certificates.ts";
import { CheckForm } from "#app/ui/certificates/check-form.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(certificatesArea).check.title };

export async function loader(args: LoaderFunctionArgs) {
  await allowAnyone(args);
  return null;
}

export async function action(args: ActionFunctionArgs) {
  await allowAnyone(args);
  const form = await readForm(args.request, checkSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const code = parseCheckCode(form.value.code);
  if (code === null) return askAgain({ code: { code: "certificate_unknown" } }, form.values);
  return goOn(CERTIFICATE_PATHS.checkOne(formatCheckCode(code)));
}

export default function Check() {
  const answer = useActionData<typeof action>();
  const { certificates } = useMessages(certificatesArea);
  return (
    <Page title={certificates.check.title} lead={certificates.check.lead} width="narrow">
      <CheckForm problems={answer?.problems} typed={answer?.values} />
    </Page>
  );
}
