import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allowAnyone } from "#app/features/accounts/allow.server.ts";
import { checkYearPaper } from "#app/features/year-papers/check-year-paper.server.ts";
import { peoplesCommitteeOf } from "#app/messages/official-names.ts";
import { yearPapersArea } from "#app/messages/vi/year-papers.ts";
import { Card } from "#app/ui/kit/card.tsx";
import { DescriptionList } from "#app/ui/kit/description-list.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { useFormat, useMessages, useSayRejection } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(yearPapersArea).check.title };

/** A page for whoever holds the paper: the search engines have no business here. */
const HEADERS = { "Cache-Control": "no-store", "X-Robots-Tag": "noindex" };

export async function loader(args: LoaderFunctionArgs) {
  const guest = await allowAnyone(args);
  const checked = await checkYearPaper(guest, args.params.yearPaperCode ?? "");
  if (checked.ok) return data({ paper: checked.value, problem: null }, { headers: HEADERS });
  const wait = checked.code === "try_later" ? { "Retry-After": String(checked.seconds) } : undefined;
  return data(
    { paper: null, problem: checked.code === "try_later" ? checked : null },
    { status: wait ? 429 : 404, headers: { ...HEADERS, ...wait } },
  );
}

export default function CheckPaper() {
  const { paper, problem } = useLoaderData<typeof loader>();
  const { yearPapers } = useMessages(yearPapersArea);
  const words = yearPapers.check;
  const say = useSayRejection();
  const format = useFormat();
  if (paper === null) {
    return (
      <Page title={words.title} width="narrow">
        <Notice tone="danger" title={problem ? say(problem) : words.unknown}>
          {problem ? null : words.unknownBody}
        </Notice>
      </Page>
    );
  }
  const hash = (value: string) => <span className="font-normal [overflow-wrap:anywhere]">{value}</span>;
  return (
    <Page title={words.title} width="narrow">
      <Notice
        tone={paper.isReplaced ? "warning" : "success"}
        title={paper.isReplaced ? words.replaced : words.known}
      >
        {words.compare}
      </Notice>
      <Card>
        <DescriptionList
          items={[
            { term: words.kind, value: yearPapers.kinds[paper.kind] },
            {
              term: words.commune,
              value: `${peoplesCommitteeOf(paper.commune.kind, paper.commune.name)}, ${paper.commune.province}`,
            },
            { term: words.review, value: paper.review },
            ...(paper.documentNumber === null ? [] : [{ term: words.number, value: paper.documentNumber }]),
            ...(paper.documentDay === null
              ? []
              : [{ term: words.day, value: format.date(paper.documentDay) }]),
            { term: words.issuedAt, value: format.moment(paper.issuedAt) },
            { term: words.sha256, value: hash(paper.sha256) },
            { term: words.resultSha256, value: hash(paper.resultSha256) },
          ]}
        />
      </Card>
    </Page>
  );
}
