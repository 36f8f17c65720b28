import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import Download from "lucide-react/icons/download";
import Megaphone from "lucide-react/icons/megaphone";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { readMonthId } from "#app/features/months/months.schema.ts";
import { MONTH_PATHS } from "#app/features/months/paths.ts";
import { OPEN_DATA_PATHS } from "#app/features/open-data/paths.ts";
import { readBroadcast } from "#app/features/open-data/read-broadcast.server.ts";
import { countSyllables } from "#app/messages/broadcast-script.ts";
import { broadcastArea } from "#app/messages/vi/broadcast.ts";
import { monthsArea } from "#app/messages/vi/months.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { CopyButton } from "#app/ui/kit/copy-button.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { PrintButton } from "#app/ui/kit/print-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useMonthName } from "#app/ui/months/use-month-name.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(broadcastArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "broadcast.read");
  const monthId = readMonthId(args.params.month);
  if (monthId === null) throw notFound();
  const scope = caller.scope("open-data.read-broadcast");
  const broadcast = await readBroadcast(caller.platform, scope, monthId, caller.today);
  if (!broadcast) throw notFound();
  return { monthId, text: broadcast.text, syllables: countSyllables(broadcast.text ?? "") };
}

export default function CommuneBroadcast() {
  const { monthId, text, syllables } = useLoaderData<typeof loader>();
  const { broadcast: words, months } = useMessages(broadcastArea, monthsArea);
  const name = useMonthName()(monthId);
  return (
    <Page
      width="narrow"
      title={words.title}
      lead={words.lead}
      trail={
        <Breadcrumb
          steps={[
            { to: MONTH_PATHS.office, label: months.title },
            { to: MONTH_PATHS.officeMonth(monthId), label: name },
          ]}
        />
      }
    >
      {text === null ? (
        <EmptyState icon={Megaphone} title={words.notYet}>
          {words.notYetBody}
        </EmptyState>
      ) : (
        <>
          <Card>
            <div lang="vi" className="grid max-w-prose gap-3 text-lg leading-relaxed">
              {text.split("\n").map((line) => (
                <p key={line}>{line}</p>
              ))}
            </div>
          </Card>
          <p className="text-ink-soft">{words.length(syllables)}</p>
          <div className="no-print flex flex-wrap items-center gap-3">
            <LinkButton to={OPEN_DATA_PATHS.broadcastFile(monthId)} icon={Download} reloadDocument>
              {words.download}
            </LinkButton>
            <CopyButton text={text} label={words.copy} />
            <PrintButton />
          </div>
        </>
      )}
    </Page>
  );
}
