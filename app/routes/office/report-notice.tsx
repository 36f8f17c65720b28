import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import FileDown from "lucide-react/icons/file-down";
import { allow } from "#app/features/accounts/allow.server.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import { readNotice } from "#app/features/report-documents/read-notice.server.ts";
import { idParam } from "#app/features/roster/read-params.server.ts";
import { reportFilesArea } from "#app/messages/vi/report-files.ts";
import { PaperPreview } from "#app/ui/documents/paper-preview.tsx";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { NOTICE_FILES, REPORT_PATHS } from "#app/ui/reports/report-paths.ts";

export const handle: PageHandle = { title: (say) => say(reportFilesArea).noticeTitle };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "report.oversee");
  const id = idParam(args.params.report);
  const paper = await readNotice(caller, id);
  // Of a team's sheet there is no notice: it is read where it stands.
  if (paper === null) throw goOn(REPORT_PATHS.sheet(id));
  return { paper, path: REPORT_PATHS.sheet(id) };
}

export default function OfficeReportNotice() {
  const { paper, path } = useLoaderData<typeof loader>();
  const { reportFiles: words } = useMessages(reportFilesArea);
  const files = [
    [NOTICE_FILES.docx, words.docx],
    [NOTICE_FILES.pdf, words.pdf],
  ] as const;
  return (
    <Page
      title={words.noticeTitle}
      lead={words.noticeLead}
      trail={<Breadcrumb steps={[{ to: path, label: words.back }]} />}
      actions={files.map(([file, label]) => (
        <LinkButton key={file} to={path + file} variant="secondary" icon={FileDown} reloadDocument download>
          {label}
        </LinkButton>
      ))}
    >
      <PaperPreview paper={paper} />
    </Page>
  );
}
