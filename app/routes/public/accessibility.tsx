import type { LoaderFunctionArgs } from "@remix-run/node";
import { allowAnyone } from "#app/features/accounts/allow.server.ts";
import { accessibilityArea } from "#app/messages/vi/accessibility.ts";
import { Card } from "#app/ui/kit/card.tsx";
import { TextLink } from "#app/ui/kit/text-link.tsx";
import { useMessages, useTerms } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(accessibilityArea).title };

export async function loader(args: LoaderFunctionArgs) {
  await allowAnyone(args);
  return null;
}

export default function AccessibilityStatement() {
  const { accessibility: words } = useMessages(accessibilityArea);
  const { office } = useTerms();
  return (
    <Page width="narrow" title={words.title} lead={words.lead}>
      <Card title={words.standardTitle}>
        <p>{words.standard}</p>
      </Card>
      <Card title={words.doneTitle}>
        <Points items={words.done} />
      </Card>
      <Card title={words.limitsTitle}>
        <Points items={words.limits} />
      </Card>
      <Card title={words.checkedTitle}>
        <p>{words.checked}</p>
      </Card>
      <Card title={words.helpTitle}>
        <p>{words.help(office)}</p>
        <TextLink to="/giao-dien" className="inline-flex min-h-12 items-center">
          {words.appearance}
        </TextLink>
      </Card>
    </Page>
  );
}

function Points({ items }: { items: readonly string[] }) {
  return (
    <ul className="grid list-disc gap-2 ps-5">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
