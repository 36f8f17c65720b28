import type { Paper } from "#app/domain/documents/paper.ts";
import { reportFilesArea } from "#app/messages/vi/report-files.ts";
import { PaperPreview } from "../documents/paper-preview.tsx";
import { Breadcrumb } from "../kit/breadcrumb.tsx";
import { Card } from "../kit/card.tsx";
import { CopyButton } from "../kit/copy-button.tsx";
import { useMessages } from "../language.tsx";
import { Page } from "../page.tsx";
import { ReportFiles } from "./report-files.tsx";

/** A report as it will be printed, with its files and the words for a chat. */
export function ReportPreview({ paper, message, path }: { paper: Paper; message: string; path: string }) {
  const { reportFiles: words } = useMessages(reportFilesArea);
  return (
    <Page
      title={words.previewTitle}
      lead={words.previewLead}
      trail={<Breadcrumb steps={[{ to: path, label: words.back }]} />}
    >
      <PaperPreview paper={paper} />
      <Card title={words.message} className="no-print">
        <p className="whitespace-pre-line">{message}</p>
        <CopyButton text={message} label={words.copy} />
      </Card>
      <ReportFiles path={path} />
    </Page>
  );
}
